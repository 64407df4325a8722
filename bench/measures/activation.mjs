/**
 * How long the extension keeps the extension host busy until its server is started, in a workspace with runbooks; and until
 * it waits for a reason in a folder of Markdown without them. Takes the embedded editor, which is not installed for it.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fingerprint, isStamped } from '../../scripts/support/fingerprint.mjs';
import { inProject, workFolder } from '../../scripts/support/project.mjs';
import { row } from '../row.mjs';
import { repetitions } from './measure.mjs';

/** @typedef {import('./measure.mjs').BenchContext} BenchContext */
/**
 * Milliseconds that the thread of the extension host was busy.
 * @typedef {object} Activation
 * @property {number} load for the bundle of the first stage
 * @property {number} activate for its `activate`
 * @property {number | null} wake for the second stage; null when there was no reason for it
 */

/** Files of the workspace with runbooks: what is searched for them, not what the server reads. */
const files = 100;

/** @type {import('./measure.mjs').Measure} */
export const activation = {
  name: 'activation',
  lsp: false,
  async *run(context) {
    if (!isEditorInstalled()) {
      context.report(
        'activation: left out, because the embedded editor is not installed; `npm run test:extension` installs it',
      );
      return;
    }
    const folder = path.join(context.scratch, 'activation');
    const extension = path.join(folder, 'extension');
    layOut(context, extension);
    const { folder: runbooks } = context.workspace(files);
    /** @type {Activation[]} */
    const measured = [];
    for (const run of repetitions(context.options)) {
      context.report(`activation ${run + 1}`);
      const one = await openEditor(folder, extension, runbooks, true);
      if (one !== null && one.wake !== null) measured.push(one);
    }
    const what = 'activation with runbooks';
    const about = { tool: 'runbook', files };
    const note = measured.length === 0 ? 'never started the server' : '';
    const whole = measured.map(({ load, activate, wake }) => load + activate + (wake ?? 0));
    yield row({ ...about, what, samples: whole, note });

    const plain = path.join(folder, 'plain');
    writeNotes(plain);
    context.report('activation without runbooks');
    const asleep = await openEditor(folder, extension, plain, false);
    yield row({
      what: 'activation without runbooks',
      tool: 'runbook',
      samples: asleep === null ? [] : [asleep.load + asleep.activate + (asleep.wake ?? 0)],
      note: asleep?.wake === null ? 'no server' : 'started the server',
    });
  },
};

/** Whether nothing would have to be downloaded. @returns {boolean} */
function isEditorInstalled() {
  const folder = path.resolve(process.env['RUNBOOK_EMBEDDED_EDITOR'] ?? path.join(workFolder, 'embedded'));
  const sources = inProject('scripts', 'embedded-editor');
  const wanted = fingerprint(sources, ['package-lock.json'], [`${process.platform}-${process.arch}`]);
  return [
    path.join(folder, 'installed-packages'),
    path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'installed-parts'),
  ].every((stamp) => isStamped(stamp, wanted));
}

/**
 * Lays the extension out with the probe in the place of its bundle.
 * @param {BenchContext} context
 * @param {string} target
 */
function layOut({ product }, target) {
  mkdirSync(target, { recursive: true });
  for (const part of ['package.nls.json', 'media', 'schemas', 'snippets', 'syntaxes'])
    cpSync(inProject(part), path.join(target, part), { recursive: true });
  cpSync(path.dirname(product.server), path.join(target, 'dist'), { recursive: true });
  cpSync(inProject('bench', 'activation', 'probe.cjs'), path.join(target, 'probe.cjs'));
  /** @type {object} */
  const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  writeFileSync(path.join(target, 'package.json'), JSON.stringify({ ...manifest, main: './probe.cjs' }));
}

/**
 * Opens a folder in an editor of its own.
 * @param {string} scratch
 * @param {string} extension
 * @param {string} workspace
 * @param {boolean} expected whether the extension is to start its server
 * @returns {Promise<Activation | null>} null when the extension was not activated
 */
async function openEditor(scratch, extension, workspace, expected) {
  const result = path.join(scratch, 'result.json');
  rmSync(result, { force: true });
  const child = spawn(
    process.execPath,
    [
      inProject('scripts', 'embedded-editor', 'code.mjs'),
      workspace,
      `--extensionDevelopmentPath=${extension}`,
      `--extensionTestsPath=${inProject('bench', 'activation', 'session.cjs')}`,
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        RUNBOOK_BENCH_ACTIVATION: result,
        RUNBOOK_BENCH_EXPECTED: expected ? '1' : '0',
        RUNBOOK_TEST_TIMEOUT: '120',
      },
    },
  );
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ data) => {
    words += data;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The editor ended with code ${String(code)}: ${words.slice(-1000)}`);
  return existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : null;
}

/** @param {string} folder to be filled with Markdown that says nothing of runbooks */
function writeNotes(folder) {
  for (let i = 0; i < files; i++) {
    const part = path.join(folder, `topic-${i % 10}`);
    mkdirSync(part, { recursive: true });
    writeFileSync(path.join(part, `note-${i}.md`), `# Note ${i}\n\nWhat was said on day ${i}.\n`);
  }
}
