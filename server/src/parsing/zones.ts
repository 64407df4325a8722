/** Spans of a document by what they are, with quick look-up: in which zone does an offset lie? */
import { firstFrom, type Span } from '../text/span';

/** Spans that do not overlap, in order of their start. */
export class Zones<T extends { readonly span: Span }> {
  readonly #zones: readonly T[];

  /** `zones` in any order; of two that overlap the one that starts first wins, then the longer one. */
  constructor(zones: readonly T[]) {
    const sorted = [...zones].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    const kept: T[] = [];
    let end = -1;
    for (const zone of sorted) {
      if (zone.span.start < end) continue;
      kept.push(zone);
      end = zone.span.end;
    }
    this.#zones = kept;
  }

  /** The zone that holds the offset (its end excluded), or null. */
  at(offset: number): T | null {
    const index = firstFrom(this.#zones, offset + 1, (zone) => zone.span.start) - 1;
    const zone = this.#zones[index];
    return zone !== undefined && offset < zone.span.end ? zone : null;
  }
}
