/**
 * Drives VS Code's workbench in a page as a person does: by keyboard, and by what can be seen.
 */
import { actUntilSeen, eventually, patience, see, step } from './until.mjs';

/** @typedef {import('./browser.d.ts').Locator} Locator */
/** @typedef {import('./browser.d.ts').Page} Page */

/**
 * Opens a file from the keyboard (Go to File).
 * @param {Page} page
 * @param {string} name unique in the workspace
 */
export async function openFile(page, name) {
  await page.locator('.monaco-workbench').waitFor({ timeout: patience });
  await chooseInQuickInput(page, 'Control+p', name, name);
  await page.locator('.tab.active', { hasText: name }).waitFor({ timeout: patience });
  await page.locator('.editor-instance .view-line').first().waitFor({ timeout: patience });
}

/**
 * Opens a file from the Explorer, where there may be no search for files: the one of a mounted folder finds none by name.
 * @param {Page} page
 * @param {string} file in the folder that is open, with `/`
 */
export async function openFromExplorer(page, file) {
  const rows = page.locator('.explorer-folders-view .monaco-list-row');
  const segments = file.split('/');
  for (const [index, segment] of segments.entries()) {
    const row = rows.filter({ hasText: new RegExp(`^${segment.replaceAll('.', '\\.')}\\b`) }).first();
    await row.waitFor({ timeout: patience });
    if (index === segments.length - 1) await row.dblclick();
    else if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
  }
  await page.locator('.editor-instance .view-line').first().waitFor({ timeout: patience });
}

/**
 * Runs a command from the command palette.
 * @param {Page} page
 * @param {string} title as the palette shows it, unique
 */
export async function runCommand(page, title) {
  await chooseInQuickInput(page, 'F1', `>${title}`, title);
}

/**
 * Moves the cursor.
 * @param {Page} page
 * @param {number} line from 1
 * @param {number} column from 1, in UTF-16 units
 */
export async function goTo(page, line, column) {
  const input = page.locator('.quick-input-widget input').first();
  await actUntilSeen(() => page.keyboard.press('Control+g'), input, 'the question for the line');
  await input.fill(`:${String(line)}:${String(column)}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: patience });
}

/**
 * A view of the side bar.
 * @param {Page} page
 * @param {string} title what its title begins with: `Phases`
 * @returns {Locator}
 */
export function view(page, title) {
  return page.locator(`.sidebar .pane:has(> .pane-header[aria-label^="${title}"])`);
}

/**
 * The rows of a tree in the side bar.
 * @param {Page} page
 * @param {string} title what the title of its view begins with
 * @returns {Locator}
 */
export function treeRows(page, title) {
  return view(page, title).locator('.monaco-list-row');
}

/**
 * Shows one of our views with all the room that there is for it.
 * @param {Page} page
 * @param {string} title
 */
export async function showView(page, title) {
  await runCommand(page, `Focus on ${title} View`);
  const other = page.locator(
    `.sidebar .pane > .pane-header.expanded:not([aria-label^="${title}"])[aria-label]`,
  );
  while ((await other.count()) > 0) await other.first().click({ timeout: patience });
}

/**
 * What stands in the status bar about a document; the icons are no words.
 * @param {Page} page
 * @param {string | RegExp} words
 * @returns {Locator}
 */
export function statusItem(page, words) {
  return page.locator('.statusbar-item[id*="runbook.status"]', { hasText: words });
}

/**
 * The page of a webview: of a preview, of the report.
 * @param {Page} page
 */
export function webview(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/**
 * Opens the menu of quick fixes at the cursor.
 * @param {Page} page
 * @param {string} item that is to be seen then
 * @returns {Promise<Locator>} the item
 */
export async function quickFix(page, item) {
  const row = page.locator('.action-widget .monaco-list-row', { hasText: item });
  let tries = 0;
  await actUntilSeen(
    async () => {
      if (tries++ > 0) await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
    },
    row,
    `the quick fix "${item}"`,
  );
  return row.first();
}

/**
 * Chooses from the menu of a row. The menu closes when the focus moves, as it still may after a row has come to sight.
 * @param {Page} page
 * @param {Locator} row
 * @param {string} item
 * @param {() => Promise<void>} [meanwhile] done while the menu is open
 */
export async function chooseInMenu(page, row, item, meanwhile) {
  const found = page.locator('.monaco-menu .action-item', { hasText: item });
  await see(row, `the row that has "${item}" in its menu`);
  let tries = 0;
  await actUntilSeen(
    async () => {
      if (tries++ > 0) await page.keyboard.press('Escape');
      await row.first().click({ button: 'right', timeout: patience });
    },
    found,
    `"${item}" in the menu`,
  );
  await meanwhile?.();
  // a menu takes no click in its first moments, so that the one that opened it chooses nothing
  await eventually(async () => {
    if (!(await found.first().isVisible())) return true;
    await found
      .first()
      .click({ timeout: 1000 })
      .catch(() => undefined);
    return found
      .first()
      .waitFor({ state: 'hidden', timeout: 200 })
      .then(
        () => true,
        () => false,
      );
  }, `"${item}" is chosen`);
}

/**
 * Reloads the window as a person does, so that it keeps what is open.
 * @param {Page} page
 */
export async function reloadWindow(page) {
  const [frame] = page.frames();
  await frame?.evaluate("document.body.dataset['old'] = ''");
  await runCommand(page, 'Developer: Reload Window');
  await see(page.locator('body:not([data-old]) .monaco-workbench .statusbar'), 'the workbench');
}

/**
 * Does each step again only where it was lost: a key that is pressed twice would begin anew in the middle of the next step.
 * @param {Page} page
 * @param {string} key that opens the quick input
 * @param {string} input
 * @param {string} row the text of the row to choose
 */
async function chooseInQuickInput(page, key, input, row) {
  const field = page.locator('.quick-input-widget input').first();
  const chosen = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row });
  // a list that is about to go would be taken for the new one, and a question that is still open take the words for its answer
  if (await field.isVisible()) {
    await field.waitFor({ state: 'hidden', timeout: 1000 }).catch(() => page.keyboard.press('Escape'));
    await field.waitFor({ state: 'hidden', timeout: patience });
  }
  const find = () =>
    actUntilSeen(
      async () => {
        if (!(await field.isVisible()))
          await actUntilSeen(() => page.keyboard.press(key), field, `the list of ${key}`);
        // it may go meanwhile, with the list before
        if ((await field.inputValue()) !== input)
          await field.fill(input, { timeout: 1000 }).catch(() => undefined);
      },
      chosen,
      `"${row}" in the list of ${key}`,
    );
  let pressed = false;
  // what takes the focus closes the list, and the key would go there
  await eventually(async () => {
    if (!(await chosen.first().isVisible())) {
      if (pressed) return true;
      await find();
    }
    await field.press('Enter');
    pressed = true;
    await chosen
      .first()
      .waitFor({ state: 'hidden', timeout: step })
      .catch(() => undefined);
    return false;
  }, `"${row}" is chosen`);
}
