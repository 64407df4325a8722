/** Judges what checks of one shape in ascending sizes took. */

/** @typedef {{ size: number, outcome: import('./measure.mjs').Outcome }} Sample */

/** Most processor time, in ms, of one check below 2 MB. */
const limit = 3_000;

/** Below this, in ms, how time grows tells more about the machine than about the text. */
const floor = 400;

/** How much steeper than n log n growth may look before it counts: caches, collections of garbage and others' work. */
const slack = 1.8;

/**
 * What is wrong about the samples of a shape, in words; nothing when they are well.
 * @param {readonly Sample[]} samples by ascending size
 * @param {number} start what a check of next to nothing takes, in ms
 * @returns {string[]}
 */
export function faultsOf(samples, start) {
  const faults = [];
  for (const [index, { size, outcome }] of samples.entries()) {
    if (outcome.failure !== '') faults.push(`${size}: ${outcome.failure}`);
    if ((outcome.time ?? 0) > limit) faults.push(`${size}: ${outcome.time} ms`);
    const before = samples[index - 1];
    if (before === undefined || !outcome.judged || !before.outcome.judged) continue;
    const short = (before.outcome.time ?? 0) - start;
    const long = (outcome.time ?? 0) - start;
    const allowed = slack * ((size * Math.log(size)) / (before.size * Math.log(before.size)));
    if (long > floor && long > allowed * Math.max(short, floor / allowed))
      faults.push(`${before.size} → ${size}: ${short} → ${long} ms, steeper than n log n`);
  }
  return faults;
}
