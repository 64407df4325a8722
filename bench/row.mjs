/** What a measurement is: the rows of the table and of the JSON. */

/**
 * @typedef {object} Row
 * @property {string} what what was measured: `check, cold`; the same words for every tool
 * @property {string} tool `runbook`, `rumdl`, …; `plain read` for the floor
 * @property {number} files of the workspace; 0 where there is none
 * @property {number} lines of the document; 0 where it is about a workspace
 * @property {Unit} unit
 * @property {readonly number[]} samples in the order in which they were taken; empty when the tool did not get there
 * @property {string} note what there is to know about it, or nothing
 * @property {boolean} wrong whether the tool gave a wrong answer, so that the figure counts for nothing
 */

/** @typedef {'ms' | 'MB' | 'kB' | 'MB/s' | 'wrong answers'} Unit */

/**
 * @param {Partial<Row> & Pick<Row, 'what' | 'tool'>} row
 * @returns {Row}
 */
export const row = (row) => ({
  files: 0,
  lines: 0,
  unit: 'ms',
  samples: [],
  note: '',
  wrong: false,
  ...row,
});
