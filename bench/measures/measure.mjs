/** What measures have in common: what they are given, and how they repeat things. */
import { performance } from 'node:perf_hooks';

/** @typedef {import('../row.mjs').Row} Row */
/** @typedef {import('../workspace/write-workspace.mjs').Workspace} Workspace */

/**
 * @typedef {object} BenchContext
 * @property {import('../options.mjs').Options} options
 * @property {import('../product.mjs').Product} product
 * @property {boolean} peers whether other tools are there and wanted
 * @property {string} scratch folder for homes and other things that are not kept
 * @property {(size: number) => Workspace} workspace the workspace of so many files; measures leave it as it was
 * @property {(message: string) => void} report tells the person in front of it what is going on
 */

/**
 * @typedef {object} Measure
 * @property {string} name as the option `--only` takes it
 * @property {boolean} lsp whether `--only lsp` means it too
 * @property {(context: BenchContext) => AsyncIterable<Row>} run
 */

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<{ time: number, result: T }>} `time` in milliseconds
 */
export async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { time: performance.now() - start, result };
}

/** Milliseconds after which things are not repeated again: what takes so long is less noisy. */
const patience = 60_000;

/**
 * Counts repetitions: as many as were asked for, but no more once a minute is over.
 * @param {import('../options.mjs').Options} options
 * @returns {Generator<number, void, undefined>} from 0
 */
export function* repetitions({ runs }) {
  const start = performance.now();
  for (let run = 0; run < runs; run++) {
    yield run;
    if (performance.now() - start > patience) return;
  }
}
