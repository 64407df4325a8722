/**
 * `npm run bench:profile`: where the time of a check, and the time and bytes of a key, go. See
 * docs/contributing/benchmarks.md.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { temporaryFolder } from '../../scripts/support/temporary-folder.mjs';
import { inProject } from '../../scripts/support/project.mjs';
import { freshHome } from '../environment.mjs';
import { LanguageClient } from '../lsp/client.mjs';
import { ownServer } from '../lsp/servers.mjs';
import { waitForReferences } from '../lsp/workspace-questions.mjs';
import { typeInto } from '../measures/keystrokes.mjs';
import { node } from '../peers/command-lines.mjs';
import { prepareProduct } from '../product.mjs';
import { layOut } from '../report/table.mjs';
import { timedRun } from '../timed-run.mjs';
import { longRunbook } from '../workspace/long-documents.mjs';
import { benchToday } from '../workspace/words.mjs';
import { writeDocument, writeWorkspace } from '../workspace/write-workspace.mjs';
import { sharesOfBytes, sharesOfTime } from './shares.mjs';

/** @typedef {import('./shares.mjs').Shares} Shares */
/** @typedef {import('./shares.mjs').TimeProfile} TimeProfile */
/** @typedef {import('./shares.mjs').BytesProfile} BytesProfile */
/** @typedef {import('../workspace/write-workspace.mjs').Workspace} Workspace */

const usage = `npm run bench:profile [-- OPTIONS]

  --files N   files of the workspace (1000)
  --lines N   lines of the runbook that is typed in (5000)
  --by-file   names files and not folders
  --help      prints this`;

/** Seconds that one answer may take. */
const limit = 300;
/** The share below which a part is left out. */
const least = 0.005;
/** Where something is typed, so many letters each. */
const places = 24;

const report = (/** @type {string} */ message) => {
  console.error(message);
};

process.exitCode = await main();

/** @returns {Promise<number>} the exit code */
async function main() {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '1000' },
      lines: { type: 'string', default: '5000' },
      'by-file': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [files, lines] = [Number(values.files), Number(values.lines)];
  const byFile = values['by-file'];
  if (values.help || !(files >= 12) || !(lines >= 100)) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const scratch = temporaryFolder('bench');
  const product = await prepareProduct(path.join(scratch, 'product'), report);
  const workspace = writeWorkspace(path.join(scratch, 'workspace'), files);
  report(`A cold check of ${files} files …`);
  print(`A cold check of ${files} files`, [
    { title: 'time', shares: sharesOfTime(await profileCheck(product.cli, workspace, scratch), byFile) },
  ]);
  report(`Keys in ${lines} lines …`);
  const server = { ...ownServer(product), probed: true };
  const probe = ['--require', inProject('bench', 'profile', 'profile-probe.cjs')];
  const probed = { ...server, call: { ...server.call, args: [...probe, ...server.call.args] } };
  const keys = await profileKeys(probed, workspace, scratch, lines);
  print(`A key in ${lines} lines, ${files} files`, [
    { title: 'time', shares: sharesOfTime(keys.time, byFile) },
    { title: 'bytes', shares: sharesOfBytes(keys.bytes, byFile) },
  ]);
  return 0;
}

/**
 * @param {string} cli
 * @param {Workspace} workspace
 * @param {string} scratch
 * @returns {Promise<TimeProfile>}
 */
async function profileCheck(cli, { folder }, scratch) {
  const profiles = path.join(scratch, 'profiles');
  mkdirSync(profiles);
  const call = node(
    '--cpu-prof',
    '--cpu-prof-dir',
    profiles,
    cli,
    ...['check', '.', '--today', benchToday, '--format', 'json', '--no-cache'],
  );
  // threads would write a profile each
  const env = { ...freshHome(scratch).environment, RUNBOOK_THREADS: '0' };
  const { code, problem } = await timedRun(call, { cwd: folder, env, limit });
  const [profile] = readdirSync(profiles);
  if ((code !== 0 && code !== 1) || profile === undefined) throw new Error(`The check failed:\n${problem}`);
  return JSON.parse(readFileSync(path.join(profiles, profile), 'utf8'));
}

/**
 * @param {import('../lsp/client.mjs').ServerKind} server with the probe in it
 * @param {Workspace} workspace
 * @param {string} scratch
 * @param {number} lines
 * @returns {Promise<{ time: TimeProfile, bytes: BytesProfile }>} of all keys
 */
async function profileKeys(server, { folder, plan }, scratch, lines) {
  const name = 'long/SoT.LONG.md';
  const text = longRunbook(plan, name, lines);
  writeDocument(folder, name, text);
  const { environment } = freshHome(scratch);
  const client = new LanguageClient(server, { folder, environment, pull: true, limit });
  try {
    await client.initialize();
    const shared = readFileSync(path.join(folder, plan.shared.file), 'utf8');
    await client.open(plan.shared.file, shared);
    if (!(await waitForReferences(client, plan, shared, limit)))
      throw new Error('The server never knew the whole workspace.');
    await client.open(name, text);
    const typing = { pull: true, places, checked: true };
    await typeInto(client, name, text, typing);
    /** @type {(what: string) => Promise<unknown>} */
    const profiled = async (what) => {
      await client.probe(`start ${what}`);
      const { problem } = await typeInto(client, name, text, typing);
      if (problem !== '') throw new Error(problem);
      return client.probe(`stop ${what}`);
    };
    return {
      time: /** @type {TimeProfile} */ (await profiled('time')),
      bytes: /** @type {BytesProfile} */ (await profiled('bytes')),
    };
  } finally {
    await client.stop();
  }
}

/**
 * @param {string} title
 * @param {readonly { title: string, shares: Shares }[]} columns
 */
function print(title, columns) {
  const [first] = columns;
  const parts = [...(first?.shares.parts ?? [])]
    .filter(([, amount]) => amount >= least * (first?.shares.whole ?? 0))
    .sort(([, a], [, b]) => b - a)
    .map(([part]) => part);
  const table = layOut([
    ['part', ...columns.map((column) => column.title)],
    ...parts.map((part) => [
      part,
      ...columns.map(({ shares: { whole, parts: all } }) => percent((all.get(part) ?? 0) / whole)),
    ]),
  ]);
  console.log(`\n${title}\n\n${table}`);
}

/** @param {number} share @returns {string} `12.3 %` */
function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
