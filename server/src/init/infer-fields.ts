/** Which fields documents have in common, what their values are and what they say. */
import { isAllowed } from '../document/house/field-values';
import { purposeOf } from '../document/house/review';
import { noForm, type FieldPurpose } from '../model/house-style';
import type { Runbook } from '../model/runbook';
import { normalizeName } from '../model/vocabulary';
import { idPattern } from './id-pattern';
import { leastShare } from './outlines';

export interface SharedField {
  /** As most documents write it. */
  readonly name: string;
  /** How many of the documents have it with a value. */
  readonly count: number;
  readonly sets: FieldPurpose | null;
  /** What all values are; null for anything. */
  readonly values: 'date' | 'interval' | 'channel' | null;
  /** Of an identifier its form; null for other fields. */
  readonly pattern: string | null;
}

export interface SharedFields {
  readonly fields: readonly SharedField[];
  /** A pattern for the ids of the documents; null where they have none, or none of one form. */
  readonly ids: string | null;
}

/** Fields that say how a page is shown, not what it is about. */
const presentation =
  /^(?:title|layout|weight|nav order|nav exclude|has children|sidebar(?: .*)?|order|position|slug|permalink|url|aliases|toc|draft|tags?|keywords?|categories|lang|locale|template|parent|section|source|old paths|hide(?: .*)?|type|date|author|created|created at|linktitle|description|status|version|id)$/;

/** What the fields of these documents have in common. */
export function sharedFields(runbooks: readonly Runbook[]): SharedFields {
  const values = new Map<string, { readonly names: string[]; readonly values: Map<Runbook, string> }>();
  for (const runbook of runbooks)
    for (const { name, value } of fieldsAtTop(runbook)) {
      const key = normalizeName(name.replace(/[_-]+/g, ' '));
      const known = values.get(key) ?? { names: [], values: new Map<Runbook, string>() };
      known.names.push(name);
      if (!known.values.has(runbook)) known.values.set(runbook, value);
      values.set(key, known);
    }
  const least = Math.max(2, Math.ceil(runbooks.length * leastShare));
  const shared = [...values].filter(([, { values: own }]) => own.size >= least);
  const ids = shared.find(([key]) => key === 'id')?.[1].values.values() ?? [];
  return {
    fields: withOnePurposeEach(
      shared
        .filter(([key]) => key !== '' && key.length <= 40 && !presentation.test(key))
        .map(([key, { names, values: own }]) => describe(key, names, [...own.values()])),
    ),
    ids: idPattern([...ids]),
  };
}

interface RankedField extends SharedField {
  /** How well the name fits what it says. */
  readonly rank: number;
}

function describe(key: string, names: readonly string[], values: readonly string[]): RankedField {
  const known = purposeOf(key);
  const form = (['date', 'interval', 'channel'] as const).find((one) =>
    values.every((value) => isAllowed(value, { ...noForm, [one]: true })),
  );
  const fits =
    known?.purpose === 'owner' ||
    (known?.purpose === 'reviewDate' && form === 'date') ||
    (known?.purpose === 'reviewInterval' && form === 'interval');
  return {
    name: names[0] ?? key,
    count: values.length,
    sets: known !== null && fits ? known.purpose : null,
    values: form ?? null,
    pattern: key.endsWith(' id') ? idPattern(values) : null,
    rank: known?.rank ?? 0,
  };
}

/** Of several fields that say the same, the one with the best name does. */
function withOnePurposeEach(fields: readonly RankedField[]): readonly SharedField[] {
  return fields.map(({ rank, ...field }) => {
    const hasBetter = fields.some((other) => other.sets === field.sets && other.rank < rank);
    return field.sets !== null && hasBetter ? { ...field, sets: null } : field;
  });
}

/** Fields of the front matter, and labels and rows of tables above the first section. */
function fieldsAtTop({
  frontMatter,
  labels,
  headings,
  text,
}: Runbook): readonly { readonly name: string; readonly value: string }[] {
  const [first, second] = headings;
  const end =
    (first?.depth === 1 || (first !== undefined && first.span.start === frontMatter?.span.end)
      ? second
      : first
    )?.span.start ?? text.length;
  const inMatter = frontMatter?.fault === null ? frontMatter.fields : [];
  return [
    ...inMatter.map(({ key, value }) => ({ name: key, value })),
    ...labels
      .filter(({ span, role }) => span.start < end && role === null)
      .map(({ name, value }) => ({
        name,
        value: value === null ? '' : text.slice(value.span.start, value.span.end),
      })),
  ].filter(({ value }) => value !== '');
}
