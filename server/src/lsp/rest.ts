/** What is done when nothing else is: once all is judged and nothing has changed for a moment. */

/** How long nothing must have happened, in milliseconds. */
const restTime = 1000;

export interface RestTasks {
  /** Reads what nobody has asked about yet. */
  readonly readUnread: () => Promise<void>;
  /** Saves what is known for the next session. */
  readonly save: () => Promise<void>;
  /** Lets go of what can be worked out again, after folders were loaded. */
  readonly evict: () => void;
  /** Gives back memory, after that. */
  readonly releaseMemory: () => void;
}

export class Rest {
  readonly #tasks: RestTasks;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isFreshlyLoaded = false;

  constructor(tasks: RestTasks) {
    this.#tasks = tasks;
  }

  /** Folders were loaded, which leaves much to be thrown away. */
  loaded(): void {
    this.#isFreshlyLoaded = true;
  }

  /** All is judged, for now. */
  settled(): void {
    this.end();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#carryOut();
    }, restTime);
  }

  async #carryOut(): Promise<void> {
    await this.#tasks.readUnread();
    // saving takes memory too
    if (this.#isFreshlyLoaded) this.#tasks.evict();
    await this.#tasks.save();
    if (this.#isFreshlyLoaded) this.#tasks.releaseMemory();
    this.#isFreshlyLoaded = false;
  }

  /** Nothing is done any more, until all is judged again. */
  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
