/** What the views say where there is nothing to show. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { see } from '../embedded-editor/until.mjs';
import { openFromExplorer, runCommand } from '../embedded-editor/workbench.mjs';
import { showView } from './surface.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */
/** @typedef {import('./surface.mjs').Surface} Surface */

/** Without a folder. @type {readonly Surface[]} */
export const withoutFolder = [empty('welcome-no-folder', 'Phases', 'No folder is open')];

/** In a folder without runbooks. @type {readonly Surface[]} */
export const withoutRunbooks = [
  empty('welcome-no-runbook', 'Phases', 'Open a playbook'),
  empty('welcome-entries', 'Entries', 'No entries found'),
  empty('welcome-coverage', 'Coverage', 'nothing to cover'),
  {
    name: 'welcome-foreign-document',
    part: 'side bar',
    arrange: async (stage) => {
      await runCommand(stage.page, 'View: Show Explorer');
      await openFromExplorer(stage.page, 'meeting-notes.md');
      await showView(stage, 'Phases');
      await see(stage.page.locator('.sidebar', { hasText: 'is not a runbook' }), 'that it is none');
    },
  },
];

/** In a folder that is not trusted. @type {readonly Surface[]} */
export const withoutTrust = [empty('welcome-restricted', 'Phases', 'In Restricted Mode')];

/**
 * While the server does not run. A stand-in that never answers, or ends at once, holds these states.
 * @param {string} serverFile of the installed extension
 * @returns {readonly Surface[]}
 */
export function withoutServer(serverFile) {
  const kept = `${serverFile}.kept`;
  return [standIn('starting', 'setInterval(() => undefined, 1e9);'), standIn('stopped', 'process.exit(1);')];

  /**
   * @param {string} state
   * @param {string} script
   * @returns {Surface}
   */
  function standIn(state, script) {
    return {
      name: `welcome-${state}`,
      part: 'window',
      arrange: async (stage) => {
        const { page } = stage;
        copyFileSync(serverFile, kept);
        await runCommand(page, 'View: Show Explorer');
        await openFromExplorer(page, 'broken/missing-rollback.md');
        await showView(stage, 'Phases');
        writeFileSync(serverFile, script);
        await runCommand(page, 'Runbook: Restart Language Server');
        await see(page.locator('.statusbar-item', { hasText: `Runbook: ${state}` }), `that it is ${state}`);
      },
      clear: ({ page }) => {
        copyFileSync(kept, serverFile);
        return runCommand(page, 'Notifications: Clear All Notifications');
      },
    };
  }
}

/**
 * @param {string} name
 * @param {'Phases' | 'Entries' | 'Coverage'} view
 * @param {string} words of it: before them it says that the server is starting
 * @returns {Surface}
 */
function empty(name, view, words) {
  return {
    name,
    part: 'side bar',
    arrange: async (stage) => {
      await showView(stage, view);
      const shown = stage.page.locator('.sidebar .welcome-view-content:visible');
      await see(shown.filter({ hasText: words }), `"${words}"`);
    },
  };
}
