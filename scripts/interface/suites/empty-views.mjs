/** What a view says while it has nothing to show: a text that is true, and a button that works. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { eventually, see } from '../../embedded-editor/until.mjs';
import { openFromExplorer, runCommand, treeRows, view } from '../../embedded-editor/workbench.mjs';
import { brokenExtension } from '../broken-extension.mjs';

const playbook = '# Playbook: Move\n\n## Phase 1: Copy\n\n- [ ] Rows match\n\n## Phase 2: Switch\n';

/** @param {import('../session.mjs').Session} session */
export async function emptyViews(session) {
  const { page, person } = session;
  /**
   * Clicks the first button of a view that is empty.
   * @param {string} title
   * @param {string} words of its text
   * @param {...string} expected all its buttons
   */
  const click = async (title, words, ...expected) => {
    await runCommand(page, `Focus on ${title} View`);
    const pane = view(page, title);
    await see(pane.locator('.welcome-view-content', { hasText: words }), `"${words}" in ${title}`);
    const buttons = pane.locator('.welcome-view-content .monaco-button');
    assert.deepEqual((await buttons.allInnerTexts()).filter(Boolean), expected);
    await buttons.first().click();
  };

  await session.open('empty');
  await session.test('a folder without runbooks: each view offers to create one', async () => {
    for (const [title, words] of [
      ['Phases', 'Open a playbook'],
      ['Entries', 'No entries found'],
      ['Coverage', 'nothing to cover'],
    ]) {
      await click(String(title), String(words), 'New Document…');
      await person.asked('What do you want to write?');
      await person.escape();
    }
  });

  await session.test('a foreign document: why it is none of ours', async () => {
    session.write('README.md', '# Shop\n\nWords.\n');
    await runCommand(page, 'View: Show Explorer');
    await openFromExplorer(page, 'README.md');
    await click('Phases', 'This document is not a runbook', 'Why?', 'Set Up Runbook in This Workspace');
    await see(
      page.locator('.quick-input-title', { hasText: 'Runbook does not check this document' }),
      'the reasons',
    );
    await person.escape();
  });

  await session.test('a playbook without phases: the first one', async () => {
    session.write('plan.md', '---\nrunbook: playbook\n---\n\n# Playbook: Move\n');
    await runCommand(page, 'View: Show Explorer');
    await openFromExplorer(page, 'plan.md');
    await click('Phases', 'This playbook has no phases yet', 'Insert Phase');
    await see(treeRows(page, 'Phases').filter({ hasText: '1: [Name of the phase]' }), 'the phase');
    await page.keyboard.press('Control+z');
  });

  // from here on most tests open a window of their own
  await session.testOfWhole('no folder: one to open', async () => {
    await session.open(undefined);
    for (const title of ['Phases', 'Entries', 'Coverage']) {
      await click(title, 'No folder is open', 'Open Folder');
      await see(
        page.locator('.quick-input-title', { hasText: 'Open Folder' }),
        'the question for the folder',
      );
      await person.escape();
    }
  });

  await session.testOfWhole('without a folder a new document is one that was never saved', async () => {
    await session.open(undefined);
    await person.command('Runbook: New Playbook…');
    await person.answer('What the playbook changes', 'Move the archive');
    await person.pick('Type of the change', 'refactor');
    await person.pick('Risk level', 'low');
    await see(page.locator('.tab.active.dirty', { hasText: /Untitled|Playbook/ }), 'the document');
    await see(page.locator('.view-line', { hasText: '# Playbook: Move the archive' }), 'its title');
  });

  await session.testOfWhole(
    'a server that takes its time: its output; commands wait, and another start does not',
    async () => {
      const slow = brokenExtension(
        path.join(session.folder, 'slow'),
        'server.js',
        'process.stdin.resume();\n',
      );
      await session.open('starting', { 'plan.md': playbook }, slow.folder);
      await runCommand(page, 'View: Show Explorer');
      await openFromExplorer(page, 'plan.md');
      await click('Phases', 'The Runbook language server is starting', 'Show Output');
      await see(page.locator('.panel .composite.title', { hasText: /output/i }), 'the output');
      const said = (await page.locator('.sidebar').allInnerTexts()).join('\n');
      assert.doesNotMatch(said, /Open a playbook|no data provider/i);
      await person.command('Runbook: New Playbook…');
      await eventually(
        () => person.notification(/Waiting for the Runbook language server/),
        'what the command waits for',
      );
      // another start ends the one that never comes to its end
      slow.mend();
      await runCommand(page, 'Runbook: Restart Language Server');
      await see(
        page.locator('.quick-input-message', { hasText: 'What the playbook changes' }),
        'the question of the command',
      );
      await person.escape();
      assert.equal(await person.notification(/not running|error/i), undefined);
      await person.clearNotifications();
      await see(treeRows(page, 'Phases').filter({ hasText: '1: Copy' }), 'the phases of the playbook');
    },
  );

  await session.test('a server that has stopped: another start, which works', async () => {
    const dead = brokenExtension(path.join(session.folder, 'dead'), 'server.js', 'process.exit(1);\n');
    await session.open('stopped', {}, dead.folder);
    await runCommand(page, 'Focus on Phases View');
    await see(page.locator('.welcome-view-content', { hasText: 'not running' }), 'that it has stopped');
    dead.mend();
    await click('Phases', 'The Runbook language server is not running', 'Restart Language Server');
    await see(page.locator('.welcome-view-content', { hasText: 'Open a playbook' }), 'what the view is for');
  });

  await session.testOfWhole(
    'an extension that could not be loaded is loaded by the next command',
    async () => {
      const half = brokenExtension(path.join(session.folder, 'half-extension'), 'client.js', null);
      await session.open('half', {}, half.folder);
      await person.command('Runbook: Show Output');
      const dialog = page.locator('.monaco-dialog-box', { hasText: 'Runbook could not be loaded' });
      await see(dialog, 'what has happened');
      await page.keyboard.press('Escape');
      await dialog.first().waitFor({ state: 'hidden' });
      half.mend();
      await person.command('Runbook: New Document…');
      await person.asked('What do you want to write?');
      await person.escape();
    },
  );
}
