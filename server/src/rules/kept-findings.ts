/**
 * Findings by document, so that nothing is judged twice. A finding holds on to the model that it is about, for its
 * fixes; so of documents with findings only those asked for last are kept, as far as a budget of text reaches.
 */
import type { Finding } from './rule';

interface Kept {
  readonly findings: readonly Finding[];
  /** Characters of the document's text that the findings keep in memory. */
  readonly size: number;
}

export class KeptFindings {
  readonly #budget: number;
  readonly #kept = new Map<string, Kept>();
  #characters = 0;

  /** `budget`: characters of text of the documents whose findings are kept. */
  constructor(budget: number) {
    this.#budget = budget;
  }

  /** Number of documents whose findings are kept. */
  get size(): number {
    return this.#kept.size;
  }

  get(uri: string): readonly Finding[] | undefined {
    const kept = this.#kept.get(uri);
    if (kept === undefined) return undefined;
    this.#kept.delete(uri);
    this.#kept.set(uri, kept);
    return kept.findings;
  }

  /** `length`: characters of the document. */
  set(uri: string, findings: readonly Finding[], length: number): void {
    this.delete(uri);
    const size = findings.length === 0 ? 0 : length;
    this.#kept.set(uri, { findings, size });
    this.#characters += size;
    if (size === 0) return;
    for (const [oldest, kept] of this.#kept) {
      if (this.#characters <= this.#budget || oldest === uri) break;
      if (kept.size > 0) this.delete(oldest);
    }
  }

  delete(uri: string): void {
    this.#characters -= this.#kept.get(uri)?.size ?? 0;
    this.#kept.delete(uri);
  }

  clear(): void {
    this.#characters = 0;
    this.#kept.clear();
  }
}
