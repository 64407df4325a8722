/**
 * Reads lists of plain values that were written by position, and notices when they are something else: what comes from
 * a disk may be anything. Knows nothing of what the values mean.
 */

/** What was read is not what was written. */
export class UnexpectedValue extends Error {
  override readonly name = 'UnexpectedValue';
}

/** Reads a list from its beginning to its end. Every method throws {@link UnexpectedValue} for a value of another kind. */
export class ValueReader {
  readonly #values: readonly unknown[];
  #next = 0;

  constructor(values: unknown) {
    if (!Array.isArray(values)) throw new UnexpectedValue('Not a list.');
    this.#values = values;
  }

  get hasMore(): boolean {
    return this.#next < this.#values.length;
  }

  text(): string {
    const value = this.#take();
    if (typeof value !== 'string') throw new UnexpectedValue('Not a text.');
    return value;
  }

  /** A whole number from 0. */
  count(): number {
    const value = this.#take();
    if (!isCount(value)) throw new UnexpectedValue('Not a whole number from 0.');
    return value;
  }

  /** One of some words. */
  oneOf<T extends string>(words: readonly T[]): T {
    const value = this.#take();
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw new UnexpectedValue(`None of ${words.join(', ')}.`);
    return word;
  }

  texts(): readonly string[] {
    const value = this.#take();
    if (!Array.isArray(value) || !value.every(isText)) throw new UnexpectedValue('Not a list of texts.');
    return value;
  }

  counts(): readonly number[] {
    const value = this.#take();
    if (!Array.isArray(value) || !value.every(isCount)) throw new UnexpectedValue('Not a list of numbers.');
    return value;
  }

  /** Null, or what `read` makes of the list. */
  optional<T>(read: (reader: ValueReader) => T): T | null {
    const value = this.#take();
    return value === null ? null : read(new ValueReader(value));
  }

  /** What `read` makes of each list in a list. */
  lists<T>(read: (reader: ValueReader) => T): T[] {
    const value = this.#take();
    if (!Array.isArray(value)) throw new UnexpectedValue('Not a list.');
    return value.map((item) => read(new ValueReader(item)));
  }

  #take(): unknown {
    if (!this.hasMore) throw new UnexpectedValue('The list ends too early.');
    return this.#values[this.#next++];
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
