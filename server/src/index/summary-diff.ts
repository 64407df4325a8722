/** Compares two summaries of a document: which ids it defines or refers to in another way than before. */
import type { References } from './references';
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
  const was = before?.references ?? null;
  const is = after?.references ?? null;
  const changed = new Set<string>();
  for (const key of keysThatMayDiffer(was, is)) if (stateOf(was, key) !== stateOf(is, key)) changed.add(key);
  return changed;
}

function keysThatMayDiffer(was: References | null, is: References | null): Iterable<string> {
  if (was === null || is === null) return was?.keys() ?? is?.keys() ?? [];
  return was.keysThatDiffer(is);
}

/** All that a document says of an id by referring to it, wherever that stands, for comparison. */
function stateOf(references: References | null, key: string): string {
  const states = new Set<string>();
  for (const { place, field, excluded, within } of references?.to(key) ?? [])
    states.add([place, field, excluded ?? '', within].join('\n'));
  return [...states].sort().join('\n\n');
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
