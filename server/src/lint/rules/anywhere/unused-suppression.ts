/** A comment that silences nothing, or that names an unknown rule. */
import { nearestWord } from '../../../config/nearest-word';
import { hasBody } from '../../../model/entry';
import type { Runbook } from '../../../model/runbook';
import type { Edit } from '../../../text/edit';
import { wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Fix, type Match } from '../../rule';
import type { Suppression } from '../../suppressions';

interface UnusedSuppression extends Match {
  readonly suppression: Suppression;
  /** The rule that an unknown name probably means, or null. */
  readonly nearest: string | null;
  readonly unknown: boolean;
}

const messages = new Messages({
  unknown:
    'Unknown rule "{rule}", so this comment silences nothing. Correct the name, or remove the comment.',
  misspelled: 'Unknown rule "{rule}", so this comment silences nothing. Did you mean "{nearest}"?',
  enabled: '{rule} is not disabled above, so this comment has no effect. Remove it.',
  allEnabled: 'No rule is disabled above, so this comment has no effect. Remove it.',
  unused: 'No finding of {rule} to silence here, and the comment would hide a future one. Remove it.',
  allUnused: 'No finding to silence here, and the comment would hide future ones. Remove it.',
});

export const unusedSuppression = defineRule<UnusedSuppression>({
  meta: {
    name: 'unused-suppression',
    summary: 'A comment that silences nothing or names an unknown rule',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
    last: 1,
  },
  *find({ runbook, idleSuppressions, ruleNames }) {
    for (const suppression of idleSuppressions) {
      const { rule, span } = suppression;
      const unknown = rule !== null && !ruleNames.has(rule);
      if (!unknown && isAboutStub(runbook, suppression)) continue;
      yield { span, suppression, unknown, nearest: unknown ? nearestWord(rule, ruleNames) : null };
    }
  },
  message({ suppression: { rule, form }, unknown, nearest }) {
    const tags = ['unnecessary'] as const;
    const isEnable = form === 'enable';
    if (rule === null) return { ...messages.of(isEnable ? 'allEnabled' : 'allUnused'), tags };
    if (!unknown) return { ...messages.of(isEnable ? 'enabled' : 'unused', { rule }), tags };
    if (nearest === null) return { ...messages.of('unknown', { rule }), tags };
    return { ...messages.of('misspelled', { rule, nearest }), tags };
  },
  fixes({ suppression, nearest }, { runbook, place, say }) {
    const fixes: Fix[] = [];
    if (nearest !== null)
      fixes.push({
        title: say`Change rule to ${nearest}`,
        edits: new Map([[place.uri, [{ span: suppression.span, newText: nearest }]]]),
        automatic: false,
        removes: 'comment',
      });
    if (!isUnderlined(runbook, suppression))
      fixes.push({
        title:
          suppression.named > 1 && suppression.rule !== null
            ? say`Remove ${suppression.rule}`
            : say`Remove the comment`,
        edits: new Map([[place.uri, [removalOf(runbook, suppression)]]]),
        automatic: true,
        removes: 'comment',
      });
    return fixes;
  },
});

/** Whether a comment speaks of an entry that is still a template: what is said of it once it is filled in is not known yet. */
function isAboutStub({ text, entries }: Runbook, { comment, form }: Suppression): boolean {
  if (form === 'file' || form === 'enable') return false;
  const blanks = form === 'next-line' ? text.slice(comment.end, comment.end + 400).search(/\S/) : 0;
  const offset = comment.end + Math.max(0, blanks);
  return entries.some(
    (entry) => entry.stub && hasBody(entry) && entry.span.start <= offset && offset < entry.span.end,
  );
}

/** Whether words behind a comment that is to go would become a heading by the line below, which is a rule because of it. */
function isUnderlined({ lines, text }: Runbook, { comment, named }: Suppression): boolean {
  const line = lines.lineAt(comment.end);
  const behind = text.slice(comment.end, lines.spanOf(line).end);
  return named <= 1 && behind.trim() !== '' && /^[ \t>]*(?:-+|=+)[ \t]*$/.test(lines.textOf(line + 1));
}

/**
 * Removes the name from its list, or the whole comment; with its line if that holds nothing else and does not keep the
 * lines around it apart.
 */
function removalOf(runbook: Runbook, { span, comment, named }: Suppression): Edit {
  const { text, lines } = runbook;
  if (named > 1) {
    const after = /^[ \t\r\n]*,[ \t\r\n]*|^[ \t\r\n]+(?=\w)/.exec(text.slice(span.end, comment.end));
    if (after !== null) return { span: { start: span.start, end: span.end + after[0].length }, newText: '' };
    const before = /(?<![ \t\r\n])[ \t\r\n]*(?:,[ \t\r\n]*)?$/.exec(text.slice(comment.start, span.start));
    return { span: { start: span.start - (before?.[0].length ?? 0), end: span.end }, newText: '' };
  }
  const first = lines.spanOf(lines.lineAt(comment.start));
  const last = lines.lineAt(comment.end);
  const around =
    wordsAt(runbook, { start: first.start, end: comment.start }) +
    wordsAt(runbook, { start: comment.end, end: lines.spanOf(last).end });
  if (around.trim() !== '') return { span: comment, newText: '' };
  // before the first line and behind the last one is nothing
  const isBlank = (line: number): boolean => lines.textOf(line).trim() === '';
  const divides = !isBlank(lines.lineAt(first.start) - 1) && !isBlank(last + 1);
  const end = divides ? lines.spanOf(last).end : lines.startOf(last + 1);
  return { span: { start: first.start, end }, newText: '' };
}
