/** Which words of a run are ids of entries: asked of the server once each. */
import type { RunView } from '../../../protocol/src/run-view.js';
import { idsIn } from './link-targets.js';
import type { RunRequests } from './run-requests.js';

export class KnownIds {
  readonly #requests: RunRequests;
  readonly #asked = new Set<string>();
  readonly #defined = new Set<string>();

  constructor(requests: RunRequests) {
    this.#requests = requests;
  }

  /** Those that lead to an entry. */
  get all(): readonly string[] {
    return [...this.#defined];
  }

  /** Asks about those of a view that are new. Whether {@link all} has changed; rejects as requests do. */
  async learn(view: RunView): Promise<boolean> {
    const unknown = [...idsIn(view)].filter((id) => !this.#asked.has(id));
    if (unknown.length === 0) return false;
    for (const id of unknown) this.#asked.add(id);
    const places = await this.#requests.places(view.textDocument.uri, unknown);
    const defined = unknown.filter((_, index) => places[index] != null);
    for (const id of defined) this.#defined.add(id);
    return defined.length > 0;
  }
}
