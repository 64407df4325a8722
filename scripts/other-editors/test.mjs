/**
 * Tries docs/other-editors.md in the editors that are installed; others are skipped with a message. Not part of
 * `npm test`, which needs no editor but VS Code. The path of a program can be given, as in `RUNBOOK_NVIM=/opt/nvim`;
 * arguments choose editors by program: `npm run test:other-editors -- nvim hx`.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { formatCount } from '../support/count.mjs';
import { inProject } from '../support/project.mjs';
import { temporaryFolder } from '../support/temporary-folder.mjs';
import { eglot, lspMode } from './emacs.mjs';
import { helix } from './helix.mjs';
import { neovim } from './neovim.mjs';

/** @typedef {import('./editor.mjs').Editor} Editor */

const server = process.env['RUNBOOK_SERVER'] ?? inProject('dist', 'server.js');
const chosen = process.argv.slice(2);
const count = { passed: 0, failed: 0 };

if (existsSync(server)) {
  for (const editor of [neovim, eglot, lspMode, helix]) {
    if (chosen.length === 0 || chosen.includes(editor.program)) await test(editor);
  }
} else {
  console.error(`There is no ${server}; "npm run build" makes it.`);
  count.failed++;
}
console.log(formatCount(count));
process.exitCode = count.failed > 0 ? 1 : 0;

/** @param {Editor} editor */
async function test(editor) {
  const program = process.env[`RUNBOOK_${editor.program.toUpperCase()}`] ?? editor.program;
  const version = await editor.version(program).catch(() => undefined);
  if (version === undefined) {
    console.log(`${editor.name}: skipped, it is not installed`);
    return;
  }
  const folder = path.join(temporaryFolder('other-editors'), 'session');
  mkdirSync(folder);
  const output = await editor.check({ program, version, server, folder });
  console.log(`${editor.name} ${version}`);
  const results = new Map(
    [...output.matchAll(/^(pass|fail) ([^:\r\n]+)(.*)$/gm)].map((line) => [line[2], line]),
  );
  for (const scenario of editor.scenarios) {
    const [, result, , why = ''] = results.get(scenario) ?? [];
    if (result === 'pass') {
      count.passed++;
      console.log(`  ✓ ${scenario}`);
    } else {
      count.failed++;
      console.error(`  ✗ ${scenario}${why}`);
    }
  }
  if (editor.scenarios.some((scenario) => !results.has(scenario))) console.error(output.trim().slice(-2000));
}
