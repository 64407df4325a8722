/** A decision point without a choice, or without anybody to ask. */
import type { Part, Phase, Runbook } from '../../../model/runbook';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { defineRule, type Match } from '../../rule';
import { cellWords, tablesWithin } from '../../../document/sections/table-cells';

interface IncompleteDecisionPoint extends Match {
  readonly phase: Phase;
  readonly branches: number;
  readonly escalates: boolean;
}

export const incompleteDecisionPoint = defineRule<IncompleteDecisionPoint>({
  meta: {
    name: 'incomplete-decision-point',
    summary: 'A decision point with fewer than two branches or without escalation',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
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
  message({ phase, branches, escalates }) {
    const lacks = [
      ...(branches < 2 ? [branches === 0 ? 'no branches' : 'only one branch'] : []),
      ...(escalates ? [] : ['no escalation']),
    ].join(' and ');
    return {
      message: `The decision point of Phase ${phase.label} has ${lacks}, so it does not help whoever has to decide. Add what to do in each case ("If …: …"), and whom to call otherwise.`,
    };
  },
});

const conditional = /^[*_\s]*(?:if|when|in case|otherwise|else|unless|yes|no|go|no-go)\b/i;

/** Lines and rows that begin with a condition; where none does, all items. */
function countBranches(runbook: Runbook, { branches }: Phase, part: Part): number {
  const rows = wordsOf(runbook, part)
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^[ \t>]*(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+|\|[ \t]*)?/, ''))
    .filter((line) => conditional.test(line) && !/^[*_\s]*if\s*\|/i.test(line));
  return Math.max(rows.length > 0 ? rows.length : branches.length, rowsOfConditions(runbook, part));
}

/** The rows of a table that has a column for the condition and one for what follows from it. */
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
