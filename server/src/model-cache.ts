/**
 * The models of the documents that were asked for last, each with the text that it is of. A model takes some ten bytes
 * for each character of text, so the ones used least recently are evicted when a budget is spent.
 */
import type { Runbook } from './model/runbook';

export interface KnownModel {
  readonly text: string;
  readonly runbook: Runbook;
}

/** The part of the budget that is filled where room is made in time. */
const partInUse = 0.75;

export class ModelCache {
  readonly #budget: number;
  /** By URI, those asked for last at the end. */
  readonly #models = new Map<string, KnownModel>();
  #size = 0;

  /** `budget`: characters of text; one model is kept whatever its size. */
  constructor(budget: number) {
    this.#budget = budget;
  }

  get(uri: string): KnownModel | undefined {
    return this.#models.get(uri);
  }

  /** The model of a document, if it is one of this text. */
  of(uri: string, text: string): Runbook | undefined {
    const known = this.#models.get(uri);
    if (known?.text !== text) return undefined;
    this.#models.delete(uri);
    // the text that was asked for now, with which the next is compared at once if it is the same string
    this.#models.set(uri, { text, runbook: known.runbook });
    return known.runbook;
  }

  keep(uri: string, model: KnownModel): void {
    this.forget(uri);
    this.#models.set(uri, model);
    this.#size += model.text.length;
    for (const oldest of this.#models.keys()) {
      if (this.#size <= this.#budget || this.#models.size === 1) break;
      this.forget(oldest);
    }
  }

  /** Has documents asked about once more, and forgets them, until there is room for the next one. */
  makeRoom(ask: (uri: string) => void): void {
    while (this.#size > this.#budget * partInUse) {
      const [oldest] = this.#models.keys();
      if (oldest === undefined) return;
      ask(oldest);
      this.forget(oldest);
    }
  }

  forget(uri: string): void {
    this.#size -= this.#models.get(uri)?.text.length ?? 0;
    this.#models.delete(uri);
  }

  uris(): readonly string[] {
    return [...this.#models.keys()];
  }

  runbooks(): readonly Runbook[] {
    return Array.from(this.#models.values(), ({ runbook }) => runbook);
  }
}
