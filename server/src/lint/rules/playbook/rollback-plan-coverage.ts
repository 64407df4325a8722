/** A rollback plan that does not cover every phase. */
import { phaseNumber } from '../../../model/phase-words';
import type { Part, Phase, Runbook } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { fixHere } from '../../shared/fix-here';
import { coversAllPhases, fromPhases } from '../../../document/phases/from-phases';
import { planEdits } from '../../../authoring/phase-registers';
import { keyOfLabel } from '../../../document/phases/phase-spelling';
import { phasePattern } from '../../../document/phases/phase-word';
import { numberedPhases } from '../../../document/phases/playbook-phases';
import { cellWords, columnOf, tablesWithin } from '../../../document/sections/table-cells';
import { rollbackPlan } from '../../../document/sections/rollback-plan';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { findSection } from '../../../document/sections/section-lookup';

interface UncoveredPhases extends Match {
  readonly plan: Part;
  readonly phases: readonly Phase[];
}

/** Most phases that a message or title lists. */
const mostListed = 20;

const messages = new Messages({
  missing:
    'The rollback plan does not cover Phase {label}, so operators cannot back out from there. Add "From Phase {label}" with steps.',
  severalMissing:
    'The rollback plan does not cover phases {labels}, so operators cannot back out from there. Add "From Phase N" for each.',
});

const phaseColumn = phasePattern((words) => `^(?:(?:from|failed|after) )?(?:${words})$`, 'i');
const numberInCell = phasePattern(
  (words) => `^(?:from\\s+)?(?:(?:${words})\\s+)?(${phaseNumber})(?![\\w/])`,
  'i',
);

/** The phases that have a row in a table of the plan: | 2 | `make remove-copy` | */
function keysInTables(runbook: Runbook, plan: Span): string[] {
  return tablesWithin(runbook, plan).flatMap((table) => {
    const column = columnOf(table, phaseColumn(runbook));
    if (column < 0) return [];
    return table.rows.flatMap(({ cells }) => {
      const label = numberInCell(runbook).exec(cellWords(runbook, cells[column]))?.[1];
      return label === undefined ? [] : (keyOfLabel(label, runbook.phases) ?? []);
    });
  });
}

export const rollbackPlanCoverage = defineRule<UncoveredPhases>({
  meta: {
    name: 'rollback-plan-coverage',
    summary: 'A rollback plan that does not cover every phase',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'document',
    yieldsTo: ['missing-rollback-plan', 'empty-rollback'],
  },
  *find({ runbook }) {
    const plan = rollbackPlan(runbook);
    if (plan === null || coversAllPhases(runbook, plan.span)) return;
    // a plan that says none is needed covers all phases
    const content = runbook.text.slice(plan.content.start, plan.content.end);
    if (/^(?:none|no|not|n\/a)\b[^\r\n]{0,60}/i.test(content)) return;
    const given = fromPhases(runbook, plan.span);
    if (given.some(({ keys }) => keys.length === 0)) return;
    const covered = new Set([...given.flatMap(({ keys }) => keys), ...keysInTables(runbook, plan.span)]);
    const phases = numberedPhases(runbook)
      .filter(({ phase, expectedKey }) => !covered.has(phase.key) && !covered.has(expectedKey))
      .map(({ phase }) => phase);
    if (phases.length === 0) return;
    const complete = findSection(runbook, /^complete rollback procedure$/, plan.span);
    yield { span: (complete ?? plan).nameSpan, plan, phases };
  },
  message({ phases }) {
    const [phase] = phases;
    return phases.length === 1 && phase !== undefined
      ? messages.of('missing', { label: phase.label })
      : messages.of('severalMissing', { labels: labelsOf(phases) });
  },
  fixes({ plan, phases }, context) {
    const all = numberedPhases(context.runbook).map(({ phase }) => phase);
    const ranked = phases.map((phase) => ({ label: phase.label, rank: all.indexOf(phase) }));
    const edits = planEdits(context.runbook, plan, ranked);
    const title =
      phases.length === 1
        ? context.say`Add a rollback from Phase ${labelsOf(phases)}`
        : context.say`Add rollbacks from phases ${labelsOf(phases)}`;
    return [fixHere(context, title, edits, false)];
  },
});

function labelsOf(phases: readonly Phase[]): string {
  const labels = phases.slice(0, mostListed).map(({ label }) => label);
  return `${labels.join(', ')}${phases.length > mostListed ? ' …' : ''}`;
}
