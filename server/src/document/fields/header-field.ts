/** Fields in the head of a feature or release runbook, whatever carries them. */
import type { FieldValue, Label, Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { firstFrom, type Span } from '../../text/span';
import { holdsNoWords, sectionsOf } from '../sections/section-lookup';

export interface HeaderField {
  readonly nameSpan: Span;
  /** Null for a field without a value. */
  readonly value: FieldValue | null;
}

const headSections =
  /^(?:metadata|document (?:information|control|history)|header|release information|release details|release|overview|general)$/;

/** Labels before the first H2 and in sections such as "Metadata" and "Release Information", in order. */
const headLabels = rememberOf((runbook: Runbook): readonly Label[] => {
  const { labels, headings, text } = runbook;
  const within = (start: number, end: number): readonly Label[] => {
    const startOf = ({ span }: Label): number => span.start;
    return labels.slice(firstFrom(labels, start, startOf), firstFrom(labels, end, startOf));
  };
  const first = headings.find(({ depth }) => depth === 2)?.span.start ?? text.length;
  const sections = sectionsOf(runbook).filter(
    ({ heading }) => heading?.depth === 2 && headSections.test(heading.key),
  );
  return [...within(0, first), ...sections.flatMap(({ span }) => within(span.start, span.end))];
});

/** The first field whose name matches, one with a value before one without; front matter counts too. */
export function headerField(runbook: Runbook, pattern: RegExp): HeaderField | undefined {
  const named = headLabels(runbook).filter(({ key }) => pattern.test(key));
  const said = named.find(({ value }) => value !== null && !holdsNoWords(runbook, value.span));
  if (said !== undefined) return said;
  const field = runbook.frontMatter?.fields.find(
    ({ key, value }) => value !== '' && pattern.test(key.toLowerCase().replace(/[_-]/g, ' ')),
  );
  if (field !== undefined)
    return { nameSpan: field.keySpan, value: { span: field.valueSpan, token: field.valueSpan } };
  const [empty] = named;
  return empty === undefined ? undefined : { nameSpan: empty.nameSpan, value: valueBelow(runbook, empty) };
}

/** A value may stand below its label, as text or as a list. */
function valueBelow(runbook: Runbook, { carrier, nameSpan, span }: Label): FieldValue | null {
  if (carrier === 'table' || carrier === 'yaml') return null;
  const below = {
    start: Math.min(runbook.lines.spanOf(runbook.lines.lineAt(nameSpan.end)).end, span.end),
    end: span.end,
  };
  return holdsNoWords(runbook, below) ? null : { span: below, token: below };
}
