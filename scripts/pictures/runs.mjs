/** The page of a run at its places, alone in the place of the editor. */
import { see } from '../embedded-editor/until.mjs';
import { runCommand } from '../embedded-editor/workbench.mjs';
import { beginRun, endRun, failStep, firstAnswer, goOn, goOnTo, pressOnRun } from '../interface/run-page.mjs';
import { webview } from './surface.mjs';

/** @typedef {import('../embedded-editor/browser.d.ts').Page} Page */
/** @typedef {import('./surface.mjs').Surface} Surface */

const entry = 'runbooks/RUN-020-restore-orders-database.md';
const playbook = 'playbooks/launch-gift-wrap.md';

/** @type {readonly Surface[]} */
export const runs = [
  onRun('run-gate', entry),
  onRun('run-question', entry, async (page) => {
    await pressOnRun(page, '1');
    await see(webview(page).locator('input:checked'), 'the tick');
    await pressOnRun(page, 'd');
    await see(webview(page).locator('.question'), 'the question');
  }),
  onRun('run-step', entry, async (page) => {
    await goOnTo(page, 'Step 4');
    await pressOnRun(page, '1');
    await see(webview(page).locator('input:checked'), 'the tick');
  }),
  onRun('run-failed', entry, async (page) => {
    await goOnTo(page, 'Step 4');
    await failStep(page);
  }),
  onRun('run-rollback', entry, async (page) => {
    await goOnTo(page, 'Step 4');
    await failStep(page);
    await pressOnRun(page, 'r');
    await page.keyboard.press(await firstAnswer(page));
    await see(webview(page).locator('.place .tag', { hasText: 'Rolling back' }), 'the way back');
  }),
  onRun('run-paused', entry, async (page) => {
    await goOn(page);
    await pressOnRun(page, 'p');
    await see(webview(page).locator('.badge', { hasText: 'Paused' }), 'that it is paused');
  }),
  onRun('run-dependencies', playbook, (page) => goOnTo(page, 'Before it begins')),
  onRun('run-decision', playbook, (page) => goOnTo(page, 'Decision Point')),
  onRun('run-overview', playbook, async (page) => {
    await goOnTo(page, 'Decision Point');
    await pressOnRun(page, 'o');
    const overview = webview(page).locator('.overview');
    await see(overview, 'the overview');
    await overview.scrollIntoViewIfNeeded();
  }),
  onRun(
    'run-ended',
    entry,
    async (page) => {
      await goOnTo(page, 'All steps are done');
      await endRun(page, '1');
    },
    () => Promise.resolve(),
  ),
];

/**
 * A run as a drill, so that no picture begins as an earlier one ended: the ticks are taken back, and the run is ended.
 * @param {string} name
 * @param {string} file
 * @param {(page: Page) => Promise<void>} [arrange]
 * @param {(page: Page) => Promise<void>} [leave]
 * @returns {Surface}
 */
function onRun(name, file, arrange = () => Promise.resolve(), leave = leaveRun) {
  return {
    name,
    part: 'editor',
    page: '#place',
    judged: 'html',
    arrange: async ({ page }) => {
      await runCommand(page, 'View: Show Explorer');
      await beginRun(page, file, 'Runbook: Run as Drill…');
      await runCommand(page, 'View: Close Editors in Other Groups');
      await see(webview(page).locator('#place'), 'the page alone');
      await arrange(page);
    },
    clear: ({ page }) => leave(page),
  };
}

/** Ends the run, whatever is asked or paused. @param {Page} page */
async function leaveRun(page) {
  const run = webview(page);
  if (await run.locator('.question').count()) await page.keyboard.press('Escape');
  if (await run.locator('.badge', { hasText: 'Paused' }).count()) await goOn(page, 'p');
  await endRun(page, '4');
}
