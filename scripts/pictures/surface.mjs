/** What a surface is, and what arranging several of them has in common. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { see } from '../embedded-editor/until.mjs';
import { goTo, openFromExplorer, runCommand, treeRows } from '../embedded-editor/workbench.mjs';

/** @typedef {import('../embedded-editor/browser.d.ts').Page} Page */
/** @typedef {import('../embedded-editor/browser.d.ts').FrameLocator} FrameLocator */
/** @typedef {import('./stage.mjs').Stage} Stage */

/**
 * Something of the extension that people see.
 * @typedef {object} Surface
 * @property {string} name of its pictures
 * @property {import('./stage.mjs').Part} part what of the window the pictures show
 * @property {(stage: Stage) => Promise<void>} arrange brings it to sight, in a window without open editors
 * @property {(stage: Stage) => Promise<void>} [clear] undoes what closing pop-ups and editors does not undo
 * @property {string} [page] what its page has, where it is a page of a webview
 * @property {string} [judged] what of the page axe judges
 */

/** The line under a finding. */
export const squiggle = '.squiggly-error, .squiggly-warning, .squiggly-info';

/** The page of a webview. @param {Page} page @returns {FrameLocator} */
export function webview(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/**
 * Shows a view of the extension, and closes those above and below it.
 * @param {Stage} stage
 * @param {'Phases' | 'Entries' | 'Coverage'} title
 */
export async function showView({ page }, title) {
  await runCommand(page, `Focus on ${title} View`);
  const headers = page.locator('.sidebar .pane-header[aria-expanded="true"] h3.title');
  await see(headers.filter({ hasText: new RegExp(`^${title}`) }), `the view ${title}`);
  for (const other of ['Phases', 'Entries', 'Coverage']) {
    const header = headers.filter({ hasText: new RegExp(`^${other}`) });
    if (other !== title && (await header.count()) > 0) await header.first().click();
  }
}

/**
 * Opens rows of a view that are closed.
 * @param {Stage} stage
 * @param {string} view
 * @param {readonly string[]} rows words of each
 */
export async function expand({ page }, view, rows) {
  for (const words of rows) {
    const row = treeRows(page, view).filter({ hasText: words }).first();
    await see(row, `the row "${words}"`);
    if ((await row.getAttribute('aria-expanded')) === 'false')
      await row.locator('.monaco-tl-twistie').click();
  }
}

/**
 * Moves the cursor into some words of the document that is open.
 * @param {Stage} stage
 * @param {string} file
 * @param {string} words
 */
export async function goToWords({ page, workspace }, file, words) {
  const before = readFileSync(path.join(workspace, file), 'utf8').split(words, 1)[0] ?? '';
  const lines = before.split('\n');
  await goTo(page, lines.length, (lines.at(-1) ?? '').length + 2);
}

/**
 * Something at a place of a document.
 * @param {string} name
 * @param {string} file
 * @param {string} place the words at it
 * @param {(stage: Stage) => Promise<void>} show
 * @param {Surface['clear']} [clear]
 * @returns {Surface}
 */
export function inText(name, file, place, show, clear) {
  return {
    name,
    part: 'window',
    arrange: async (stage) => {
      await runCommand(stage.page, 'View: Show Explorer');
      await openFromExplorer(stage.page, file);
      await stage.restMouse();
      await goToWords(stage, file, place);
      await show(stage);
    },
    ...(clear === undefined ? {} : { clear }),
  };
}

/**
 * @param {string} name
 * @param {string} file
 * @param {string} place
 * @param {string} words of the hover
 * @returns {Surface}
 */
export function hover(name, file, place, words) {
  return inText(name, file, place, async ({ page }) => {
    await runCommand(page, 'Show or Focus Hover');
    await see(
      page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: words }),
      `the hover on ${words}`,
    );
  });
}
