/** The views of the side bar. */
import { see } from '../embedded-editor/until.mjs';
import { goTo, openFromExplorer, runCommand, treeRows } from '../embedded-editor/workbench.mjs';
import { expand, showView } from './surface.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */
/** @typedef {import('./surface.mjs').Surface} Surface */

/** @type {readonly Surface[]} */
export const views = [
  phases('phases-playbook', 'playbooks/move-orders-to-postgresql-17.md', '4: Retire', ['3: Switch over']),
  phases('phases-feature', 'runbooks/gift-wrap.md', ''),
  phases('phases-runbook', 'runbooks/RUN-020-restore-orders-database.md', 'Step 1'),
  phases('phases-sot', 'SoT.DEPLOYMENT.md', '', ['RUN-001']),
  phases('phases-release', 'releases/storefront-2.14.0.md', ''),
  phases('phases-unfilled', 'broken/unfilled-playbook.md', 'Name of the first phase'),
  {
    name: 'entries',
    part: 'side bar',
    arrange: async (stage) => {
      await showView(stage, 'Entries');
      await expand(stage, 'Entries', ['RUN', 'MON']);
    },
  },
  {
    name: 'entries-filtered',
    part: 'side bar',
    arrange: async (stage) => {
      await showView(stage, 'Entries');
      await runCommand(stage.page, 'Runbook: Filter Entries…');
      await see(
        stage.page.locator('.quick-input-title', { hasText: 'Filter Entries' }),
        'the question for the filter',
      );
      await stage.page.keyboard.type('orders');
      await stage.page.keyboard.press('Enter');
      await see(stage.page.locator('.sidebar', { hasText: 'match "orders"' }), 'how many match');
    },
    clear: ({ page }) => runCommand(page, 'Runbook: Clear Filter'),
  },
  {
    name: 'coverage',
    part: 'side bar',
    arrange: async (stage) => {
      await showView(stage, 'Coverage');
      const rows = treeRows(stage.page, 'Coverage');
      await see(rows, 'the rows of the view');
      for (const words of await rows.allInnerTexts())
        await expand(stage, 'Coverage', [words.split('\n')[0] ?? words]);
    },
  },
];

/**
 * The Phases view of a document.
 * @param {string} name
 * @param {string} file
 * @param {string} row some words of one to wait for, nothing for any
 * @param {readonly string[]} [closed] rows to open
 * @returns {Surface}
 */
function phases(name, file, row, closed = []) {
  return {
    name,
    part: 'side bar',
    arrange: async (stage) => {
      await runCommand(stage.page, 'View: Show Explorer');
      await openFromExplorer(stage.page, file);
      await goTo(stage.page, 1, 1);
      await showView(stage, 'Phases');
      await see(treeRows(stage.page, 'Phases').filter({ hasText: row }), `the rows of ${file}`);
      await expand(stage, 'Phases', closed);
    },
  };
}
