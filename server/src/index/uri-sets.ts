/** Documents by a key of theirs, such as a path that they link to. Keys without documents take no room. */

export class UriSets {
  /** Most keys have one document, which needs no set. */
  readonly #sets = new Map<string, string | Set<string>>();

  /** Returns whether the key had no documents. */
  add(key: string, uri: string): boolean {
    const known = this.#sets.get(key);
    if (known === undefined) this.#sets.set(key, uri);
    else if (typeof known !== 'string') known.add(uri);
    else if (known !== uri) this.#sets.set(key, new Set([known, uri]));
    return known === undefined;
  }

  delete(key: string, uri: string): void {
    const known = this.#sets.get(key);
    if (known === uri) this.#sets.delete(key);
    if (known === undefined || typeof known === 'string') return;
    known.delete(uri);
    if (known.size === 0) this.#sets.delete(key);
  }

  has(key: string): boolean {
    return this.#sets.has(key);
  }

  /** The documents of a key, the one that was added last at the end. */
  get(key: string): Iterable<string> {
    const known = this.#sets.get(key);
    return typeof known === 'string' ? [known] : (known ?? []);
  }
}
