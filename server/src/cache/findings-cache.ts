/**
 * Caches findings by document, so that nothing is judged twice. A finding with its fixes holds on to the model that it is
 * about, so the documents used least recently are evicted when a budget is spent.
 */

interface Kept<F> {
  readonly findings: readonly F[];
  readonly size: number;
}

export class FindingsCache<F> {
  readonly #budget: number;
  /** Documents with findings, those asked for last at the end. */
  readonly #kept = new Map<string, Kept<F>>();
  /** Documents without any, which take next to nothing. */
  readonly #clean = new Set<string>();
  #size = 0;

  /** `budget`: in the unit of the sizes that `set` is told. */
  constructor(budget: number) {
    this.#budget = budget;
  }

  /** Number of documents whose findings are kept. */
  get count(): number {
    return this.#kept.size + this.#clean.size;
  }

  get(uri: string): readonly F[] | undefined {
    if (this.#clean.has(uri)) return [];
    const kept = this.#kept.get(uri);
    if (kept === undefined) return undefined;
    this.#kept.delete(uri);
    this.#kept.set(uri, kept);
    return kept.findings;
  }

  /** `size`: what the findings take. */
  set(uri: string, findings: readonly F[], size: number): void {
    this.delete(uri);
    if (findings.length === 0) {
      this.#clean.add(uri);
      return;
    }
    this.#kept.set(uri, { findings, size });
    this.#size += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#budget || oldest === uri) break;
      this.delete(oldest);
    }
  }

  clear(): void {
    this.#size = 0;
    this.#kept.clear();
    this.#clean.clear();
  }

  delete(uri: string): void {
    this.#size -= this.#kept.get(uri)?.size ?? 0;
    this.#kept.delete(uri);
    this.#clean.delete(uri);
  }
}
