/** A phase, deployment, feature or release without a way back. */
import type { Entry, Part, Phase } from '../../../model/runbook';
import type { Edit } from '../../../text/edit';
import type { Span } from '../../../text/span';
import { titleSpanOf } from '../../../document/document-title';
import { fixHere } from '../../shared/fix-here';
import { isHighRisk } from '../../../document/fields/front-matter-values';
import { endOfContent, insertBlockAfter, sectionMarks } from '../../../authoring/insertion';
import { insertInPhase, partLines, partStyle } from '../../../authoring/part-style';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { documentRollback, isUnwritten, leadsBack } from '../../../document/sections/rollback-plan';
import { rollbackSkeleton } from '../../../authoring/rollback-skeleton';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface MissingRollback extends Match {
  /** What has no way back: `Phase 2`, `DEP-002`, `This release runbook`. */
  readonly name: string;
  /** What its rollback says instead of steps: `N/A`. */
  readonly bare: string | null;
  /** Whether a rollback is announced, so that none need be added. */
  readonly present: boolean;
  readonly phase?: Phase;
  readonly entry?: Entry;
}

export const missingRollback = defineRule<MissingRollback>({
  meta: {
    name: 'missing-rollback',
    summary: 'A phase, deployment, feature or release without a rollback',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'playbook',
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
      const found = judge(context, rollback, span, entry.id.text);
      if (found !== null) yield { ...found, entry };
    }
    if (kind === 'feature' || kind === 'release') {
      const found = judge(
        context,
        documentRollback(runbook),
        titleSpanOf(runbook),
        kind === 'feature' ? 'This feature runbook' : 'This release runbook',
      );
      if (found !== null)
        yield kind === 'release' && found.bare === null ? { ...found, severity: 'error' } : found;
    }
  },
  message({ name, bare }) {
    const message =
      bare === null
        ? `${name} has no rollback: when it fails half way, people improvise. Add a "Rollback" with the steps back, or say "None needed" and why.`
        : `The rollback of ${name} says only "${bare}". Say why none is needed, so that nobody has to guess at night.`;
    return { message };
  },
  fixes({ name, present, phase, entry }, context) {
    const edit = present
      ? null
      : phase !== undefined
        ? inPhase(phase, context)
        : entry === undefined
          ? null
          : inEntry(entry, context);
    return edit === null ? [] : [fixHere(context, `Add a rollback to ${name}`, [edit], false)];
  },
});

function* inPhases(context: RuleContext): Iterable<MissingRollback> {
  const { runbook } = context;
  const high = isHighRisk(runbook);
  for (const phase of playbookPhases(runbook)) {
    const found = judge(context, phase.rollback ?? undefined, phase.nameSpan, `Phase ${phase.label}`);
    if (found !== null)
      yield { ...found, phase, ...(high && found.bare === null ? { severity: 'error' } : {}) };
  }
}

/** What says that there is no way back, and not why. */
const unexplained =
  /^(?:n\/?a|none|(?:none|not|no rollback|no action|nothing) (?:is )?(?:needed|required|necessary|applicable|possible)|nothing to (?:roll back|undo|revert|do)|no rollback(?: steps?| plan)?|nothing)[.!]?$/i;

function judge(
  { runbook }: RuleContext,
  rollback: Part | undefined,
  span: Span,
  name: string,
): MissingRollback | null {
  if (rollback === undefined) return { span, name, bare: null, present: false };
  const said = runbook.text.slice(rollback.content.start, rollback.content.end).trim();
  const words = said.replace(/^[\s*_`>-]{1,40}|[\s*_`]{1,40}$/g, '').trim();
  if (!unexplained.test(words) && !/^[-–—]{1,5}$/.test(said)) {
    const found = { span: rollback.nameSpan, name, bare: null, present: true };
    return leadsBack(rollback) && isUnwritten(runbook, rollback) ? found : null;
  }
  const bare = words === '' ? said : words;
  return { span: rollback.nameSpan, name, bare, present: true, severity: 'information' };
}

/** A rollback as the other phases have it, in front of the phase's duration. */
function inPhase(phase: Phase, { runbook }: RuleContext): Edit {
  const sibling = playbookPhases(runbook)
    .map(({ rollback }) => rollback)
    .find((part) => part !== null && part.item === null);
  const style = partStyle(runbook, 'Rollback', phase.span, sibling ?? undefined);
  return insertInPhase(runbook, phase, partLines(style, rollbackSkeleton(runbook, sibling ?? undefined)), [
    phase.duration,
  ]);
}

/** A section as the other deployments have it, behind the steps. */
function inEntry(entry: Entry, { runbook }: RuleContext): Edit {
  const sibling = runbook.entries
    .filter(({ id }) => id.prefix === 'DEP')
    .flatMap(({ parts }) => parts.filter(({ role, from }) => role === 'rollback' && from === 'heading'))[0];
  const name = sibling?.name ?? 'Rollback Procedure';
  const lines = [`${sectionMarks(entry)} ${name}`, '', ...rollbackSkeleton(runbook, sibling)];
  const before = entry.section?.children.findLast(({ role }) => role === 'steps' || role === 'verification');
  const headings = entry.section?.children ?? [];
  const behind = before?.span ?? (headings.length > 0 ? headings[0]?.span : undefined) ?? entry.span;
  return insertBlockAfter(runbook, endOfContent(runbook, behind), lines);
}
