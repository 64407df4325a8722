/** Runs of backticks by their length, so that what closes a code span is found without reading all that lies between. */
import { firstFrom } from '../../../text/span';

/** The runs of backticks between two offsets of a text. Made in one pass. */
export class BacktickRuns {
  /** Where the runs of each length start, in order. */
  readonly #starts = new Map<number, number[]>();

  /** `from`: behind the first run that asks, so that no run is cut. */
  constructor(text: string, from: number, to: number) {
    for (let at = text.indexOf('`', from); at >= 0 && at < to; at = text.indexOf('`', at)) {
      const start = at;
      while (at < to && text.charCodeAt(at) === backtick) at++;
      const starts = this.#starts.get(at - start);
      if (starts === undefined) this.#starts.set(at - start, [start]);
      else starts.push(start);
    }
  }

  /** The start of the first run of exactly `length` backticks from `offset` on; -1 when there is none. */
  next(length: number, offset: number): number {
    const starts = this.#starts.get(length);
    return starts?.[firstFrom(starts, offset, (start) => start)] ?? -1;
  }
}

const backtick = 0x60;
