/**
 * Drives VS Code's workbench in a page as a person does: by keyboard, and by what can be seen.
 */

/** @typedef {import('./browser.d.ts').Locator} Locator */
/** @typedef {import('./browser.d.ts').Page} Page */

const patience = 30_000;

/**
 * Opens a file from the keyboard (Go to File).
 * @param {Page} page
 * @param {string} name unique in the workspace
 */
export async function openFile(page, name) {
  await page.locator('.monaco-workbench').waitFor({ timeout: patience });
  await page.keyboard.press('Control+p');
  await chooseInQuickInput(page, name, name);
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
    if (index < segments.length - 1) await row.click();
    else await row.dblclick();
  }
  await page.locator('.editor-instance .view-line').first().waitFor({ timeout: patience });
}

/**
 * Runs a command from the command palette.
 * @param {Page} page
 * @param {string} title as the palette shows it, unique
 */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await chooseInQuickInput(page, `>${title}`, title);
}

/**
 * Moves the cursor.
 * @param {Page} page
 * @param {number} line from 1
 * @param {number} column from 1, in UTF-16 units
 */
export async function goTo(page, line, column) {
  await page.keyboard.press('Control+g');
  const input = page.locator('.quick-input-widget input');
  await input.waitFor({ timeout: patience });
  await input.fill(`:${String(line)}:${String(column)}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: patience });
}

/**
 * The rows of a tree in the side bar, by its title.
 * @param {Page} page
 * @param {string} title `Phases`
 * @returns {Locator}
 */
export function treeRows(page, title) {
  return page.locator('.sidebar .pane').filter({ hasText: title }).locator('.monaco-list-row');
}

/**
 * Waits until something is to be seen.
 * @param {Locator} locator
 * @param {string} what for the failure: `the squiggle of RUN-077`
 * @throws when it does not appear in time
 */
export async function see(locator, what) {
  await locator
    .first()
    .waitFor({ timeout: patience })
    .catch((/** @type {unknown} */ error) => {
      throw new Error(`Not seen within ${String(patience / 1000)} s: ${what}`, { cause: error });
    });
}

/**
 * @param {Page} page
 * @param {string} input
 * @param {string} row the text of the row to choose
 */
async function chooseInQuickInput(page, input, row) {
  const field = page.locator('.quick-input-widget input');
  await field.waitFor({ timeout: patience });
  await field.fill(input);
  await page
    .locator('.quick-input-list .monaco-list-row.focused', { hasText: row })
    .waitFor({ timeout: patience });
  await page.keyboard.press('Enter');
}
