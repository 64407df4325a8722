// Runs the grammar tests, test/grammar/*.md, against VS Code's own Markdown grammar with ours injected.
// Prints what failed; the last line is "N passed, N failed", counted by lines of Markdown under test.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const RUNNER = 'node_modules/vscode-tmgrammar-test/dist/unit.js';
const GRAMMARS = 'node_modules/tm-grammars/grammars';
const BASE = ['markdown', 'html', 'html-derivative', 'yaml'];

/**
 * @param {string} reports folder for the machine-readable results
 * @returns {Promise<{ output: string, code: number | null }>}
 */
function runTests(reports) {
  const grammars = BASE.flatMap((name) => ['--grammar', `${GRAMMARS}/${name}.json`]);
  const child = spawn(process.execPath, [
    RUNNER,
    '--config',
    'package.json',
    ...grammars,
    '--compact',
    '--xunit-report',
    reports,
    '--xunit-format',
    'gitlab',
    'test/grammar/*.md',
  ]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (/** @type {string} */ chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ output, code });
    });
  });
}

/** @param {string} reports */
async function countResults(reports) {
  const files = (await readdir(reports)).filter((file) => file.endsWith('.xml'));
  const texts = await Promise.all(files.map((file) => readFile(join(reports, file), 'utf8')));
  const cases = texts.flatMap((text) => text.match(/<testcase [\s\S]*?<\/testcase>/g) ?? []);
  const failed = cases.filter((text) => /<(?:failure|error) /.test(text)).length;
  return { passed: cases.length - failed, failed };
}

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const reports = await mkdtemp(join(tmpdir(), 'runbook-grammar-'));
try {
  const { output, code } = await runTests(reports);
  const { passed, failed } = await countResults(reports);
  const broken = code !== 0 && failed === 0 ? 1 : 0;
  if (code !== 0) {
    const lines = output.split('\n').filter((line) => !/^(?:grammar not found|\S+ test\/grammar)/.test(line));
    console.error(lines.join('\n').trim());
  }
  console.log(`${passed} passed, ${failed + broken} failed`);
  process.exitCode = failed + broken === 0 && passed > 0 ? 0 : 1;
} finally {
  await rm(reports, { recursive: true });
}
