/** How often a property is tried. */
import process from 'node:process';

/**
 * `whole` where `npm run fuzz` tries all properties, which `npm test` has it do; a quarter of that among the unit tests, which
 * are to be quick.
 */
export function runs(whole: number): number {
  return process.env['RUNBOOK_PROPERTIES'] === 'whole' ? whole : Math.ceil(whole / 4);
}
