/** What a person does on the page of a run, by its keys. */
import path from 'node:path';
import { eventually, see } from '../embedded-editor/until.mjs';
import { openFile, runCommand, webview } from '../embedded-editor/workbench.mjs';

/** @typedef {import('../embedded-editor/browser.d.ts').Page} Page */

/**
 * Runs what a document is, with no other editor open. Boxes that are ticked already are kept.
 * @param {Page} page
 * @param {string} file
 * @param {string} command as the palette shows it
 */
export async function beginRun(page, file, command) {
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, path.basename(file));
  await runCommand(page, command);
  await seeRun(page);
}

/**
 * Waits for the page of a run that was asked for. Where boxes are ticked already they are kept: that is the first answer.
 * @param {Page} page
 */
export async function seeRun(page) {
  const question = page.locator('.quick-input-widget .quick-input-title:visible', {
    hasText: 'ticked already',
  });
  const place = webview(page).locator('#place');
  await eventually(
    async () => (await question.count()) + (await place.count()) > 0,
    'the page of the run, or a question',
  );
  if (await question.count()) await page.keyboard.press('Enter');
  await see(place, 'the page of the run');
}

/**
 * Presses a key on the page.
 * @param {Page} page
 * @param {string} key
 */
export async function pressOnRun(page, key) {
  await webview(page).locator('#place').focus();
  await page.keyboard.press(key);
}

/**
 * Where the run is, in words.
 * @param {Page} page
 */
export async function placeOfRun(page) {
  const run = webview(page);
  // without the clock, which goes on by itself
  const header = await run.locator('header > p:not(.clock)').allInnerTexts();
  return [await run.locator('.place').innerText(), ...header].join('\n');
}

/**
 * Presses the key of what is to be done here, with a reason where one is asked for, and waits for the place that comes next.
 * @param {Page} page
 * @param {string} [key]
 */
export async function goOn(page, key = 'd') {
  const before = await placeOfRun(page);
  await pressOnRun(page, key);
  await eventually(
    async () => (await webview(page).locator('.question').count()) > 0 || (await placeOfRun(page)) !== before,
    `something comes after ${before.slice(0, 200)}`,
  );
  await answerReason(page);
  await eventually(
    async () => (await placeOfRun(page)) !== before,
    `the run goes on from ${before.slice(0, 200)}`,
  );
}

/**
 * Goes on until the page has some words.
 * @param {Page} page
 * @param {string} words of the heading of the place
 */
export async function goOnTo(page, words) {
  const heading = webview(page).locator('#place', { hasText: words });
  for (let places = 0; places < 60; places++) {
    if (await heading.count()) return;
    await goOn(page, (await webview(page).locator('.branches').count()) > 0 ? '0' : 'd');
  }
  throw new Error(`The run does not come to "${words}"`);
}

/**
 * Gives a reason where one is asked for.
 * @param {Page} page
 */
async function answerReason(page) {
  const question = webview(page).locator('.question');
  if ((await question.count()) === 0) return;
  await question.locator('input').fill('agreed with the lead');
  await question.locator('input').press('Enter');
  await question.waitFor({ state: 'hidden' });
}

/**
 * The key of the first answer of the question.
 * @param {Page} page
 */
export async function firstAnswer(page) {
  const answer = webview(page).locator('.question button[aria-keyshortcuts]').first();
  await see(answer, 'the question');
  return (await answer.getAttribute('aria-keyshortcuts')) ?? 'Enter';
}

/**
 * Has the step fail.
 * @param {Page} page
 */
export async function failStep(page) {
  await pressOnRun(page, 'f');
  await see(webview(page).locator('.question'), 'the question');
  await page.keyboard.type('it does not answer');
  await page.keyboard.press('Enter');
  await see(webview(page).locator('.place .tag.bad', { hasText: 'failed' }), 'that it failed');
}

/**
 * Ends the run.
 * @param {Page} page
 * @param {string} key of the outcome
 */
export async function endRun(page, key) {
  const run = webview(page);
  await pressOnRun(page, 'x');
  await see(run.locator('.question h2', { hasText: 'End this' }), 'the question');
  await page.keyboard.press(key);
  await see(run.locator('h3', { hasText: 'Summary for the incident channel' }), 'the summary');
}
