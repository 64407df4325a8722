/** The definitions of a workspace by the key of their identifier, those of one key the best first. */
import { groupBy } from '../text/group-by';
import { compareDefinitions } from './definition-order';
import type { Definition, Summary } from './summary';

export class DefinitionsByKey {
  readonly #definitions = new Map<string, Definition[]>();
  readonly #compare: (a: Definition, b: Definition) => number;

  /** `documentOf`: what decides besides the definitions themselves which of them is the best. */
  constructor(documentOf: (uri: string) => Summary | undefined) {
    this.#compare = compareDefinitions(documentOf);
  }

  /** Adds the definitions of a document, and their keys to `keys`. */
  add(definitions: readonly Definition[], keys: Set<string>): void {
    for (const [key, same] of groupBy(definitions, (definition) => definition.key)) {
      this.#definitions.set(key, [...this.get(key), ...same].sort(this.#compare));
      keys.add(key);
    }
  }

  /** Takes out the definitions of a document, and adds their keys to `keys`. */
  delete({ uri: gone, definitions }: Pick<Summary, 'uri' | 'definitions'>, keys: Set<string>): void {
    for (const key of new Set(definitions.map((definition) => definition.key))) {
      const rest = this.get(key).filter(({ uri }) => uri !== gone);
      if (rest.length === 0) this.#definitions.delete(key);
      else this.#definitions.set(key, rest);
      keys.add(key);
    }
  }

  get(key: string): readonly Definition[] {
    return this.#definitions.get(key) ?? [];
  }

  *all(): Iterable<Definition> {
    for (const definitions of this.#definitions.values()) yield* definitions;
  }

  /** Those of a prefix. */
  *of(prefix: string): Iterable<Definition> {
    for (const definitions of this.#definitions.values())
      if (definitions[0]?.id.prefix === prefix) yield* definitions;
  }
}
