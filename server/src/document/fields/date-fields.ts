/** The fields of a document that hold a date, whichever carrier they have. */
import { entryFinder } from '../entries/run-entries';
import type { Entry, FrontMatterField, Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import type { Span } from '../../text/span';
import { readDate, type WrittenDate } from './dates';
import { frontMatterName } from './fields';

export interface DateField {
  /** As written: `Last Tested`. */
  readonly name: string;
  /** As compared: `last tested`. */
  readonly key: string;
  readonly nameSpan: Span;
  /** The whole value: **Last Tested**: «2026-10-01 (drill)». */
  readonly valueSpan: Span;
  /** The date alone: «2026-10-01» (drill); the whole value where none is recognised. */
  readonly span: Span;
  readonly date: WrittenDate;
  readonly entry: Entry | undefined;
}

/** What a field about the last test may be called. */
export const lastTestedKeys: readonly string[] = [
  'last tested',
  'last test',
  'last tested on',
  'last test date',
  'last drill',
  'last drilled',
  'last exercised',
  'last rehearsed',
  'tested on',
  'tested',
  'last drill date',
  'last verified',
  'last verified on',
  'last validated',
  'last validated on',
  'last run',
  'last executed',
  'last practiced',
  'last practised',
  'last rehearsal',
  'last exercise',
  'date last tested',
  'date of last test',
];

export const lastUpdatedKeys: readonly string[] = [
  'last updated',
  'last update',
  'updated',
  'last modified',
  'last changed',
  'last revised',
];

const createdKeys: readonly string[] = ['created', 'created on', 'creation date'];

/** Fields that say when something happened: a date ahead of today is wrong. */
export const pastKeys: ReadonlySet<string> = new Set([
  ...lastTestedKeys,
  ...lastUpdatedKeys,
  ...createdKeys,
  'completed',
  'completed on',
  'last reviewed',
  'last review',
]);

const dateKeys: ReadonlySet<string> = new Set([...pastKeys, 'date', 'target date', 'release date']);

/** All date fields with a value, in document order; front matter first. */
export const dateFields = rememberOf((runbook: Runbook): readonly DateField[] => {
  const fields: DateField[] = [];
  for (const field of runbook.frontMatter?.fields ?? []) {
    const found = ofFrontMatter(runbook, field);
    if (found !== null) fields.push(found);
  }
  const entryAt = entryFinder(runbook);
  for (const { name, key, nameSpan, value, span } of runbook.labels) {
    if (value === null || !dateKeys.has(key)) continue;
    fields.push(toField(runbook, name, key, nameSpan, value.span, entryAt(span)));
  }
  return fields;
});

function ofFrontMatter(runbook: Runbook, field: FrontMatterField): DateField | null {
  const key = frontMatterName(field.key);
  if (!dateKeys.has(key) || field.value === '') return null;
  const quoted = /^["']/.test(runbook.text.slice(field.valueSpan.start, field.valueSpan.end)) ? 1 : 0;
  const valueSpan = { start: field.valueSpan.start + quoted, end: field.valueSpan.end - quoted };
  return toField(runbook, field.key, key, field.keySpan, valueSpan, undefined);
}

function toField(
  { text }: Runbook,
  name: string,
  key: string,
  nameSpan: Span,
  valueSpan: Span,
  entry: Entry | undefined,
): DateField {
  const words = text.slice(valueSpan.start, valueSpan.end);
  const lead = /^[\s*_`"']*/.exec(words)?.[0].length ?? 0;
  const date = readDate(words.slice(lead));
  const start = valueSpan.start + lead;
  const span = date.length === 0 ? valueSpan : { start, end: start + date.length };
  return { name, key, nameSpan, valueSpan, span, date, entry };
}
