/** An entry that is about to be written: the plain edits, and where it stands once they are made. */
import type { EntryEdit } from '../../../../protocol/src/messages';
import { keyOf, parseIdentifier } from '../../model/identifier';
import type { Entry, Runbook } from '../../model/runbook';
import { toPlainText } from '../../templates/expand-template';
import type { Edit } from '../../text/edit';

/** Edits of a document without tab stops, by offsets into its text. */
export function plainEdits({ lines }: Runbook, edits: readonly EntryEdit[]): Edit[] {
  return edits.map(({ range, newText, snippet }) => ({
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    newText: snippet ? toPlainText(newText) : newText,
  }));
}

/** The entry of an id in a document; samples in code are none. */
export function entryIn({ entries }: Runbook, id: string): Entry | undefined {
  const wanted = parseIdentifier(id);
  return wanted === null
    ? undefined
    : entries.find((entry) => keyOf(entry.id) === keyOf(wanted) && entry.form !== 'fence');
}

/** The anchor of the heading of an entry; empty where it has none. */
export function fragmentOf({ headings }: Runbook, { form, headingSpan }: Entry): string {
  const heading = headings.find(({ span }) => span.start === headingSpan.start);
  return form === 'heading' ? (heading?.slug ?? '') : '';
}
