/** A phase, deployment, feature or release without a way back (`domain.md` section 5, Playbook). */
import type { Part } from '../../model/runbook';
import type { Span } from '../../text/span';
import { defineRule, type Match, type RuleContext } from '../rule';

interface MissingRollback extends Match {
  /** What has no way back: `Phase 2`, `DEP-002`, `This release runbook`. */
  readonly name: string;
  /** What its rollback says instead of steps: `N/A`. */
  readonly bare: string | null;
}

export const missingRollback = defineRule<MissingRollback>({
  meta: {
    name: 'missing-rollback',
    summary: 'A phase, deployment, feature or release without a rollback',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Playbook',
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
      const rollback = runbook.parts.find((part) => part.role === 'rollback' && isWayBack(context, part));
      const title = runbook.headings.find(({ depth }) => depth === 1)?.titleSpan ?? runbook.lines.spanOf(0);
      const found = judge(
        context,
        rollback,
        title,
        kind === 'feature' ? 'This feature runbook' : 'This release runbook',
      );
      if (found !== null)
        yield kind === 'release' && found.bare === null ? { ...found, severity: 'error' } : found;
    }
  },
  word({ name, bare }) {
    const message =
      bare === null
        ? `${name} has no rollback: when it fails half way, people improvise. Add a "Rollback" with the steps back, or say "None needed" and why.`
        : `The rollback of ${name} says only "${bare}". Say why none is needed, so that nobody has to guess at night.`;
    return { message };
  },
});

function* inPhases(context: RuleContext): Iterable<MissingRollback> {
  const { runbook } = context;
  const risk = runbook.frontMatter?.fields.find(({ key }) => key === 'risk_level')?.value ?? '';
  for (const phase of runbook.phases) {
    if (phase.rollout !== null) continue;
    const found = judge(
      context,
      phase.rollback ?? undefined,
      phase.heading.titleSpan,
      `Phase ${phase.label}`,
    );
    if (found !== null)
      yield /^high$/i.test(risk) && found.bare === null ? { ...found, severity: 'error' } : found;
  }
}

function judge(
  { runbook }: RuleContext,
  rollback: Part | undefined,
  span: Span,
  name: string,
): MissingRollback | null {
  if (rollback === undefined) return { span, name, bare: null };
  const words = runbook.text.slice(rollback.content.start, rollback.content.end).trim();
  if (!/^(?:n\/?a|none|not applicable|no rollback|nothing|-+|—)\.?$/i.test(words)) return null;
  return { span: rollback.nameSpan, name, bare: words, severity: 'information' };
}

/** A document's own rollback, not the disaster recovery or the restoring of a backup that it also holds. */
function isWayBack({ runbook }: RuleContext, part: Part): boolean {
  if (/roll|revert|back-?\s?out/i.test(part.name)) return true;
  return (
    part.from === 'heading' &&
    (runbook.headings.find(({ titleSpan }) => titleSpan.start === part.nameSpan.start)?.depth ?? 6) <= 2
  );
}
