/** What a change of a document means for others: which ids it defines or refers to in another way than before. */
import type { Reference } from './references';
import type { Summary } from './summary';

/** Keys whose references in a document differ in more than their places. */
export function changedReferences(before: Summary | undefined, after: Summary | null): Set<string> {
  if (before !== undefined && after?.references.saysTheSame(before.references) === true) return new Set();
  const was = referencesByKey(before?.references ?? []);
  const is = referencesByKey(after?.references ?? []);
  const changed = new Set<string>();
  for (const key of new Set([...was.keys(), ...is.keys()]))
    if (was.get(key) !== is.get(key)) changed.add(key);
  return changed;
}

function referencesByKey(references: Iterable<Reference>): Map<string, string> {
  const sayings = new Map<string, Set<string>>();
  for (const { key, place, field, excluded, within } of references) {
    const said = sayings.get(key) ?? new Set();
    said.add([place, field, excluded ?? '', within].join('\n'));
    sayings.set(key, said);
  }
  return new Map([...sayings].map(([key, said]) => [key, [...said].sort().join('\n\n')]));
}

/** For each id that a document defines or misspells what it says of it, but for the places. */
export function sayingsByKey({ definitions, misspelled }: Summary): ReadonlyMap<string, string> {
  const sayings = new Map<string, string>();
  for (const key of misspelled) sayings.set(key, 'misspelled');
  for (const definition of definitions) {
    const said = JSON.stringify({ ...definition, range: null, idRange: null });
    sayings.set(definition.key, `${sayings.get(definition.key) ?? ''}${said}`);
  }
  return sayings;
}
