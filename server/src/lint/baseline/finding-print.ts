/**
 * What a finding stands on in the document's own words, so that it is known again wherever these stand, whatever its message
 * says, and in any language.
 */
import type { Entry, Runbook } from '../../model/runbook';
import type { DocumentHeading } from '../../model/structure';
import { digestOfText } from '../../text/digest';
import { rememberOf } from '../../text/remember';
import { encloses, firstFrom, sliceSpan, type Span } from '../../text/span';
import type { Finding } from '../rule';

export interface FindingPrint {
  /** The identifier of the entry that it is about or stands in; empty without one. */
  readonly entry: string;
  /** Digests of the title of the document, of the heading above, and of the words, with dots between them. */
  readonly at: string;
}

/** The print of a finding in its document. */
export function printOf({ span, entry }: Finding, runbook: Runbook): FindingPrint {
  const { headings } = runbook;
  const index = firstFrom(headings, span.start + 1, ({ span: own }) => own.start) - 1;
  const last = headings[index];
  const isTitle = last !== undefined && encloses(last.span, span);
  const above = isTitle ? headings.slice(0, index).findLast(({ depth }) => depth < last.depth) : last;
  const words = sliceSpan(runbook.text, span);
  const digests = [
    titleDigest(runbook),
    above === undefined ? '' : headingWords(runbook, above),
    isTitle ? withoutNumbers(words) : words,
  ].map((one, place) => (place === 0 ? one : digestOfText(withoutBreaks(one))));
  return { entry: (entry ?? entryAround(runbook, span))?.id.text ?? '', at: digests.join('.') };
}

function entryAround({ entries }: Runbook, span: Span): Entry | undefined {
  const entry = entries[firstFrom(entries, span.start + 1, ({ span: own }) => own.start) - 1];
  return entry !== undefined && encloses(entry.span, span) ? entry : undefined;
}

const titleDigest = rememberOf((runbook: Runbook): string => {
  const title = runbook.headings.find(({ depth }) => depth === 1);
  return title === undefined ? '' : digestOfText(withoutBreaks(sliceSpan(runbook.text, title.titleSpan)));
});

function headingWords({ text }: Runbook, { titleSpan }: DocumentHeading): string {
  return withoutNumbers(sliceSpan(text, titleSpan));
}

/** Steps and phases are numbered anew when one is inserted. */
function withoutNumbers(words: string): string {
  return words.replace(/\d+/g, '0');
}

function withoutBreaks(words: string): string {
  // single blanks stay as they are: long values have many
  return words.replace(/[^\S ]\s*| \s+/g, ' ').trim();
}

/** The digests of a print. */
export function digestsOf(at: string): { readonly title: string; readonly place: string } {
  const dot = at.indexOf('.');
  return { title: at.slice(0, dot), place: at.slice(dot + 1) };
}
