/** When a document of an own kind was last reviewed, and how long that holds. */
import type { FieldPurpose, WordRole } from '../../model/house-style';
import type { Configuration } from '../../config/configuration';
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { ownerKeys } from '../entries/owner-keys';
import { lastTestedKeys, lastUpdatedKeys } from '../fields/date-fields';
import { readDate } from '../fields/dates';
import { wordsAt } from '../fields/fields';
import { intervalDays, plainValue } from './field-values';
import { fieldMeaning, houseField, type CarriedField } from './house-fields';

/** What a field about the last review is called where the kind does not say; the best comes first. */
const reviewNames: readonly string[] = [
  'last reviewed on',
  'last reviewed',
  'last review',
  'last reviewed at',
  'last verified at',
  'last verified',
  'reviewed',
  'reviewed on',
  ...lastTestedKeys,
  ...lastUpdatedKeys,
  'last update on',
  'last updated on',
];

const ownerNames: readonly string[] = [...ownerKeys, 'responsible', 'owner slack', 'contact'];

/** What a field about how long a review holds is called. */
const intervalNames: readonly string[] = [
  'review in',
  'review interval',
  'review cycle',
  'review cadence',
  'review frequency',
  'review every',
  'review period',
  'review zyklus',
  'レビュー周期',
];

const namesByPurpose: readonly (readonly [FieldPurpose, readonly string[]])[] = [
  ['reviewDate', reviewNames],
  ['reviewInterval', intervalNames],
  ['owner', ownerNames],
];

/** What a field of this name (lower case, with blanks) says, and how well the name fits: 0 is best. Null for other fields. */
export function purposeOf(name: string): { readonly purpose: FieldPurpose; readonly rank: number } | null {
  for (const [purpose, names] of namesByPurpose) {
    const rank = names.indexOf(name);
    if (rank >= 0) return { purpose, rank };
  }
  return null;
}

type Words = Pick<Configuration, 'words'>;

/** The field by which a document names who keeps it. */
export function ownerOf(runbook: Runbook, configuration: Words): CarriedField | undefined {
  return purposeful(runbook, 'owner') ?? byWords(runbook, configuration, 'owner', ownerNames);
}

/** The field with the date of the last review. */
export function reviewOf(runbook: Runbook, configuration: Words): CarriedField | undefined {
  return purposeful(runbook, 'reviewDate') ?? byWords(runbook, configuration, 'review', reviewNames);
}

/** The date of the last review with its place; null where none can be read. */
export function reviewDate(
  runbook: Runbook,
  configuration: Words,
): { readonly iso: string; readonly span: Span } | null {
  const value = reviewOf(runbook, configuration)?.value;
  if (value == null) return null;
  const words = wordsAt(runbook, value);
  const lead = /^[\s*_`"']*/.exec(words)?.[0].length ?? 0;
  const { iso, length } = readDate(words.slice(lead));
  const start = value.start + lead;
  return iso === '' ? null : { iso, span: { start, end: start + length } };
}

/** How many days a review of this document holds, as it says itself; null where it does not. */
export function reviewInterval(runbook: Runbook): { readonly days: number; readonly words: string } | null {
  const value = purposeful(runbook, 'reviewInterval')?.value;
  if (value == null) return null;
  const words = plainValue(wordsAt(runbook, value));
  const days = intervalDays(words);
  return days === null ? null : { days, words };
}

function purposeful(runbook: Runbook, purpose: FieldPurpose): CarriedField | undefined {
  const field = runbook.kind.house?.fields.find(({ sets }) => sets === purpose);
  return field === undefined ? undefined : houseField(runbook, field);
}

function byWords(
  runbook: Runbook,
  { words }: Words,
  role: WordRole,
  usual: readonly string[],
): CarriedField | undefined {
  const { add = [], remove = [] } = words.get(role) ?? {};
  const removed = new Set(remove.map((word) => word.toLowerCase()));
  return fieldMeaning(runbook, [...add, ...usual.filter((name) => !removed.has(name))]);
}
