/** A comment that silences nothing, or a rule that does not exist. */
import { nearestWord } from '../../../config/nearest-word';
import type { Runbook } from '../../../model/runbook';
import type { Edit } from '../../../text/edit';
import { wordsAt } from '../../../document/fields/fields';
import { defineRule, type Fix, type Match } from '../../rule';
import type { Suppression } from '../../suppressions';

interface UnusedSuppression extends Match {
  readonly suppression: Suppression;
  /** The rule that was probably meant by a name that no rule has, or null. */
  readonly nearest: string | null;
  readonly unknown: boolean;
}

export const unusedSuppression = defineRule<UnusedSuppression>({
  meta: {
    name: 'unused-suppression',
    summary: 'A comment that silences nothing or names no rule',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
    last: 1,
  },
  *find({ idleSuppressions, ruleNames }) {
    for (const suppression of idleSuppressions) {
      const { rule, span } = suppression;
      const unknown = rule !== null && !ruleNames.has(rule);
      yield { span, suppression, unknown, nearest: unknown ? nearestWord(rule, ruleNames) : null };
    }
  },
  message({ suppression: { rule, form }, unknown, nearest }) {
    if (unknown)
      return {
        message: `There is no rule "${rule ?? ''}", so this comment silences nothing. ${nearest === null ? 'Correct the name, or remove it' : `Did you mean ${nearest}?`}${nearest === null ? '.' : ''}`,
        tags: ['unnecessary'],
      };
    const what = rule ?? 'no finding at all';
    const message =
      form === 'enable'
        ? `Nothing disables ${rule ?? 'any rule'} above, so this comment enables nothing. Remove it.`
        : rule === null
          ? `This comment silences ${what}, and would hide one that comes later. Remove it.`
          : `There is no finding of ${rule} for this comment to silence, and it would hide one that comes later. Remove it.`;
    return { message, tags: ['unnecessary'] };
  },
  fixes({ suppression, nearest }, { runbook, place }) {
    const fixes: Fix[] = [];
    if (nearest !== null)
      fixes.push({
        title: `Write ${nearest}`,
        edits: new Map([[place.uri, [{ span: suppression.span, newText: nearest }]]]),
        automatic: false,
        removes: 'comment',
      });
    const name = suppression.named > 1 && suppression.rule !== null ? suppression.rule : 'this comment';
    fixes.push({
      title: `Remove ${name}`,
      edits: new Map([[place.uri, [removalOf(runbook, suppression)]]]),
      automatic: true,
      removes: 'comment',
    });
    return fixes;
  },
});

/** Takes the name out of its list, or the whole comment; with its line when nothing else stands there. */
function removalOf(runbook: Runbook, { span, comment, named }: Suppression): Edit {
  const { text, lines } = runbook;
  if (named > 1) {
    const behind = /^[ \t\r\n]*,[ \t\r\n]*|^[ \t\r\n]+(?=\w)/.exec(text.slice(span.end, comment.end));
    if (behind !== null)
      return { span: { start: span.start, end: span.end + behind[0].length }, newText: '' };
    const before = /(?<![ \t\r\n])[ \t\r\n]*(?:,[ \t\r\n]*)?$/.exec(text.slice(comment.start, span.start));
    return { span: { start: span.start - (before?.[0].length ?? 0), end: span.end }, newText: '' };
  }
  const first = lines.spanOf(lines.lineAt(comment.start));
  const last = lines.lineAt(comment.end);
  const around =
    wordsAt(runbook, { start: first.start, end: comment.start }) +
    wordsAt(runbook, { start: comment.end, end: lines.spanOf(last).end });
  if (around.trim() !== '') return { span: comment, newText: '' };
  return { span: { start: first.start, end: lines.startOf(last + 1) }, newText: '' };
}
