/** Why the scanner leaves a text to the reference engine. */
const reasons = [
  'box in a lazy line',
  'box without words',
  'definition in a quote',
  'definition over lines',
  'deletion across emphasis',
  'footnote',
  'indented code behind a list',
  'link text that ends in a line of its own',
  'odd address',
  'odd definition',
  'open block in a quote',
  'raw HTML behind a tab',
  'table in a lazy line',
  'tag alone in a lazy line',
  'underline of a link or a lazy line',
] as const;

export type UnsureReason = (typeof reasons)[number];

/** What the scanner throws at a construct it does not read itself: the text then goes to the reference engine. */
export class Unsure extends Error {
  readonly reason: UnsureReason;

  constructor(reason: UnsureReason) {
    super(`left to the reference engine: ${reason}`);
    this.reason = reason;
  }
}

/** Made once, since building an error with its stack costs more than the scan of a section. */
const made: ReadonlyMap<UnsureReason, Unsure> = new Map(
  reasons.map((reason) => [reason, new Unsure(reason)]),
);

/** Gives a text up. */
export function giveUp(reason: UnsureReason): never {
  throw made.get(reason) ?? new Unsure(reason);
}
