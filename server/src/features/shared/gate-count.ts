/** The words for how far a gate is, the same wherever they are shown. */

/** `1 of 3 checked`, as the Phases tree and the preview say it */
export function gateCount(done: number, total: number): string {
  return `${String(done)} of ${String(total)} checked`;
}
