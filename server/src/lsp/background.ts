/**
 * Work that nobody waits for, beside requests that somebody does: reading a workspace, judging what nobody looks at.
 * It goes on in short slices, and in between messages that have arrived are handled. Knows nothing of the work.
 */

/** How long background work computes before messages get their turn, in milliseconds. */
const longestSlice = 10;
/** Turns of the event loop that a message takes from the stream to its handler, and its answer back, with one to spare. */
const quietTurns = 6;
/** A client that never stops asking must not stop the work for ever. */
const mostTurns = 1000;

export class Background {
  #messages = 0;
  #sliceStart = Date.now();
  #pauses: Promise<void> = Promise.resolve();

  /** To be called for every message, when it is handled. */
  noteMessage(): void {
    this.#messages++;
  }

  /** Whether the slice of time is used up, whichever work used it. */
  get isDue(): boolean {
    return Date.now() - this.#sliceStart >= longestSlice;
  }

  /** Settles when all messages that have arrived are handled. One work goes on at a time, so that slices do not add up. */
  pause(): Promise<void> {
    this.#pauses = this.#pauses.then(() => this.#quiet());
    return this.#pauses;
  }

  async #quiet(): Promise<void> {
    let seen = this.#messages;
    let quiet = 0;
    for (let turn = 0; turn < mostTurns && quiet < quietTurns; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = this.#messages === seen ? quiet + 1 : 0;
      seen = this.#messages;
    }
    this.#sliceStart = Date.now();
  }
}
