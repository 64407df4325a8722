/** A phase, deployment, feature or release without a rollback. */
import type { Entry, Part, Phase } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { titleSpanOf } from '../../../document/document-title';
import { fixHere } from '../../shared/fix-here';
import { isHighRisk } from '../../../document/fields/front-matter-values';
import { entryRollback, phaseRollback } from '../../../authoring/rollback-insertion';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { bareRollback, documentRollback, rollbackState } from '../../../document/sections/rollback-plan';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface MissingRollback extends Match {
  /** What its rollback says instead of steps: `N/A`. */
  readonly bare: string | null;
  /** Whether there is a rollback section, so that none has to be added. */
  readonly present: boolean;
  readonly phase?: Phase;
  readonly entry?: Entry;
}

const messages = new Messages({
  phase:
    'Phase {label} has no rollback. If it fails halfway, operators must improvise. Add "Rollback" with steps, or "None needed" and why.',
  entry:
    '{id} has no rollback. If it fails halfway, operators must improvise. Add "Rollback" with steps, or "None needed" and why.',
  runbook:
    'This runbook has no rollback. If a rollout fails, responders must improvise. Add "Rollback" with steps, or "None needed" and why.',
  phaseUnexplained:
    'The rollback of Phase {label} says only "{bare}". Explain why none is needed, so that operators can rely on it.',
  entryUnexplained:
    'The rollback of {id} says only "{bare}". Explain why none is needed, so that operators can rely on it.',
  runbookUnexplained:
    'The rollback of this runbook says only "{bare}". Explain why none is needed, so that responders can rely on it.',
});

export const missingRollback = defineRule<MissingRollback>({
  meta: {
    name: 'missing-rollback',
    summary: 'A phase, deployment, feature or release without a rollback',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'part',
    role: 'rollback',
    yieldsTo: ['empty-rollback'],
  },
  *find(context) {
    const { runbook, entries } = context;
    const { kind } = runbook.kind;
    if (kind === 'playbook') yield* inPhases(context);
    for (const entry of entries) {
      if (entry.id.prefix !== 'DEP') continue;
      const rollback = entry.parts.find(({ role }) => role === 'rollback');
      const span = { start: entry.idSpan.start, end: Math.max(entry.titleSpan.end, entry.idSpan.end) };
      const found = judge(context, rollback, span);
      if (found !== null) yield { ...found, entry };
    }
    if (kind === 'feature' || kind === 'release') {
      const found = judge(context, documentRollback(runbook), titleSpanOf(runbook));
      if (found !== null)
        yield kind === 'release' && found.bare === null ? { ...found, severity: 'error' } : found;
    }
  },
  message({ phase, entry, bare }) {
    if (phase !== undefined) {
      const { label } = phase;
      return bare === null
        ? messages.of('phase', { label })
        : messages.of('phaseUnexplained', { label, bare });
    }
    if (entry !== undefined) {
      const id = entry.id.text;
      return bare === null ? messages.of('entry', { id }) : messages.of('entryUnexplained', { id, bare });
    }
    return bare === null ? messages.of('runbook') : messages.of('runbookUnexplained', { bare });
  },
  fixes({ present, phase, entry }, context) {
    if (present) return [];
    if (phase !== undefined)
      return [
        fixHere(
          context,
          context.say`Add a rollback to Phase ${phase.label}`,
          [phaseRollback(context.runbook, phase)],
          false,
        ),
      ];
    return entry === undefined
      ? []
      : [
          fixHere(
            context,
            context.say`Add a rollback to ${entry.id.text}`,
            [entryRollback(context.runbook, entry)],
            false,
          ),
        ];
  },
});

function* inPhases(context: RuleContext): Iterable<MissingRollback> {
  const { runbook } = context;
  const high = isHighRisk(runbook);
  for (const phase of playbookPhases(runbook)) {
    const found = judge(context, phase.rollback ?? undefined, phase.nameSpan);
    if (found !== null)
      yield { ...found, phase, ...(high && found.bare === null ? { severity: 'error' } : {}) };
  }
}

function judge({ runbook }: RuleContext, rollback: Part | undefined, span: Span): MissingRollback | null {
  if (rollback === undefined) return { span, bare: null, present: false };
  const bare = bareRollback(runbook, rollback);
  if (bare !== null) return { span: rollback.nameSpan, bare, present: true, severity: 'information' };
  const state = rollbackState(runbook, rollback);
  return state === 'unwritten' ? { span: rollback.nameSpan, bare: null, present: true } : null;
}
