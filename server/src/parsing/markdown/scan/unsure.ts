/**
 * What the scanner throws at a construct it does not read itself: the text then goes to the reference engine.
 * Made once, since building an error with its stack costs more than the scan of a section.
 */
export class Unsure extends Error {}

const unsure = new Unsure('left to the reference engine');

/** Gives a text up. */
export function giveUp(): never {
  throw unsure;
}
