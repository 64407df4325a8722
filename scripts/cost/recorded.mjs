/** What was counted when it was last recorded, and whether something has grown since. */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { inProject } from '../support/project.mjs';

/** @typedef {import('./measure.mjs').Costs} Costs */
/** @typedef {Record<string, Record<string, number>>} Figures by step, then by what was counted */

/**
 * @typedef {object} Recorded
 * @property {Figures} counts
 * @property {Record<string, Record<string, number>>} bytesAllocated by major version of Node, then by step
 */

const file = inProject('test', 'process', 'cost.json');

/** What allocations may differ by without having grown: a tenth, and some kilobytes where that is next to nothing. */
const share = 0.1;
const leastBytes = 50_000;

/** @type {Readonly<Record<string, string>>} */
const words = {
  filesRead: 'files read',
  documentsParsed: 'documents parsed',
  bytesLeftToRemark: 'bytes left to remark',
  rulesRun: 'rules run',
};

/** The major version of the Node that runs: `20`. */
export const nodeVersion = process.versions.node.split('.')[0] ?? '';

/** @returns {Recorded} */
export const readRecorded = () => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Records costs in the place of what was recorded; the bytes of other versions of Node stay.
 * @param {Costs} costs
 */
export function record(costs) {
  const { bytesAllocated } = readRecorded();
  const steps = Object.entries(costs);
  /** @type {Recorded} */
  const recorded = {
    counts: Object.fromEntries(
      steps.map(([step, cost]) => [
        step,
        Object.fromEntries(Object.entries(cost).filter(([name]) => name in words)),
      ]),
    ),
    bytesAllocated: {
      ...bytesAllocated,
      [nodeVersion]: Object.fromEntries(steps.map(([step, cost]) => [step, cost.bytesAllocated])),
    },
  };
  writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);
}

/**
 * @param {Recorded} recorded
 * @param {Costs} costs
 * @param {string} [version] of Node; bytes are compared where some were recorded for it
 * @returns {string[]} what has grown, or was not recorded, each in a sentence
 */
export function grownSince({ counts, bytesAllocated }, costs, version = nodeVersion) {
  return Object.entries(costs).flatMap(([step, cost]) => {
    const known = counts[step];
    if (known === undefined) return [`"${step}" was not recorded.`];
    const bytes = bytesAllocated[version]?.[step];
    return [
      ...Object.entries(cost).flatMap(([name, count]) => {
        const before = known[name];
        if (!(name in words) || (before !== undefined && count <= before)) return [];
        return [`${step}: ${String(words[name])} went from ${String(before)} to ${count}.`];
      }),
      ...(bytes !== undefined && cost.bytesAllocated > Math.max(bytes * (1 + share), bytes + leastBytes)
        ? [`${step}: bytes allocated went from ${bytes} to ${cost.bytesAllocated}.`]
        : []),
    ];
  });
}
