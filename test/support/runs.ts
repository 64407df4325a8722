/** How often a property is tried. */
import process from 'node:process';

/**
 * `whole` where `npm run fuzz` tries all properties, which `npm test` has it do; a quarter of that among the unit tests, which
 * are to be quick.
 */
export function runs(whole: number): number {
  return Math.ceil(whole / every());
}

/** The cases out of many that are tried, from all over the list. */
export function someOf<T>(all: readonly T[]): T[] {
  return all.filter((_, index) => index % every() === 0);
}

/** One of so many is tried. */
function every(): number {
  return process.env['RUNBOOK_PROPERTIES'] === 'whole' ? 1 : 4;
}
