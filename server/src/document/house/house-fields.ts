/** Finds a field that a kind defines, whatever carries it: front matter, label, table, plain line or section. */
import type { HouseField } from '../../model/house-style';
import { plainText } from '../../model/plain-text';
import type { Label, Runbook } from '../../model/runbook';
import { englishName } from '../../model/translated-names';
import { normalizeName } from '../../model/vocabulary';
import { rememberOf } from '../../text/remember';
import { trimSpan, type Span } from '../../text/span';
import { isInert } from '../sections/section-lookup';

/** A field by its name; the value is null where nothing is said. */
export interface CarriedField {
  readonly key: string;
  readonly nameSpan: Span;
  readonly value: Span | null;
  readonly carrier: 'front-matter' | 'label' | 'row' | 'line' | 'section';
  /** The label that it is, where it is one. */
  readonly label: Label | null;
}

/** The field that says something before one that is empty; undefined where the document has none of the names. */
export function houseField(
  runbook: Runbook,
  { name, also }: Pick<HouseField, 'name' | 'also'>,
): CarriedField | undefined {
  return fieldOfNames(runbook, [name, ...also]);
}

/** The same by names as they are written. */
export function fieldOfNames(runbook: Runbook, names: readonly string[]): CarriedField | undefined {
  const keys = new Set(names.map(keyOf));
  const found = carriedFields(runbook).filter(({ key }) => keys.has(key));
  return found.find(({ value }) => value !== null) ?? found[0];
}

/** The same by English names, in any language: the best name comes first. */
export function fieldMeaning(runbook: Runbook, names: readonly string[]): CarriedField | undefined {
  const fields = carriedFields(runbook);
  let empty: CarriedField | undefined;
  for (const name of names.map(keyOf)) {
    const found = fields.filter(({ key }) => key === name || englishName(key) === name);
    const said = found.find(({ value }) => value !== null);
    if (said !== undefined) return said;
    empty ??= found[0];
  }
  return empty;
}

/** A name as fields are compared: `last_reviewed-on` and `Last Reviewed On` are one. */
function keyOf(name: string): string {
  return normalizeName(name.replace(/[_-]+/g, ' '));
}

/** All that may be a field, front matter first; looked for once, in documents of own kinds only. */
const carriedFields = rememberOf((runbook: Runbook): readonly CarriedField[] => [
  ...inFrontMatter(runbook),
  ...runbook.labels.map((label): CarriedField => ({
    key: keyOf(label.name),
    nameSpan: label.nameSpan,
    value: label.value?.span ?? below(runbook, label),
    carrier: 'label',
    label,
  })),
  ...inTables(runbook),
  ...inLines(runbook),
  ...inSections(runbook),
]);

function inFrontMatter({ frontMatter, text }: Runbook): CarriedField[] {
  return (frontMatter?.fields ?? []).map(({ key, keySpan, valueSpan, value }): CarriedField => {
    const quoted = /^["']/.test(text.slice(valueSpan.start, valueSpan.end)) ? 1 : 0;
    const span = { start: valueSpan.start + quoted, end: Math.max(valueSpan.start, valueSpan.end - quoted) };
    return {
      key: keyOf(key),
      nameSpan: keySpan,
      value: value === '' ? null : span,
      carrier: 'front-matter',
      label: null,
    };
  });
}

/** A value may stand below its label, as text or as a list. */
function below({ text, lines }: Runbook, { carrier, nameSpan, span }: Label): Span | null {
  if (carrier === 'table' || carrier === 'yaml') return null;
  const start = Math.min(lines.spanOf(lines.lineAt(nameSpan.end)).end, span.end);
  return firstLine(text, { start, end: span.end });
}

function firstLine(text: string, stretch: Span): Span | null {
  const { start, end } = trimSpan(text, stretch);
  const line = text.slice(start, end).split(/\r?\n/, 1)[0] ?? '';
  return line === '' ? null : { start, end: start + line.trimEnd().length };
}

/** Rows of tables of two columns that no list of names knows. */
function inTables({ tables, text }: Runbook): CarriedField[] {
  return tables
    .filter(({ columns }) => columns.length === 2)
    .flatMap(({ block }) =>
      block.rows.flatMap(({ cells: [name, value] }): CarriedField[] => {
        if (name === undefined) return [];
        const said = value === undefined || value.span.end === value.span.start ? null : value.span;
        const key = keyOf(plainText(text, name.span, name.inlines));
        return [{ key, nameSpan: name.span, value: said, carrier: 'row', label: null }];
      }),
    );
}

/** `Blast radius: one region`, also in quotes and lists. Groups: what is in front of it, its name. */
const plainLine =
  /^([ \t>]{0,20}(?:[-*+][ \t]{1,4})?)([^\s:：|`*_[\]<>#>-][^:：|`*_[\]<>\r\n]{0,58})[:：](?=[ \t]|$|(?<=：))/;
/** Lines that are looked at from the top. */
const mostLines = 400;

function inLines(runbook: Runbook): CarriedField[] {
  const { lines } = runbook;
  const found: CarriedField[] = [];
  for (let line = 0; line < Math.min(lines.count, mostLines); line++) {
    const { start, end } = lines.spanOf(line);
    const words = runbook.text.slice(start, end);
    const match = plainLine.exec(words);
    if (match === null || isInert(runbook, start)) continue;
    const [whole, lead = '', name = ''] = match;
    const nameSpan = { start: start + lead.length, end: start + lead.length + name.trimEnd().length };
    const value = firstLine(runbook.text, { start: start + whole.length, end });
    found.push({ key: keyOf(name), nameSpan, value, carrier: 'line', label: null });
  }
  return found;
}

function inSections({ headings, text }: Runbook): CarriedField[] {
  return headings.map((heading, index): CarriedField => {
    const end = headings[index + 1]?.span.start ?? text.length;
    return {
      key: keyOf(heading.title),
      nameSpan: heading.titleSpan,
      value: firstLine(text, { start: heading.span.end, end }),
      carrier: 'section',
      label: null,
    };
  });
}
