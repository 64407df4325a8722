/** Runs tasks one after the other, so that changes of files arrive in the order in which they happened. */

export class TaskQueue {
  #last: Promise<void> = Promise.resolve();
  readonly #onError: (error: unknown) => void;

  /** `onError`: told of a task that rejects; those behind it run all the same. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** Settles, and never rejects, when the task is done. */
  add(task: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(task).catch(this.#onError);
    return this.#last;
  }
}
