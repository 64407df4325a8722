/** The identifiers of other repositories that a folder imports. */
import type { ImportedId } from './id-list';

export class ImportedIds {
  readonly #byKey: ReadonlyMap<string, ImportedId>;
  readonly #prefixes: ReadonlySet<string>;

  constructor(ids: readonly ImportedId[] = []) {
    this.#byKey = new Map(ids.map((one) => [one.key, one]));
    this.#prefixes = new Set(ids.map(({ id }) => id.prefix));
  }

  get(key: string): ImportedId | undefined {
    return this.#byKey.get(key);
  }

  all(): Iterable<ImportedId> {
    return this.#byKey.values();
  }

  prefixes(): Iterable<string> {
    return this.#prefixes;
  }

  /** Whether a list names some of a prefix, so that those which it does not name are defined nowhere. */
  hasPrefix(prefix: string): boolean {
    return this.#prefixes.has(prefix);
  }
}
