/** Tells whether a place lies within one of many. */
import { firstFrom, type Span } from './span';

/** Places of a text, in any order and possibly overlapping, asked whether one of them encloses another place. */
export class Coverage {
  readonly #spans: readonly Span[];
  /** For each span, in the order of their starts, the furthest end of it and of those before it. */
  readonly #reach: readonly number[];

  constructor(spans: readonly Span[]) {
    this.#spans = [...spans].sort((a, b) => a.start - b.start);
    let reach = 0;
    this.#reach = this.#spans.map(({ end }) => (reach = Math.max(reach, end)));
  }

  /** Whether one of the places encloses `span`. */
  encloses({ start, end }: Span): boolean {
    if (this.#spans.length === 0) return false;
    const last = firstFrom(this.#spans, start + 1, (span) => span.start) - 1;
    return (this.#reach[last] ?? -1) >= end;
  }
}
