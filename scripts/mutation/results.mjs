/** Reads what Stryker found: its report of one mutated file. */
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Mutant
 * @property {boolean} isKilled
 * @property {number} line from 1
 * @property {string} was the words that it replaces, on their first line
 * @property {string} replacement
 */

/**
 * @typedef {object} Report
 * @property {Readonly<Record<string, { source: string, mutants: readonly ReportedMutant[] }>>} files
 */

/**
 * @typedef {object} ReportedMutant
 * @property {string} status
 * @property {string} [replacement]
 * @property {{ start: Place, end: Place }} location
 */

/** @typedef {{ line: number, column: number }} Place counted from 1 */

// what does not compile is no change that could be made, and counts for neither
const killed = new Set(['Killed', 'Timeout', 'RuntimeError']);
const counted = new Set([...killed, 'Survived', 'NoCoverage']);

/**
 * @param {string} file a report
 * @returns {Mutant[]} those that were tried, in their order
 */
export function mutantsOf(file) {
  /** @type {Report} */
  const { files } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.values(files).flatMap(({ source, mutants }) => {
    const lines = source.split('\n');
    return mutants
      .filter(({ status }) => counted.has(status))
      .map(({ status, replacement = '', location: { start, end } }) => ({
        isKilled: killed.has(status),
        line: start.line,
        was: (lines[start.line - 1] ?? '').slice(
          start.column - 1,
          end.line === start.line ? end.column - 1 : undefined,
        ),
        replacement,
      }))
      .sort((a, b) => a.line - b.line);
  });
}

/**
 * @param {Mutant} mutant
 * @returns {string} `12: a === b => true`
 */
export function textOf({ line, was, replacement }) {
  return `${String(line)}: ${was} => ${replacement.replace(/\s+/g, ' ')}`;
}
