/** Does many things a few at a time. */

export class Lanes {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** @param count how many tasks run at once */
  constructor(count: number) {
    this.#free = count;
  }

  /** Runs a task once a lane is free, in the order of calls. */
  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
