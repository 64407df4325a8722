/** Reads fields of entries and documents, whichever carrier they have. */
import type { Entry, FieldValue, Label, Runbook } from '../../model/runbook';
import { enclosingFinder } from '../../text/enclosing';
import { rememberOf } from '../../text/remember';
import type { Span } from '../../text/span';

/** The value of the first field of one of these keys (lower case) that has one. */
export function valueOf(entry: Entry, ...keys: readonly string[]): FieldValue | undefined {
  return entry.fields.find(({ key, value }) => keys.includes(key) && value !== null)?.value ?? undefined;
}

/** A field of the document itself: a label or table row outside all entries and phases, else front matter of the same name. */
export function documentField(
  runbook: Runbook,
  ...keys: readonly string[]
): { readonly nameSpan: Span; readonly value: FieldValue | null } | undefined {
  const label = documentLabels(runbook).find(({ key }) => keys.includes(key));
  if (label !== undefined) return label;
  const field = runbook.frontMatter?.fields.find(({ key }) => keys.includes(frontMatterName(key)));
  if (field === undefined) return undefined;
  return {
    nameSpan: field.keySpan,
    value: field.value === '' ? null : { span: field.valueSpan, token: field.valueSpan },
  };
}

/** What a key of front matter names, as fields are compared: `last tested` of `last_tested`, `last-tested`, `lastTested`. */
export function frontMatterName(key: string): string {
  return key
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replace(/[_-]/g, ' ')
    .toLowerCase();
}

/** The labels outside all entries and phases. */
const documentLabels = rememberOf(({ labels, entries, phases }: Runbook): readonly Label[] => {
  const parts = [...entries.filter(({ form }) => form !== 'file-name'), ...phases];
  const around = enclosingFinder(parts.sort((a, b) => a.span.start - b.span.start));
  return labels.filter(({ span }) => around(span) === undefined);
});

/** The characters of a span. */
export function wordsAt({ text }: Runbook, span: Span): string {
  return text.slice(span.start, span.end);
}

/** What names an entry in findings: ## «RUN-001: Title». */
export function nameSpanOf(entry: Entry): Span {
  return { start: entry.idSpan.start, end: Math.max(entry.titleSpan.end, entry.idSpan.end) };
}
