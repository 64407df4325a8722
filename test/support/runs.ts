/** How often a property is tried, and how much of a long list. */
import process from 'node:process';

/** Whether all is tried that there is, as `npm run test:properties` and `npm run fuzz` do; among the unit tests it is a part. */
export const triesAll = process.env['RUNBOOK_PROPERTIES'] === 'whole';

/** One of so many is tried. */
const every = triesAll ? 1 : 24;
/** Fewer say nothing. */
const fewest = 3;

/** The number of runs out of those that a property wants. */
export function runs(whole: number): number {
  return Math.min(whole, Math.max(fewest, Math.ceil(whole / every)));
}

/** The cases out of many that are tried, from all over the list. */
export function someOf<T>(all: readonly T[]): T[] {
  const step = Math.max(1, Math.min(every, Math.floor(all.length / fewest)));
  return all.filter((_, index) => index % step === 0);
}
