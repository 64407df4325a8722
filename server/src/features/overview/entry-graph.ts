/** Which entry of a workspace leads to which: what its links, fields and text name. */
import type { Definition } from '../../index/summary';
import { compareIdentifiers } from '../../model/identifier';
import type { FeatureContext } from '../shared/feature-context';
import { listedEntries } from './listed-entries';

export interface DefinitionGraph {
  /** By prefix and number. Entries that lead nowhere, and that nothing leads to, are left out. */
  readonly nodes: readonly Definition[];
  /** Indexes of nodes: from, to. */
  readonly edges: readonly (readonly [number, number])[];
}

/** The entries of a folder that are filled in, with what they name of each other. */
export function entryGraph(context: FeatureContext): DefinitionGraph {
  const entries = new Map<string, Definition>();
  for (const definition of listedEntries(context))
    if (!definition.stub && context.workspace.definition(definition.key) === definition)
      entries.set(definition.key, definition);
  const ways = [...entries.values()].flatMap(({ key, names }) =>
    names.filter((name) => entries.has(name)).map((name): readonly [string, string] => [key, name]),
  );
  const connected = new Set(ways.flat());
  const nodes = [...entries.values()]
    .filter(({ key }) => connected.has(key))
    .sort((a, b) => compareIdentifiers(a.id, b.id));
  const at = new Map(nodes.map(({ key }, index) => [key, index]));
  return { nodes, edges: ways.map(([from, to]) => [at.get(from) ?? 0, at.get(to) ?? 0]) };
}
