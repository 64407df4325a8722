/** A person at the workbench, who counts what she does: a command, an answer, a pick, a tick, a click. */
import { eventually, patience, see } from '../embedded-editor/until.mjs';
import { runCommand } from '../embedded-editor/workbench.mjs';

/** @typedef {import('../embedded-editor/browser.d.ts').Locator} Locator */
/** @typedef {import('../embedded-editor/browser.d.ts').Page} Page */

export class Person {
  /** How often she did something since {@link begin}. */
  interactions = 0;
  #page;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
  }

  begin() {
    this.interactions = 0;
  }

  /**
   * Runs a command from the palette.
   * @param {string} title as the palette shows it
   */
  async command(title) {
    this.interactions += 1;
    await runCommand(this.#page, title);
  }

  /**
   * Waits until the palette knows a command: it shows those that were there when it was opened.
   * @param {string} title
   */
  async isThere(title) {
    const row = this.#widget('.quick-input-list .monaco-list-row', title);
    // a busy machine takes its time to show the list
    let wait = 300;
    for (const end = Date.now() + patience; Date.now() < end; wait = Math.min(2 * wait, 5000)) {
      await this.#page.keyboard.press('F1');
      await this.#page.locator('.quick-input-widget input').first().fill(`>${title}`);
      const found = await row
        .first()
        .waitFor({ timeout: wait })
        .then(
          () => true,
          () => false,
        );
      await this.escape();
      if (found) return;
    }
    throw new Error(`The palette does not get to know "${title}"`);
  }

  /**
   * Answers an input box.
   * @param {string} question some words of what it asks
   * @param {string} [answer] what is there already when left out
   */
  async answer(question, answer) {
    this.interactions += 1;
    const asked = this.#widget('.quick-input-message', question);
    await see(asked, `the question "${question}"`);
    const field = this.#page.locator('.quick-input-widget input').first();
    if (answer !== undefined) await field.fill(answer);
    // a question that shows has its focus late, and the editor would take the key
    await field.press('Enter');
    // the extension looks at the answer first; until then another command would take the question away
    await asked.first().waitFor({ state: 'hidden', timeout: patience });
  }

  /**
   * Has a playbook of a small migration created, in the file that is proposed.
   * @param {string} change its title
   */
  async newPlaybook(change) {
    await this.command('Runbook: New Playbook…');
    await this.answer('What the playbook changes', change);
    await this.pick('Type of the change', 'migration');
    await this.pick('Risk level', 'low');
    await this.answer('File to create');
  }

  /**
   * Picks a row of a list.
   * @param {string} question some words of what it asks
   * @param {string} row some words of the row, which no other row has
   */
  async pick(question, row) {
    this.interactions += 1;
    await this.asked(question);
    const field = this.#page.locator(`.quick-input-widget input[placeholder*="${question}"]`);
    await field.fill(row);
    await see(this.#widget('.quick-input-list .monaco-list-row.focused', row), `the row "${row}"`);
    await field.press('Enter');
  }

  /**
   * Ticks rows of a list that takes several.
   * @param {string} question some words of what it asks
   * @param {readonly string[]} rows
   */
  async tick(question, rows) {
    await this.asked(question);
    for (const row of rows) {
      this.interactions += 1;
      await this.#widget('.quick-input-list .monaco-list-row', row).first().click();
    }
    this.interactions += 1;
    await this.#page.keyboard.press('Enter');
  }

  /**
   * Waits for a list.
   * @param {string} question some words of what it asks
   */
  async asked(question) {
    const field = this.#page.locator(`.quick-input-widget input[placeholder*="${question}"]`);
    await see(field, `the question "${question}"`);
  }

  /**
   * Clicks something.
   * @param {Locator} locator
   * @param {string} what for the failure
   * @param {{ button?: 'left' | 'right', modifiers?: ('Control' | 'Shift')[] }} [how]
   */
  async click(locator, what, how = {}) {
    this.interactions += 1;
    await see(locator, what);
    await locator.first().click({ timeout: patience, ...how });
  }

  /**
   * A row of the list that is open.
   * @param {string} words
   */
  row(words) {
    return this.#widget('.quick-input-list .monaco-list-row', words);
  }

  /**
   * What a notification says, shown or put away already.
   * @param {RegExp} words
   */
  async notification(words) {
    await runCommand(this.#page, 'Notifications: Show Notifications');
    const all = await this.#page
      .locator('.notifications-center .notification-list-item-message')
      .allInnerTexts();
    return all.find((one) => words.test(one));
  }

  async clearNotifications() {
    await runCommand(this.#page, 'Notifications: Clear All Notifications');
  }

  /** The rows of the list that is open. */
  async rows() {
    return this.#page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
  }

  /** Backs out of a question. */
  async escape() {
    const open = this.#page.locator('.quick-input-widget').first();
    // what lies above it, as a list of notifications, takes the first one
    await eventually(async () => {
      await this.#page.keyboard.press('Escape');
      return !(await open.isVisible());
    }, 'the question is gone');
  }

  /**
   * @param {string} selector
   * @param {string} words
   */
  #widget(selector, words) {
    return this.#page.locator(`.quick-input-widget ${selector}`, { hasText: words });
  }
}
