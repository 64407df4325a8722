/** The rows of a run, to be asked for figures. */
import { median, percentile } from '../statistics.mjs';

/** @typedef {import('../row.mjs').Row} Row */

/** @typedef {'median' | 'p95' | 'p99' | 'most'} Statistic */
/** @typedef {{ tool?: string, files?: number, lines?: number }} Where what a row is about; anything when left out */

export class Rows {
  #rows;

  /** @param {readonly Row[]} rows */
  constructor(rows) {
    this.#rows = rows;
  }

  /**
   * @param {string} what
   * @param {Where} [where] by default of our own tool
   * @returns {Row | null} the first; null when it was not measured
   */
  find(what, { tool = 'runbook', files, lines } = {}) {
    return (
      this.#rows.find(
        (row) =>
          row.what === what &&
          row.tool === tool &&
          (files === undefined || row.files === files) &&
          (lines === undefined || row.lines === lines),
      ) ?? null
    );
  }

  /**
   * @param {string} start how what was measured begins
   * @returns {readonly Row[]} all of our own tool
   */
  startingWith(start) {
    return this.#rows.filter(({ what, tool }) => tool === 'runbook' && what.startsWith(start));
  }
}

/**
 * The figure that a row stands for: the median of what takes turns with others, the 95th or 99th percentile of what one
 * waits for again and again, the most of what must not happen once.
 * @param {Row} row with samples
 * @param {Statistic} statistic
 * @returns {number}
 */
export function figureOf({ samples }, statistic) {
  switch (statistic) {
    case 'median':
      return median(samples);
    case 'p95':
      return percentile(samples, 95);
    case 'p99':
      return percentile(samples, 99);
    case 'most':
      return Math.max(...samples);
  }
}
