/** Runs the set-ups for Emacs: with Eglot, and with lsp-mode where that is installed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { run } from '../support/process.mjs';
import { inProject } from '../support/project.mjs';
import { documentedSetups } from './documented-setup.mjs';
import { brokenFile, createOperations, definitionFile, referringFile } from './operations.mjs';

/** @typedef {import('./editor.mjs').Editor} Editor */

const scenarios = ['start', 'findings', 'completion', 'jump', 'rename'];

/** @type {Editor} */
export const eglot = emacsWith('Emacs with Eglot', 'eglot', scenarios, '');

/** The session file is there so that lsp-mode does not ask which folder the workspace is. @type {Editor} */
export const lspMode = emacsWith(
  'Emacs with lsp-mode',
  'lsp-mode',
  [...scenarios, 'settings'],
  '(setq lsp-auto-guess-root t lsp-session-file (expand-file-name "session" (getenv "HOME")))',
);

/**
 * @param {string} name also the heading of its set-up
 * @param {string} client the feature that has to be there, besides markdown-mode
 * @param {readonly string[]} scenarios
 * @param {string} before what comes before the set-up
 * @returns {Editor}
 */
function emacsWith(name, client, scenarios, before) {
  const packages = '(package-initialize)';
  return {
    name,
    program: 'emacs',
    scenarios,
    async version(program) {
      const ask = `(progn (require 'markdown-mode) (require '${client}) (princ (format "version %s" emacs-version)))`;
      const { code, output } = await run(program, ['--batch', '--eval', packages, '--eval', ask], {
        quiet: true,
      });
      return code === 0 ? /version (\S+)/.exec(output)?.[1] : undefined;
    },
    async check({ program, server, folder }) {
      const workspace = createOperations(folder);
      const home = path.join(folder, 'home');
      mkdirSync(home);
      const setup = path.join(folder, 'setup.el');
      writeFileSync(
        setup,
        [before, "(require 'markdown-mode)", ...documentedSetups(name, 'elisp', server)].join('\n'),
      );
      const check = inProject('scripts', 'other-editors', 'emacs-check.el');
      const args = ['--batch', '--eval', packages, '--load', setup, '--load', check];
      const env = {
        ...process.env,
        HOME: home,
        XDG_CACHE_HOME: home,
        RUNBOOK_WORKSPACE: workspace,
        RUNBOOK_REFERRING: referringFile,
        RUNBOOK_DEFINITION: definitionFile,
        RUNBOOK_BROKEN: brokenFile,
      };
      return (await run(program, args, { cwd: workspace, env, quiet: true })).output;
    },
  };
}
