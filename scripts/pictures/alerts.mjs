/** Alert rules beside runbooks: what shows in the file of the rules, over the runbooks, and in Coverage. */
import { see } from '../embedded-editor/until.mjs';
import { openFromExplorer, quickFix, runCommand, treeRows } from '../embedded-editor/workbench.mjs';
import { expand, goToWords, hover, inText, showView, squiggle } from './surface.mjs';

/** @typedef {import('./surface.mjs').Surface} Surface */

/** Where `alert-rules.yaml` is in the workspace of these surfaces. */
export const rulesFile = 'alerts/shop.yaml';

/** @type {readonly Surface[]} */
export const alerts = [
  inText(
    'alert-findings',
    rulesFile,
    'OrderMailsLate',
    async ({ page }) => {
      await see(page.locator(squiggle), 'a squiggle');
      await runCommand(page, 'View: Focus Problems');
      await see(page.locator('.markers-panel .monaco-list-row', { hasText: 'alert-' }), 'a finding');
    },
    ({ page }) => runCommand(page, 'View: Hide Panel'),
  ),
  hover('alert-hover-address', rulesFile, 'RUN-001', 'Checkout error rate'),
  hover('alert-hover-name', rulesFile, 'CheckoutErrorRateBurn', 'CheckoutErrorRateBurn'),
  hover('alert-hover-finding', rulesFile, 'RUN-906', 'RUN-906'),
  inText('alert-quick-fix', rulesFile, 'OrderMailsLate', async ({ page }) => {
    await see(page.locator(squiggle), 'a squiggle');
    await quickFix(page, 'Create a runbook for this alert');
  }),
  inText('alert-complete', rulesFile, 'RUN-906', async ({ page }) => {
    await page.keyboard.press('Control+Space');
    await see(page.locator('.suggest-widget .monaco-list-row', { hasText: 'RUN-001' }), 'the runbooks');
  }),
  inText('alert-lenses', 'SoT.DEPLOYMENT.md', '## RUN-001', async ({ page }) => {
    await see(page.locator('.codelens-decoration:visible', { hasText: 'alerts lead here' }), 'the lens');
  }),
  inText('alert-lens-page', 'runbooks/RUN-020-restore-orders-database.md', 'RUN-020', async ({ page }) => {
    await see(page.locator('.codelens-decoration:visible', { hasText: 'leads here' }), 'the lens');
  }),
  {
    name: 'alert-coverage',
    part: 'side bar',
    arrange: async (stage) => {
      await showView(stage, 'Coverage');
      await see(treeRows(stage.page, 'Coverage').filter({ hasText: 'Alerts without' }), 'the alerts');
      await expand(stage, 'Coverage', ['Alerts without']);
    },
  },
  {
    name: 'alert-menu-coverage',
    part: 'window',
    arrange: async (stage) => {
      await runCommand(stage.page, 'View: Show Explorer');
      await openFromExplorer(stage.page, rulesFile);
      await goToWords(stage, rulesFile, 'OrderMailsLate');
      await showView(stage, 'Coverage');
      await expand(stage, 'Coverage', ['Alerts without']);
      const row = treeRows(stage.page, 'Coverage').filter({ hasText: 'OrderMailsLate' });
      await see(row, 'the alert');
      await row.first().click({ button: 'right' });
      await see(stage.page.locator('.monaco-menu .action-item'), 'the menu');
    },
  },
];
