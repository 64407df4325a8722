/** How much may be read to fix one document: each round of fixes reads it anew, and so does one that is taken back. */

/** Most that is read, in UTF-16 units, where it takes more than some rounds. */
const mostRead = 1_200_000;
const fewRounds = 4;

export class ReadBudget {
  readonly #read = new Map<string, number>();

  /** Notes that a document of `length` UTF-16 units is read once more; whether it still may be. */
  take(uri: string, length: number): boolean {
    const read = (this.#read.get(uri) ?? 0) + length;
    this.#read.set(uri, read);
    return read <= Math.max(mostRead, fewRounds * length);
  }
}
