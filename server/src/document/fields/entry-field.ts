/** Finds a field of an entry in any of its carriers: label, table row, section, front matter (docs/runbook-format.md#fields). */
import { englishName } from '../../model/translated-names';
import { englishValue } from '../../model/translated-values';
import { hasBody } from '../../model/entry';
import type { Entry, FieldValue, Runbook } from '../../model/runbook';
import { groupBy } from '../../text/group-by';
import { rememberOf, rememberWords } from '../../text/remember';
import { firstFrom, trimSpan, type Span } from '../../text/span';
import { isUnseen, unseenLines, withoutComments } from '../../text/unseen';
import { documentField } from './fields';

/** A field by its name and its value, null when nothing is said. */
export interface FieldPlace {
  readonly nameSpan: Span;
  readonly value: FieldValue | null;
}

/**
 * The field of one of these keys (lower case): one that says something before one that is empty. Where the document
 * holds this entry only, its front matter and the labels before the entry speak for it.
 */
export function entryField(runbook: Runbook, entry: Entry, keys: readonly string[]): FieldPlace | undefined {
  // nearly always it is a label of the entry
  for (const field of entry.fields)
    if (field.value !== null && keys.includes(field.key) && !saysNothing(runbook, field.value)) return field;
  const inSections = sectionFields(runbook, entry, keys);
  const whole = isAlone(runbook, entry) ? documentField(runbook, ...keys) : undefined;
  for (const place of [...inSections, whole])
    if (place?.value != null && !saysNothing(runbook, place.value)) return place;
  return entry.fields.find(({ key }) => keys.includes(key)) ?? inSections[0] ?? whole;
}

/** Whether no other entry with a body is in the document; stops at the first one. */
function isAlone({ entries }: Runbook, entry: Entry): boolean {
  return !entries.some((other) => other !== entry && hasBody(other));
}

/** Whether a value is none: empty, a dash, "n/a", a comment, a tag. */
export function saysNothing({ text }: Runbook, { span }: FieldValue): boolean {
  return isNothing(text.slice(span.start, span.end));
}

/** Longer than what says nothing, with marks around it, in UTF-16 units. */
const longestNothing = 200;

const isNothing = rememberWords((words) => {
  const shown = withoutComments(words).trim();
  return (
    isUnseen(words) ||
    (shown.length <= longestNothing &&
      /^(?:|[-–—?]+|n\/?a|none|nobody|no one|unknown|not applicable)$/i.test(
        englishValue(shown.replace(/^[\s`*_"']+|(?<![\s`*_"'.])[\s`*_"'.]+$/g, '')),
      ))
  );
});

/** The headings of a document by what they are compared as, each by its index, in order. */
const headingsByKey = rememberOf(({ headings }: Runbook): ReadonlyMap<string, readonly number[]> => {
  return groupBy(headings.keys(), (index) => englishName(headings[index]?.key ?? ''));
});

const none: readonly FieldPlace[] = [];

function sectionFields(runbook: Runbook, entry: Entry, keys: readonly string[]): readonly FieldPlace[] {
  const { headings, text } = runbook;
  const byKey = headingsByKey(runbook);
  if (!keys.some((key) => byKey.has(key))) return none;
  const startOf = (index: number): number => headings[index]?.span.start ?? text.length;
  const inEntry: number[] = [];
  for (const key of keys) {
    const same = byKey.get(key) ?? [];
    for (let at = firstFrom(same, entry.headingSpan.end, startOf); at < same.length; at++) {
      const index = same[at];
      if (index === undefined || startOf(index) >= entry.span.end) break;
      inEntry.push(index);
    }
  }
  return inEntry
    .sort((a, b) => a - b)
    .flatMap((index): FieldPlace[] => {
      const heading = headings[index];
      if (heading === undefined) return [];
      const end = Math.min(startOf(index + 1), entry.span.end);
      const content = trimSpan(text, { start: heading.span.end, end });
      const words = text.slice(content.start, content.end);
      const start = content.start + unseenLines(words);
      const line = text.slice(start, content.end).split(/\r?\n/, 1)[0] ?? '';
      const span = { start, end: start + line.trimEnd().length };
      return [{ nameSpan: heading.titleSpan, value: isUnseen(line) ? null : { span, token: span } }];
    });
}
