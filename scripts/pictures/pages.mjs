/** Pages in the place of an editor. */
import { ownInPreview } from '../embedded-editor/accessibility.mjs';
import { see } from '../embedded-editor/until.mjs';
import { openFromExplorer, runCommand } from '../embedded-editor/workbench.mjs';
import { goToWords, webview } from './surface.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */
/** @typedef {import('./surface.mjs').Surface} Surface */

/** @type {readonly Surface[]} */
export const pages = [
  { name: 'report', part: 'editor', page: 'article section', judged: 'html', arrange: showReport },
  {
    name: 'report-quality',
    part: 'editor',
    page: 'article section',
    judged: 'html',
    arrange: async (stage) => {
      await showReport(stage);
      const page = webview(stage.page);
      await page.locator('details:visible').first().click();
      await page.locator('td', { hasText: 'RUN-006' }).first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'report-graph',
    part: 'editor',
    page: 'article section',
    judged: 'html',
    arrange: async (stage) => {
      await showReport(stage);
      const graph = webview(stage.page).locator('.graph').first();
      await see(graph, 'the graph');
      await graph.scrollIntoViewIfNeeded();
      await stage.page.keyboard.press('End');
    },
  },
  preview('preview-playbook', 'playbooks/move-orders-to-postgresql-17.md', '.runbook-progress'),
  preview('preview-sot', 'SoT.DEPLOYMENT.md', '.runbook-fields'),
  preview('preview-unfilled', 'broken/unfilled-playbook.md', '.runbook-placeholder'),
  {
    name: 'rule-page',
    part: 'editor',
    page: 'h1',
    arrange: async (stage) => {
      await openFromExplorer(stage.page, 'broken/missing-rollback.md');
      await goToWords(stage, 'broken/missing-rollback.md', 'Phase 2: Send');
      await see(stage.page.locator('.squiggly-error, .squiggly-warning, .squiggly-info'), 'a squiggle');
      await stage.page.keyboard.press('Control+.');
      const row = stage.page.locator('.action-widget .monaco-list-row', { hasText: 'Explain' });
      await see(row, 'the quick fix that explains');
      await row.first().click();
      await see(webview(stage.page).locator('h1'), 'the page of the rule');
    },
  },
  {
    name: 'walkthrough',
    part: 'editor',
    arrange: async ({ page }) => {
      await runCommand(page, 'Runbook: Get Started');
      await see(
        page.locator('.gettingStartedContainer .step-title', { hasText: 'Look at an example' }),
        'its steps',
      );
    },
  },
];

/** @param {Stage} stage */
async function showReport({ page }) {
  await runCommand(page, 'Runbook: Show Report');
  await see(webview(page).locator('article section'), 'the report');
}

/**
 * @param {string} name
 * @param {string} file
 * @param {string} part what of the page to wait for
 * @returns {Surface}
 */
function preview(name, file, part) {
  return {
    name,
    part: 'editor',
    page: part,
    judged: ownInPreview,
    arrange: async ({ page }) => {
      await runCommand(page, 'View: Show Explorer');
      await openFromExplorer(page, file);
      await page.keyboard.press('Control+Shift+V');
      await see(webview(page).locator(part), 'the preview');
      await webview(page).locator(part).first().scrollIntoViewIfNeeded();
    },
  };
}
