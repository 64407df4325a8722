/** Which documents own which prefixes, and which ones the configuration gives to the workspace. */

export class PrefixOwners {
  /** Documents by the prefix that they own, with whether `id_prefix` says so. */
  readonly #owners = new Map<string, Map<string, boolean>>();
  #configured: ReadonlySet<string> = new Set();

  /** Prefixes that belong to the workspace, whichever documents there are. */
  configure(prefixes: ReadonlySet<string>): void {
    this.#configured = prefixes;
  }

  /** Sets whether a document owns a prefix, by its `id_prefix` or by its entries; undefined for one that does not. */
  set(prefix: string, uri: string, declared: boolean | undefined): void {
    const owners = this.#owners.get(prefix) ?? new Map<string, boolean>();
    if (declared === undefined) owners.delete(uri);
    else owners.set(uri, declared);
    if (owners.size === 0) this.#owners.delete(prefix);
    else this.#owners.set(prefix, owners);
  }

  has(prefix: string): boolean {
    return this.#configured.has(prefix) || this.#owners.has(prefix);
  }

  /** The documents that own a prefix, each with whether its `id_prefix` says so. */
  of(prefix: string): Iterable<readonly [uri: string, declared: boolean]> {
    return this.#owners.get(prefix) ?? [];
  }

  get isEmpty(): boolean {
    return this.#owners.size + this.#configured.size === 0;
  }

  /** All prefixes that are owned; some come twice. */
  *prefixes(): Iterable<string> {
    yield* this.#configured;
    yield* this.#owners.keys();
  }
}
