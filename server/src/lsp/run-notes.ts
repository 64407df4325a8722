/** What happens to open documents, told to those who wait for it: runs follow the documents that they are about. */

type Listener = (uri: string) => void;

export class RunNotes {
  #changed: Listener | null = null;
  #saved: Listener | null = null;
  readonly #waiting = new Map<string, Set<() => void>>();

  /** Who follows documents from now on. */
  follow(changed: Listener, saved: Listener): void {
    this.#changed = changed;
    this.#saved = saved;
  }

  changed(uri: string): void {
    for (const resolve of this.#waiting.get(uri) ?? []) resolve();
    this.#waiting.delete(uri);
    this.#changed?.(uri);
  }

  saved(uri: string): void {
    this.#saved?.(uri);
  }

  /** Settles with the next change of a document, or after so many milliseconds: not every client tells of its own edits. */
  async nextChange(uri: string, longest: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, longest);
      const done = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const waiting = this.#waiting.get(uri) ?? new Set();
      waiting.add(done);
      this.#waiting.set(uri, waiting);
    });
  }
}
