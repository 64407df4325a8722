/** What shows in and over the text of a document, and the questions of commands. */
import path from 'node:path';
import { rmSync, writeFileSync } from 'node:fs';
import { see } from '../embedded-editor/until.mjs';
import { openFromExplorer, runCommand, treeRows } from '../embedded-editor/workbench.mjs';
import { goToWords, hover, inText, showView, squiggle } from './surface.mjs';

/** @typedef {import('../embedded-editor/browser.d.ts').Page} Page */
/** @typedef {import('./stage.mjs').Stage} Stage */
/** @typedef {import('./surface.mjs').Surface} Surface */

/** A finding, with the hover on it and the Phases view: the picture of the README. @type {Surface} */
export const overview = {
  name: 'overview',
  part: 'window',
  arrange: async (stage) => {
    const { page } = stage;
    await openFromExplorer(page, 'broken/missing-rollback.md');
    await stage.restMouse();
    await runCommand(page, 'Focus on Phases View');
    await see(treeRows(page, 'Phases'), 'the rows of the Phases view');
    await runCommand(page, 'View: Focus Active Editor Group');
    await goToWords(stage, 'broken/missing-rollback.md', 'Phase 2: Send');
    await see(page.locator(squiggle), 'a squiggle');
    await runCommand(page, 'Show or Focus Hover');
    // the last to come into the hover
    await see(page.locator('.monaco-hover', { hasText: 'Quick Fix' }), 'the hover with its quick fix');
  },
};

/** @type {readonly Surface[]} */
export const texts = [
  overview,
  inText('quick-fix', 'broken/missing-rollback.md', 'Phase 2: Send', async ({ page }) => {
    await see(page.locator(squiggle), 'a squiggle');
    await page.keyboard.press('Control+.');
    await see(page.locator('.action-widget .monaco-list-row', { hasText: 'Explain' }), 'the quick fixes');
  }),
  inText(
    'problems',
    'broken/dangling-id.md',
    'RUN-901',
    async ({ page }) => {
      await runCommand(page, 'View: Focus Problems');
      await see(page.locator('.markers-panel .monaco-list-row', { hasText: 'dangling-id' }), 'the finding');
    },
    ({ page }) => runCommand(page, 'View: Hide Panel'),
  ),
  hover('hover-entry', 'notes/on-call-handover.md', 'RUN-003', 'RUN-003'),
  hover('hover-phase', 'playbooks/move-orders-to-postgresql-17.md', 'Phase 2: Rep', 'Phase 2'),
  hover('hover-field', 'SoT.DEPLOYMENT.md', 'Status**: Active', 'Status'),
  hover('hover-placeholder', 'broken/unfilled-playbook.md', '[How risky]', ''),
  inText('lenses', 'SoT.DEPLOYMENT.md', '## RUN-001', async ({ page }) => {
    await see(page.locator('.codelens-decoration:visible'), 'a lens');
  }),
  inText('lenses-playbook', 'playbooks/move-orders-to-postgresql-17.md', '### Phase 2', async ({ page }) => {
    await see(page.locator('.codelens-decoration:visible'), 'a lens');
  }),
  typed('complete-ids', 'playbooks/notes.md', '# Notes\n\nSee RUN', 'RUN-001'),
  typed('complete-fields', 'runbooks/RUN-021-mails.md', 'RUN-021: Mails are late\nCategory: ', 'Incident'),
  typed('complete-templates', 'playbooks/new.md', '', 'laybook'),
  typed('complete-configuration', '.runbook.yaml', 'rules:\n  missing-rollback: ', 'warning'),
  typed('complete-rules', '.runbook.yaml', 'rules:\n  ', 'missing'),
  asked('go-to-entry', 'Runbook: Go to Entry…', 'BR-001'),
  asked('new-document', 'Runbook: New Document…', 'Playbook'),
  asked('insert-entry', 'Runbook: Insert Entry…', 'MON'),
  asked('group-entries', 'Runbook: Group Entries By…', ''),
  asked('filter-entries', 'Runbook: Filter Entries…'),
  asked('new-file', 'Create: New File...', 'New Playbook'),
  asked('palette', '', 'Runbook: '),
  asked('new-playbook', 'Runbook: New Playbook…'),
  {
    name: 'new-playbook-type',
    part: 'window',
    arrange: async ({ page }) => {
      await runCommand(page, 'Runbook: New Playbook…');
      await see(
        page.locator('.quick-input-message', { hasText: 'What the playbook changes' }),
        'the question',
      );
      await page.keyboard.type('Move the archive');
      await page.keyboard.press('Enter');
      await see(page.locator('.quick-input-list .monaco-list-row', { hasText: 'migration' }), 'the types');
    },
  },
  inText('status', 'broken/missing-rollback.md', 'Phase 2: Send', async ({ page }) => {
    const item = page.locator('.statusbar-item', { hasText: 'Playbook' });
    await see(item, 'the item of the status bar');
    await item.first().hover();
    await see(page.locator('.monaco-hover, .workbench-hover', { hasText: 'Recognised' }), 'its words');
  }),
  inText('language-status', 'broken/missing-rollback.md', 'Phase 2: Send', async ({ page }) => {
    const item = page.locator('#status\\.languageStatus');
    await see(item, 'the language status');
    await item.first().hover();
    await see(page.locator('.hover-language-status'), 'its rows');
  }),
  inText('explain', 'broken/missing-rollback.md', 'Phase 2: Send', async ({ page }) => {
    await runCommand(page, 'Runbook: Explain the Kind of This Document');
    await see(
      page.locator('.quick-input-widget, .notification-toast, .monaco-dialog-box'),
      'the explanation',
    );
  }),
  inText('menu-phase', 'playbooks/move-orders-to-postgresql-17.md', 'title', async (stage) => {
    await showView(stage, 'Phases');
    const row = treeRows(stage.page, 'Phases').filter({ hasText: '2: Replicate' });
    await see(row, 'the second phase');
    await row.first().click({ button: 'right' });
    await see(stage.page.locator('.monaco-menu .action-item'), 'the menu');
  }),
];

/**
 * The list of what can be typed, at the end of a new document.
 * @param {string} name
 * @param {string} file
 * @param {string} text
 * @param {string} row some words of one to wait for
 * @returns {Surface}
 */
function typed(name, file, text, row) {
  return {
    name,
    part: 'window',
    arrange: async (stage) => {
      writeFileSync(path.join(stage.workspace, file), text);
      await runCommand(stage.page, 'View: Show Explorer');
      await openFromExplorer(stage.page, file);
      await stage.page.keyboard.press('Control+End');
      await stage.page.keyboard.press('Control+Space');
      await see(
        stage.page.locator('.suggest-widget .monaco-list-row', { hasText: row }),
        `the suggestion ${row}`,
      );
    },
    clear: ({ workspace }) => {
      rmSync(path.join(workspace, file));
      return Promise.resolve();
    },
  };
}

/**
 * The question of a command.
 * @param {string} name
 * @param {string} command nothing for the palette itself
 * @param {string} [row] some words of an answer to wait for, where it has answers
 * @returns {Surface}
 */
function asked(name, command, row) {
  return {
    name,
    part: 'window',
    arrange: async ({ page }) => {
      if (command === '') {
        await page.keyboard.press('F1');
        await page.keyboard.type(row ?? '');
      } else await runCommand(page, command);
      const shown = row === undefined ? '.quick-input-message' : '.quick-input-list .monaco-list-row';
      await see(
        page.locator(`.quick-input-widget ${shown}`, { hasText: row ?? '' }),
        `the question of "${command}"`,
      );
    },
  };
}
