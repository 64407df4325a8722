/**
 * Background work beside requests that a user waits for: reading a workspace, judging documents that are not open.
 * It goes on in short slices, and in between messages that have arrived are handled. Knows nothing of the work.
 */

/** How long background work computes before messages get their turn, in milliseconds. */
const longestSlice = 10;
/** The same while the client keeps asking: what it asks next waits for the rest of a slice. */
const shortSlice = 2;
/** How long after a message another one is likely to follow, in milliseconds. */
const askingTime = 300;
/** Turns of the event loop that a message takes from the stream to its handler, and its answer back, with one to spare. */
const quietTurns = 6;
/** How long after a key background work leaves the processor to the next one, in milliseconds. */
const typingTime = 30;
/** A person who never stops typing must not stop the work for ever, in milliseconds. */
const longestWait = 100;
/** A client that never stops asking must not stop the work for ever. */
const mostTurns = 1000;

export class Background {
  readonly #nextTurn: () => Promise<void>;
  #messages = 0;
  #asked = 0;
  #sliceStart = Date.now();
  #changed = 0;
  #pauses: Promise<void> = Promise.resolve();
  /** What {@link catchUp} carries out. */
  readonly #late = new Set<() => void>();

  /** `nextTurn`: settles in the next turn of the host's event loop, after messages that have arrived. */
  constructor(nextTurn: () => Promise<void>) {
    this.#nextTurn = nextTurn;
  }

  /** To be called for every message, when it is handled. */
  noteMessage(): void {
    this.#messages++;
    this.#asked = Date.now();
  }

  /** To be called for every change of an open document: another one is likely to follow. */
  noteChange(): void {
    this.#changed = Date.now();
  }

  /**
   * Carries out work, once however often it is asked for meanwhile, when all messages that have arrived are handled, or when
   * {@link catchUp} is called.
   */
  soon(work: () => void): void {
    if (this.#late.size === 0)
      void this.turn().then(() => {
        this.catchUp();
      });
    this.#late.add(work);
  }

  /** To be called before a message is handled that may ask about what earlier ones have changed. */
  catchUp(): void {
    for (const work of this.#late) {
      this.#late.delete(work);
      work();
    }
  }

  /** Whether the slice of time is used up, whichever work used it, or the user types. */
  get isDue(): boolean {
    const now = Date.now();
    const slice = now - this.#asked < askingTime ? shortSlice : longestSlice;
    return now - this.#sliceStart >= slice || this.#isTyping;
  }

  /**
   * Settles when all messages that have arrived are handled, and the user does not type. One work goes on at a time, so that
   * slices do not add up.
   */
  pause(): Promise<void> {
    this.#pauses = this.#pauses.then(() => this.#rest());
    return this.#pauses;
  }

  /** Carries out work that comes in short steps. */
  async run(steps: Iterator<unknown>): Promise<void> {
    while (steps.next().done !== true) if (this.isDue) await this.pause();
  }

  /** Settles when all messages that have arrived are handled: for work that a typing user waits for. */
  async turn(): Promise<void> {
    let seen = this.#messages;
    let quiet = 0;
    for (let turn = 0; turn < mostTurns && quiet < quietTurns; turn++) {
      await this.#nextTurn();
      quiet = this.#messages === seen ? quiet + 1 : 0;
      seen = this.#messages;
    }
  }

  get #isTyping(): boolean {
    return Date.now() - this.#changed < typingTime;
  }

  async #rest(): Promise<void> {
    const end = Date.now() + longestWait;
    await this.turn();
    while (this.#isTyping && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, typingTime / 2));
      await this.turn();
    }
    this.#sliceStart = Date.now();
  }
}
