/**
 * The quick command lines on real documentation, none of which is ours: what it costs to find out that there is nothing
 * to say. Wall and processor time, cold, tools in turn, medians of three.
 */
import path from 'node:path';
import { freshHome, removeHome } from '../environment.mjs';
import { node, quickCommandLines } from '../peers/command-lines.mjs';
import { downloadPackages, readLock } from '../real-documents/download.mjs';
import { unpackSets } from '../real-documents/unpack.mjs';
import { row } from '../row.mjs';
import { countedRun } from '../timed-run.mjs';
import { benchToday } from '../workspace/words.mjs';

/** @typedef {import('./measure.mjs').BenchContext} BenchContext */
/** @typedef {import('../row.mjs').Row} Row */
/** @typedef {import('../real-documents/unpack.mjs').UnpackedSet} UnpackedSet */
/** @typedef {{ tool: string, check: import('../timed-run.mjs').Call, hasWorked: (code: number | null) => boolean }} Tool */
/** @typedef {{ tool: string, wall: Row, processor: Row }} Measured one tool on one set, or on all of them */

/** How often each set is checked, at most. */
const rounds = 3;

/** @type {import('./measure.mjs').Measure} */
export const real = {
  name: 'real',
  lsp: false,
  async *run(context) {
    const { options, peers, product, report, scratch } = context;
    const lock = readLock();
    if (!(await downloadPackages(lock.packages, report))) return;
    const sets = await unpackSets(lock, path.join(scratch, 'real'));
    const own = node(product.cli, 'check', '.', '--today', benchToday, '--format', 'json');
    /** @type {Tool[]} */
    const tools = [
      { tool: 'runbook', check: own, hasWorked: (code) => code === 0 },
      ...(peers ? quickCommandLines() : []),
    ];
    /** @type {Measured[]} */
    const all = [];
    for (const set of sets) {
      report(`real: ${set.name}, ${set.files} files`);
      const measured = await takeTurns(context, set, tools);
      all.push(...measured);
      yield* rowsOf(measured);
    }
    const files = sets.reduce((sum, set) => sum + set.files, 0);
    const bytes = sets.reduce((sum, set) => sum + set.bytes, 0);
    const whole = { name: 'all of them', files, bytes };
    yield* rowsOf(
      tools.map(({ tool }) =>
        addUp(
          whole,
          all.filter((one) => one.tool === tool),
          Math.min(rounds, options.runs),
        ),
      ),
    );
  },
};

/**
 * @param {BenchContext} context
 * @param {UnpackedSet} set
 * @param {readonly Tool[]} tools
 * @returns {Promise<Measured[]>}
 */
async function takeTurns({ options, scratch }, set, tools) {
  const measured = tools.map(({ tool }) => emptyRows(set, tool));
  for (let round = 0; round < Math.min(rounds, options.runs); round++) {
    for (const [i, { check, hasWorked }] of tools.entries()) {
      const home = freshHome(scratch);
      const run = await countedRun(check, {
        cwd: set.folder,
        env: home.environment,
        limit: options.limit,
      });
      removeHome(home);
      const before = measured[i];
      if (before !== undefined) measured[i] = withRun(before, run, hasWorked(run.code));
    }
  }
  return measured;
}

/**
 * @param {{ name: string, files: number, bytes: number }} set
 * @param {string} tool
 * @returns {Measured}
 */
function emptyRows({ name, files, bytes }, tool) {
  const note = `${(bytes / 1e6).toFixed(1)} MB`;
  return {
    tool,
    wall: row({ what: `real documents, wall time: ${name}`, tool, files, note }),
    processor: row({ what: `real documents, processor time: ${name}`, tool, files, note }),
  };
}

/**
 * @param {Measured} before
 * @param {import('../timed-run.mjs').TimedRun & { processor: number | null }} run
 * @param {boolean} hasWorked
 * @returns {Measured}
 */
function withRun({ tool, wall, processor }, run, hasWorked) {
  const problem = problemOf(tool, run, hasWorked);
  /** @type {(before: Row, sample: number | null) => Row} */
  const more = (before, sample) => ({
    ...before,
    samples: sample === null ? before.samples : [...before.samples, sample],
    note: problem === '' ? before.note : problem,
    wrong: before.wrong || problem !== '',
  });
  return { tool, wall: more(wall, run.time), processor: more(processor, run.processor) };
}

/**
 * @param {string} tool
 * @param {import('../timed-run.mjs').TimedRun} run
 * @param {boolean} hasWorked
 * @returns {string} empty when nothing is wrong: ours is to find nothing, as none of the documents is ours
 */
function problemOf(tool, { code, output, problem }, hasWorked) {
  if (code === null) return 'took too long';
  if (tool === 'runbook' && code === 1) return 'findings, though none of this is ours';
  if (!hasWorked) return `failed with exit code ${code}: ${problem.trim().split('\n').at(-1) ?? ''}`;
  return tool !== 'runbook' || output.trim() === '[]' ? '' : 'findings, though none of this is ours';
}

/**
 * All sets of a tool in sum, round by round.
 * @param {{ name: string, files: number, bytes: number }} whole
 * @param {readonly Measured[]} measured
 * @param {number} count of rounds
 * @returns {Measured}
 */
function addUp(whole, measured, count) {
  /** @type {(rows: readonly Row[]) => Pick<Row, 'samples' | 'wrong'>} */
  const sum = (rows) => ({
    samples: rows.every(({ samples }) => samples.length === count)
      ? Array.from({ length: count }, (_, round) =>
          rows.reduce((total, { samples }) => total + (samples[round] ?? 0), 0),
        )
      : [],
    wrong: rows.some(({ wrong }) => wrong),
  });
  const { tool, wall, processor } = emptyRows(whole, measured[0]?.tool ?? '');
  return {
    tool,
    wall: { ...wall, ...sum(measured.map((one) => one.wall)) },
    processor: { ...processor, ...sum(measured.map((one) => one.processor)) },
  };
}

/** @param {readonly Measured[]} measured @returns {Row[]} */
const rowsOf = (measured) => [
  ...measured.map(({ wall }) => wall),
  ...measured.map(({ processor }) => processor),
];
