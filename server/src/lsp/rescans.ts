/**
 * When the files of the workspace are searched for changes that no watcher told of: a client may watch none, or lose some of
 * thousands of changes. Knows nothing of files.
 */

/** How long after a rescan the next one in the background begins at the earliest, in milliseconds. */
const usualRestTime = 2000;
/** The same where nothing hints at changes. */
const longRestTime = 10_000;

export class Rescans {
  readonly #rescan: () => Promise<void>;
  readonly #restTime: number;
  /** The rescan that has not begun yet. */
  #next: Promise<void> | null = null;
  /** When the last one ended; null before the workspace is read for the first time. */
  #ended: number | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /**
   * `rescan`: does one, when it is its turn; it never rejects, and calls `begun` when it begins. `restTime`: milliseconds
   * from one in the background to the next.
   */
  constructor(rescan: (begun: () => void) => Promise<void>, restTime = usualRestTime) {
    this.#restTime = restTime;
    this.#rescan = async () => {
      await rescan(() => {
        this.#next = null;
      });
      this.#ended = Date.now();
    };
  }

  /** The workspace was read, which is as good as a rescan. */
  start(): void {
    this.#ended = Date.now();
  }

  /** Something may have happened: there is a rescan soon. */
  suggest(): void {
    if (this.#timer !== null || this.#ended === null) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        void this.demand();
      },
      Math.max(0, this.#ended + this.#restTime - Date.now()),
    );
  }

  /** Nothing hints at a change, but the last look was a while ago. */
  suggestRarely(): void {
    if (this.#ended !== null && Date.now() - this.#ended >= longRestTime) this.suggest();
  }

  /** Whether the last one was so long ago that a request without a result may wait for another one. */
  get isDue(): boolean {
    return this.#ended !== null && Date.now() - this.#ended >= this.#restTime;
  }

  /** See `RequestContext.lookAgain`. */
  async lookAgain(
    uris: readonly string[],
    isStale: (uris: readonly string[]) => Promise<boolean>,
  ): Promise<boolean> {
    if (uris.length === 0 ? this.isDue : await isStale(uris)) {
      await this.demand();
      return true;
    }
    this.suggestRarely();
    return false;
  }

  /** Something has happened. Settles when a rescan that begins from now on is done. */
  demand(): Promise<void> {
    this.#next ??= this.#rescan();
    return this.#next;
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }
}
