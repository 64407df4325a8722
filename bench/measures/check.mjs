/**
 * The command lines on whole workspaces: cold, again with nothing changed, and beside each other. Tools take turns, so
 * that a busy minute of the machine hits all of them.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { freshHome, removeHome } from '../environment.mjs';
import { node, peerCommandLines } from '../peers/command-lines.mjs';
import { row } from '../row.mjs';
import { timedRun } from '../timed-run.mjs';
import { benchToday } from '../workspace/words.mjs';
import { seededFindings } from '../workspace/write-workspace.mjs';
import { repetitions, timed } from './measure.mjs';

/** @typedef {import('./measure.mjs').BenchContext} BenchContext */
/** @typedef {import('../peers/command-lines.mjs').CommandLine} CommandLine */
/** @typedef {import('../row.mjs').Row} Row */
/** @typedef {import('../workspace/write-workspace.mjs').Workspace} Workspace */

/** @type {import('./measure.mjs').Measure} */
export const check = {
  name: 'check',
  lsp: false,
  async *run(context) {
    const own = await ownCommandLines(context);
    for (const size of context.options.sizes) {
      const workspace = context.workspace(size);
      yield await plainRead(context, workspace);
      const peers = context.peers ? peerCommandLines() : [];
      const wanted = peers.filter(({ slow }) => !slow || !context.options.quick);
      const often = [...own, ...wanted.filter(({ slow }) => !slow || size <= 100)];
      yield* takeTurns(context, workspace, often, repetitions(context.options));
      yield* takeTurns(
        context,
        workspace,
        wanted.filter((tool) => !often.includes(tool)),
        [0],
      );
    }
  },
};

/**
 * The floor: all bytes of all files, and nothing done with them.
 * @param {BenchContext} context
 * @param {Workspace} workspace
 * @returns {Promise<Row>}
 */
async function plainRead({ options }, { folder, files, bytes }) {
  /** @type {number[]} */
  const samples = [];
  for (let run = 0; run < options.runs; run++) {
    const { time, result } = await timed(async () => {
      let sum = 0;
      const queue = files.values();
      const reader = async () => {
        for (const file of queue) {
          const { length } = await readFile(path.join(folder, file));
          sum += length;
        }
      };
      await Promise.all(Array.from({ length: 16 }, reader));
      return sum;
    });
    if (result !== bytes)
      throw new Error(`${folder} has ${result} bytes instead of ${bytes}: who writes there?`);
    samples.push(time);
  }
  const note = `${(bytes / 1e6).toFixed(1)} MB`;
  return row({ what: 'all bytes', tool: 'plain read', files: files.length, samples, note });
}

/**
 * @param {BenchContext} context
 * @param {Workspace} workspace
 * @param {readonly CommandLine[]} tools
 * @param {Iterable<number>} runs one for each repetition
 * @returns {AsyncGenerator<Row>}
 */
async function* takeTurns(context, workspace, tools, runs) {
  if (tools.length === 0) return;
  const results = tools.map((tool) => ({
    tool,
    cold: row({ what: 'check, cold', tool: tool.tool, files: workspace.files.length }),
    again: row({ what: 'check again, nothing changed', tool: tool.tool, files: workspace.files.length }),
  }));
  for (const run of runs) {
    context.report(`check: ${workspace.files.length} files, round ${run + 1}`);
    for (const result of results) {
      const home = freshHome(context.scratch);
      const cold = await checkOnce(context, workspace, result.tool, home.environment);
      result.cold = withSample(result.cold, cold);
      if (result.tool.caches && cold.time !== null) {
        const again = await checkOnce(context, workspace, result.tool, home.environment);
        result.again = withSample(result.again, again);
      }
      removeHome(home);
    }
  }
  for (const { tool, cold, again } of results) {
    yield cold;
    if (tool.caches) yield again;
  }
}

/** @typedef {{ time: number | null, note: string, wrong: boolean }} Outcome */

/**
 * @param {Row} before
 * @param {Outcome} outcome
 * @returns {Row}
 */
const withSample = (before, { time, note, wrong }) => ({
  ...before,
  samples: time === null ? before.samples : [...before.samples, time],
  note: note === '' ? before.note : note,
  wrong: before.wrong || wrong,
});

/**
 * @param {BenchContext} context
 * @param {Workspace} workspace
 * @param {CommandLine} tool
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Outcome>}
 */
async function checkOnce({ options }, workspace, tool, env) {
  const run = await timedRun(tool.check, { cwd: workspace.folder, env, limit: options.limit });
  if (run.code === null) return { time: null, note: `took longer than ${options.limit} s`, wrong: false };
  if (!tool.hasWorked(run.code))
    return { time: null, note: `failed with exit code ${run.code}: ${lastLine(run.problem)}`, wrong: true };
  if (!tool.tool.startsWith('runbook')) return { time: run.time, note: '', wrong: false };
  const note = wrongFindings(workspace, run.output);
  return { time: run.time, note, wrong: note !== '' };
}

/**
 * Compares our findings with those that the workspace has on purpose: a fast answer that is wrong is none.
 * @param {Workspace} workspace
 * @param {string} output JSON
 * @returns {string} what is wrong, or nothing
 */
function wrongFindings({ plan }, output) {
  /** @type {{ file: string, rule: string }[]} */
  const found = JSON.parse(output);
  /** @type {(findings: { file: string, rule: string }[]) => string} */
  const listed = (findings) =>
    findings
      .map(({ file, rule }) => `${file} ${rule}`)
      .sort()
      .join('\n');
  const expected = seededFindings(plan);
  return listed(found) === listed(expected)
    ? ''
    : `${found.length} findings instead of the ${expected.length} there are`;
}

/**
 * Ours, with and without caches as far as it has them.
 * @param {BenchContext} context
 * @returns {Promise<CommandLine[]>}
 */
async function ownCommandLines({ product, options, scratch }) {
  const help = await timedRun(node(product.cli, 'check', '--help'), {
    cwd: scratch,
    env: freshHome(scratch).environment,
    limit: options.limit,
  });
  const args = ['check', '.', '--today', benchToday, '--format', 'json'];
  const own = {
    version: node(product.cli, '--version'),
    slow: false,
    hasWorked: (/** @type {number | null} */ code) => code === 0 || code === 1,
  };
  return [
    { ...own, tool: 'runbook', check: node(product.cli, ...args), caches: true },
    ...(help.output.includes('--no-cache')
      ? [
          {
            ...own,
            tool: 'runbook-md --no-cache',
            check: node(product.cli, ...args, '--no-cache'),
            caches: false,
          },
        ]
      : []),
  ];
}

/** @param {string} text */
const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';
