/** Runs the set-ups for Neovim: the one for the version that is installed, with the block for code lenses. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { run } from '../support/process.mjs';
import { inProject } from '../support/project.mjs';
import { documentedSetups } from './documented-setup.mjs';
import { brokenFile, createOperations, definitionFile, hintedFile, referringFile } from './operations.mjs';

/** @typedef {import('./editor.mjs').Editor} Editor */

/** @type {Editor} */
export const neovim = {
  name: 'Neovim',
  program: 'nvim',
  scenarios: ['start', 'findings', 'inlay hints', 'jump', 'completion', 'code lens', 'rename', 'settings'],
  async version(program) {
    return /^NVIM v(\S+)/m.exec((await run(program, ['--version'], { quiet: true })).output)?.[1];
  },
  async check({ program, version, server, folder }) {
    const workspace = createOperations(folder);
    const setup = `${setupFor(version, server)}\n${documentedSetups('Neovim', 'lua', server).at(-1) ?? ''}`;
    const plain = await session({ program, folder, workspace, setup, settings: 'as documented' });
    const quiet = setup.replaceAll('enabled = true', 'enabled = false');
    return `${plain}\n${await session({ program, folder, workspace, setup: quiet, settings: 'off' })}`;
  },
};

/**
 * @param {string} version
 * @param {string} server
 */
function setupFor(version, server) {
  const minor = Number(version.split('.')[1]);
  const [fromEleven = '', fromEight = '', seven = ''] = documentedSetups('Neovim', 'lua', server);
  if (minor >= 11 || !version.startsWith('0.')) return fromEleven;
  return minor >= 8 ? fromEight : seven;
}

/**
 * @param {{ program: string, folder: string, workspace: string, setup: string, settings: string }} options
 * @returns {Promise<string>} what it printed
 */
async function session({ program, folder, workspace, setup, settings }) {
  const configuration = path.join(folder, 'init.lua');
  writeFileSync(configuration, setup);
  const check = inProject('scripts', 'other-editors', 'neovim-check.lua');
  const args = ['--clean', '--headless', '-u', configuration, '-c', `luafile ${check}`];
  const env = {
    ...process.env,
    XDG_STATE_HOME: folder,
    XDG_CACHE_HOME: folder,
    RUNBOOK_SETTINGS: settings,
    RUNBOOK_REFERRING: referringFile,
    RUNBOOK_DEFINITION: definitionFile,
    RUNBOOK_BROKEN: brokenFile,
    RUNBOOK_HINTED: hintedFile,
  };
  return (await run(program, args, { cwd: workspace, env, quiet: true })).output;
}
