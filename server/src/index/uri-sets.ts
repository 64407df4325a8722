/** Documents by a key of theirs, such as a path that they link to. Keys without documents take no room. */

export class UriSets {
  readonly #sets = new Map<string, Set<string>>();

  add(key: string, uri: string): void {
    const known = this.#sets.get(key);
    if (known === undefined) this.#sets.set(key, new Set([uri]));
    else known.add(uri);
  }

  delete(key: string, uri: string): void {
    const known = this.#sets.get(key);
    known?.delete(uri);
    if (known?.size === 0) this.#sets.delete(key);
  }

  has(key: string): boolean {
    return this.#sets.has(key);
  }

  /** The documents of a key, the one that was added last at the end. */
  get(key: string): Iterable<string> {
    return this.#sets.get(key) ?? [];
  }
}
