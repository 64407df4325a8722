/** Prints rows as a table for the terminal, and as Markdown, which is the same. */
import { median, percentile } from '../statistics.mjs';
import { formatCount, formatFigure } from './format.mjs';

/** @typedef {import('../row.mjs').Row} Row */

const titles = ['what', 'files', 'lines', 'tool', 'median', 'p95', 'least', 'most', 'n', 'note'];

/**
 * @param {readonly Row[]} rows in the order in which they were measured
 * @returns {string} a table, with the rows about the same thing together
 */
export function formatTable(rows) {
  const keys = [...new Set(rows.map(keyOf))];
  const sorted = keys.flatMap((key) => rows.filter((row) => keyOf(row) === key));
  return layOut([titles, ...sorted.map(cellsOf)]);
}

/**
 * @param {readonly (readonly string[])[]} lines the first are the titles; all of the same length
 * @returns {string}
 */
export function layOut(lines) {
  const [titles = [], ...others] = lines;
  const widths = titles.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  /** @type {(line: readonly string[]) => string} */
  const format = (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [format(titles), rule, ...others.map(format)].join('\n');
}

/** @param {Row} row */
const keyOf = ({ what, files, lines }) => `${what}\0${files}\0${lines}`;

/**
 * What a row says, in a few words.
 * @param {Row} row
 * @returns {string} `median 12.3 ms of 5`
 */
export function summaryOf({ samples, unit, note, wrong }) {
  const notes = [wrong ? 'WRONG' : '', note].filter((part) => part !== '').join(': ');
  if (samples.length === 0) return notes === '' ? 'not measured' : notes;
  const figure = `median ${formatFigure(median(samples), unit)} of ${samples.length}`;
  return notes === '' ? figure : `${figure} (${notes})`;
}

/** @param {Row} row @returns {string[]} */
function cellsOf({ what, files, lines, tool, unit, samples, note, wrong }) {
  const about = [what, files === 0 ? '' : formatCount(files), lines === 0 ? '' : formatCount(lines), tool];
  const notes = [wrong ? 'WRONG' : '', note].filter((part) => part !== '').join(': ');
  if (samples.length === 0) return [...about, '', '', '', '', '0', notes === '' ? 'not measured' : notes];
  const many = samples.length > 1;
  return [
    ...about,
    formatFigure(median(samples), unit),
    many ? formatFigure(percentile(samples, 95), unit) : '',
    many ? formatFigure(Math.min(...samples), unit) : '',
    many ? formatFigure(Math.max(...samples), unit) : '',
    String(samples.length),
    notes,
  ];
}
