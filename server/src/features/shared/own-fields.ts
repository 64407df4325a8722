/** What is known of the fields of the document's own kind: for completion and hovers. */
import type { FieldPurpose, HouseField } from '../../model/house-style';
import type { Runbook } from '../../model/runbook';
import { normalizeName } from '../../model/vocabulary';
import { words, type Say, type Words } from '../../text/say';

/** The field of the document's own kind that has a name, as people write it or as a key; undefined for others. */
export function ownFieldNamed({ kind }: Runbook, name: string): HouseField | undefined {
  const wanted = normalizeName(name.replace(/[_-]/g, ' '));
  return kind.house?.fields.find((field) =>
    [field.name, ...field.also].some((one) => normalizeName(one.replace(/[_-]/g, ' ')) === wanted),
  );
}

/** The values that an own kind has for a field: words that it allows, an interval, today's date for a date. */
export function ownValues(field: HouseField | undefined, today: string): readonly string[] {
  if (field?.values == null) return [];
  const { allowed, date, interval } = field.values;
  return [...allowed, ...(interval ? ['6 months'] : []), ...(date ? [today] : [])];
}

/** What the field says about the document, and what it may be. */
export function aboutOwnField(say: Say, { sets, required, values }: HouseField): string {
  const lines = [
    ...(sets === null ? [] : [say(purposes[sets])]),
    ...(required ? [say`Required.`] : []),
    ...(values === null || values.allowed.length === 0 ? [] : [say`Values: ${values.allowed.join(', ')}`]),
  ];
  return lines.join(' ');
}

const purposes: Readonly<Record<FieldPurpose, Words>> = {
  owner: words`Who keeps the document.`,
  reviewDate: words`When the document was last reviewed.`,
  reviewInterval: words`How long a review holds, such as 6 months. An older review date is stale.`,
};
