/** A decision point without a choice or without escalation. */
import type { Part, Phase, Runbook } from '../../../model/runbook';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { cellWords, tablesWithin } from '../../../document/sections/table-cells';

interface IncompleteDecisionPoint extends Match {
  readonly phase: Phase;
  readonly branches: number;
  readonly escalates: boolean;
}

const messages = new Messages({
  noBranches:
    'The decision point of Phase {label} has no branches, so operators cannot decide. Add an action for each case ("If …: …").',
  oneBranch:
    'The decision point of Phase {label} has only one branch, so other outcomes are not covered. Add one for each case ("If …: …").',
  noEscalation:
    'The decision point of Phase {label} has no escalation, so operators do not know whom to call. Add a contact for other cases.',
  neither:
    'The decision point of Phase {label} has no branches and no escalation, so operators cannot decide. Add each case and a contact.',
  oneBranchNoEscalation:
    'The decision point of Phase {label} has only one branch and no escalation. Add the other cases, and whom to call if none applies.',
});

export const incompleteDecisionPoint = defineRule<IncompleteDecisionPoint>({
  meta: {
    name: 'incomplete-decision-point',
    summary: 'A decision point with fewer than two branches or without escalation',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'part',
  },
  *find({ runbook }) {
    for (const phase of playbookPhases(runbook)) {
      const { decisionPoint } = phase;
      if (decisionPoint === null) continue;
      const branches = countBranches(runbook, phase, decisionPoint);
      const escalates = phase.decisionEscalation !== null || /escalat/i.test(wordsOf(runbook, decisionPoint));
      if (branches < 2 || !escalates) yield { span: decisionPoint.nameSpan, phase, branches, escalates };
    }
  },
  message({ phase: { label }, branches, escalates }) {
    if (branches === 0) return messages.of(escalates ? 'noBranches' : 'neither', { label });
    if (branches === 1) return messages.of(escalates ? 'oneBranch' : 'oneBranchNoEscalation', { label });
    return messages.of('noEscalation', { label });
  },
});

const conditional = /^[*_\s]*(?:if|when|in case|otherwise|else|unless|yes|no|go|no-go)\b/i;

/** The lines, sentences and rows that begin with a condition, or all items if none does. */
function countBranches(runbook: Runbook, { branches }: Phase, part: Part): number {
  const rows = wordsOf(runbook, part)
    .split(/\r\n?|\n|(?<=[.;])[ \t]{1,4}(?=(?:if|when|in case|otherwise|else|unless)\b)/i)
    .map((line) => line.replace(/^[ \t>]*(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+|\|[ \t]*)?/, ''))
    .filter((line) => conditional.test(line) && !/^[*_\s]*if\s*\|/i.test(line));
  return Math.max(
    rows.length > 0 ? rows.length : branches.length,
    rowsOfConditions(runbook, part),
    edgesIn(wordsOf(runbook, part)),
  );
}

/** How often a flow chart leads on with an answer: `A -->|yes| B`. */
function edgesIn(words: string): number {
  return words.includes('mermaid') ? (words.match(edge)?.length ?? 0) : 0;
}

const edge = /(?:-->|---|-\.->|==>)[ \t]?\|/g;

/** The rows of a table with a column for the condition and one for the action. */
function rowsOfConditions(runbook: Runbook, { content }: Part): number {
  const table = tablesWithin(runbook, content).find(
    ({ columns }) => columns.length > 1 && columns.some((name) => conditionColumn.test(name)),
  );
  return table === undefined
    ? 0
    : table.rows.filter(({ cells }) => cells.some((cell) => cellWords(runbook, cell) !== '')).length;
}

const conditionColumn =
  /^(?:conditions?|if|when|cases?|situations?|scenarios?|outcomes?|results?|observations?|signals?|symptoms?|findings?|criteria|criterion|questions?|answers?|states?|checks?|option|decision)\b/;

function wordsOf({ text }: Runbook, { content }: Part): string {
  return text.slice(content.start, content.end);
}
