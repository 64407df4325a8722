/**
 * Counts tests over several runners. Each test script closes with the same line, so that they can be added up:
 * `N passed, N failed`.
 */

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * @param {Count} count
 * @returns {string} `12 passed, 0 failed`
 */
export function formatCount({ passed, failed }) {
  return `${String(passed)} passed, ${String(failed)} failed`;
}

/**
 * Reads the count that a test script printed at its end.
 * @param {string} output standard output and standard error together
 * @returns {Count | undefined} undefined when there is none
 */
export function readCount(output) {
  const match = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (match === undefined) return undefined;
  const [, passed, failed] = match;
  return { passed: Number(passed), failed: Number(failed) };
}

/**
 * The line by which a runner says that it tries something a second time, in fresh folders.
 * @param {string} why such as `a test failed`
 * @param {string} what
 */
export function onceMore(why, what) {
  return `  Once more, as ${why}: ${what}`;
}

/**
 * What a test script tried a second time.
 * @param {string} output standard output and standard error together
 * @returns {string[]}
 */
export function readOnceMore(output) {
  return [...output.matchAll(/^ {2}Once more, as .*: (.+)$/gm)].map(([, what = '']) => what);
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function addCounts(counts) {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}
