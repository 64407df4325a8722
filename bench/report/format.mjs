/** Figures as people read them. */

/** @typedef {import('../row.mjs').Unit} Unit */

/**
 * Three digits, which is more than a busy machine can promise.
 * @param {number} value
 * @param {Unit} unit
 * @returns {string} `12.3 ms`, `4.56 s`, `146 MB`
 */
export function formatFigure(value, unit) {
  if (unit === 'ms' && value >= 1000) return `${digits(value / 1000)} s`;
  return unit === 'wrong answers' ? String(value) : `${digits(value)} ${unit}`;
}

/** @param {number} value @returns {string} */
const digits = (value) => (value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2));

/** @param {number} value @returns {string} `10,000` */
export const formatCount = (value) => value.toLocaleString('en-US');
