/**
 * `npm run bench`: measures Runbook beside other tools, on the same files in the same run, prints a table and says
 * which goals hold. See docs/contributing/benchmarks.md.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { temporaryFolder } from '../scripts/support/temporary-folder.mjs';
import { measures } from './measures/all.mjs';
import { readOptions, usage } from './options.mjs';
import { installPeers } from './peers/install.mjs';
import { versionOf } from './peers/packages.mjs';
import { prepareProduct } from './product.mjs';
import { goals } from './report/goals.mjs';
import { Rows } from './report/rows.mjs';
import { formatTable, layOut, summaryOf } from './report/table.mjs';
import { writeWorkspace } from './workspace/write-workspace.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('./options.mjs').Options} Options */
/** @typedef {import('./workspace/write-workspace.mjs').Workspace} Workspace */

const start = Date.now();
process.exitCode = await main();

/** @returns {Promise<number>} the exit code: 0 when everything was measured, whether goals hold or not */
async function main() {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    if (options === '') console.log(usage);
    else console.error(`${options}\n\n${usage}`);
    return options === '' ? 0 : 2;
  }
  const { only } = options;
  const unknown =
    only?.filter((name) => name !== 'lsp' && !measures.some((measure) => measure.name === name)) ?? [];
  if (unknown.length > 0) {
    console.error(
      `No measure ${unknown.join(', ')}. There are: lsp, ${measures.map(({ name }) => name).join(', ')}.`,
    );
    return 2;
  }
  const scratch = temporaryFolder('bench');
  const product = await prepareProduct(path.join(scratch, 'product'), report);
  const peers = options.peers && (await installPeers(report));
  const machine = describeMachine();
  const versions = { runbook: product.version, ...(peers ? peerVersions() : {}) };
  console.log(
    `${machine}\n${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}\n`,
  );

  /** @type {Map<number, Workspace>} */
  const workspaces = new Map();
  const workspace = (/** @type {number} */ size) => {
    const made = workspaces.get(size) ?? writeWorkspace(path.join(scratch, `files-${size}`), size);
    workspaces.set(size, made);
    return made;
  };
  /** @type {Row[]} */
  const rows = [];
  const failures = [];
  for (const { name, lsp, run } of measures) {
    if (only !== null && !only.includes(name) && !(lsp && only.includes('lsp'))) continue;
    try {
      for await (const row of run({ options, product, peers, scratch, workspace, report })) {
        rows.push(row);
        report(`${row.what}, ${row.tool}: ${summaryOf(row)}`);
      }
    } catch (error) {
      failures.push(name);
      console.error(
        `Measuring ${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  const verdicts = judge(rows);
  console.log(`\n${formatTable(rows)}\n\n${formatVerdicts(verdicts)}`);
  console.log(`\n${duration()}; busy machines make other figures: compare within one run.`);
  if (options.json !== null) {
    const content = {
      date: new Date(start).toISOString(),
      machine,
      versions,
      options,
      rows,
      goals: verdicts,
    };
    writeFileSync(options.json, `${JSON.stringify(content, null, 2)}\n`);
  }
  for (const made of workspaces.values()) rmSync(made.folder, { recursive: true, force: true });
  return failures.length > 0 ? 1 : 0;
}

/** @param {string} message */
function report(message) {
  console.error(`${duration().padStart(8)}  ${message}`);
}

/** @returns {string} since the start: `12:04` */
function duration() {
  const seconds = Math.round((Date.now() - start) / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** @returns {string} */
function describeMachine() {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${availableParallelism()} × ${cpus()[0]?.model ?? process.arch}, ${memory}, ${process.platform}, Node ${process.version}`;
}

/** @returns {Record<string, string>} */
function peerVersions() {
  const names = [
    'rumdl',
    '@biomejs/biome',
    'vscode-markdown-languageserver',
    'markdownlint-cli2',
    'remark-cli',
    'remark-lint',
  ];
  return Object.fromEntries(names.map((name) => [name, versionOf(name)]));
}

/** @typedef {{ goal: string, verdict: 'holds' | 'missed' | 'not measured', figures: string }} JudgedGoal */

/** @param {readonly Row[]} measured @returns {JudgedGoal[]} */
function judge(measured) {
  const rows = new Rows(measured);
  return goals.map(({ text, judge }) => {
    const verdict = judge(rows);
    if (verdict === null) return { goal: text, verdict: 'not measured', figures: '' };
    return { goal: text, verdict: verdict.holds ? 'holds' : 'missed', figures: verdict.figures };
  });
}

/**
 * @param {readonly JudgedGoal[]} verdicts
 * @returns {string}
 */
function formatVerdicts(verdicts) {
  const judged = verdicts.filter(({ verdict }) => verdict !== 'not measured');
  const left = verdicts.length - judged.length;
  const table = layOut([
    ['goal', 'verdict', 'figures'],
    ...judged.map(({ goal, verdict, figures }) => [goal, verdict, figures]),
  ]);
  return left === 0 ? table : `${table}\n\n${left} goals are about something that was not measured.`;
}
