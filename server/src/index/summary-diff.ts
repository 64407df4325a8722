/** Compares two summaries of a document: which ids it defines or refers to in another way than before. */
import type { Reference } from './references';
import type { Summary } from './summary';

/** What a change may have altered for other documents. */
export interface Change {
  /** Keys whose definitions changed. */
  readonly keys: ReadonlySet<string>;
  /** Keys that the document refers to in another way than before: their definitions may be linked or orphaned now. */
  readonly referred: ReadonlySet<string>;
  /** Prefixes whose ownership changed. */
  readonly prefixes: ReadonlySet<string>;
  /** Names, in lower case, of alerts that the document defines or is about in another way than before. */
  readonly alerts: ReadonlySet<string>;
  /** Whether what all documents together say of alerts differs, so that each that speaks of some may be judged otherwise. */
  readonly alertsDiffer: boolean;
}

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
  const states = new Map<string, Set<string>>();
  for (const { key, place, field, excluded, within } of references) {
    const ofKey = states.get(key) ?? new Set();
    ofKey.add([place, field, excluded ?? '', within].join('\n'));
    states.set(key, ofKey);
  }
  return new Map([...states].map(([key, ofKey]) => [key, [...ofKey].sort().join('\n\n')]));
}

/** The state of each id that a document defines or misspells, without its places, for comparison. */
export function definitionsByKey({ definitions, misspelled }: Summary): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const key of misspelled) states.set(key, 'misspelled');
  for (const definition of definitions) {
    const state = JSON.stringify({ ...definition, range: null, idRange: null });
    states.set(definition.key, `${states.get(definition.key) ?? ''}${state}`);
  }
  return states;
}
