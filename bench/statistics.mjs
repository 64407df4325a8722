/** Sums up repeated measurements. Medians and percentiles, because one slow run of a busy machine says little. */

/**
 * @param {readonly number[]} samples at least one
 * @returns {number}
 */
export const median = (samples) => percentile(samples, 50);

/**
 * The value that this share of the samples does not exceed; between two samples, in proportion.
 * @param {readonly number[]} samples at least one
 * @param {number} share in percent, 0 to 100
 * @returns {number}
 */
export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = ((sorted.length - 1) * share) / 100;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('There are no samples.');
  return below + (above - below) * (place - Math.floor(place));
}
