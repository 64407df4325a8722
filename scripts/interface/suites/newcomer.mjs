/** The first minutes of somebody who has none of our documents. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { eventually, see } from '../../embedded-editor/until.mjs';
import { openFromExplorer, runCommand, statusItem } from '../../embedded-editor/workbench.mjs';

const playbook = '# Playbook: Move\n\n## Phase 1: Copy\n\n- [ ] Rows match\n\n## Phase 2: Switch\n';

/** @param {import('../session.mjs').Session} session */
export async function newcomer(session) {
  const { page, person } = session;
  await session.open('readme-only', { 'README.md': '# Shop\n\nWords.\n' });

  await session.test('the first command waits for the server, asks, and changes no README', async () => {
    await openFromExplorer(page, 'README.md');
    assert.equal(await statusItem(page, '').count(), 0);
    await person.command('Runbook: Insert RUN- entry');
    await person.answer('Title of the runbook', 'Tills are slow');
    await person.pick('Category of the entry', 'Decide later');
    await person.asked('File to add the entry to');
    await person.escape();
    assert.equal(await person.notification(/not running|error/i), undefined);
    assert.equal(await page.locator('.tab.active.dirty').count(), 0);
    assert.equal(session.read('README.md'), '# Shop\n\nWords.\n');
    assert.deepEqual(readdirSync(session.workspace), ['README.md']);
  });

  await session.open('first-document', { 'SoT.DEPLOYMENT.md': '', 'plan.md': '' });
  await session.test('a first document out of a snippet wakes the extension', async () => {
    await openFromExplorer(page, 'SoT.DEPLOYMENT.md');
    await acceptTemplate('runbook-sot');
    await session.save('SoT.DEPLOYMENT.md', /^id_prefix: /m);
    await see(statusItem(page, 'SoT file'), 'the status item');
  });

  await session.open('first-words', { 'plan.md': '' });
  await session.test('a runbook known by its content alone does so too', async () => {
    await openFromExplorer(page, 'plan.md');
    assert.equal(await statusItem(page, '').count(), 0);
    await page.locator('.editor-instance .view-lines').first().click();
    // typing one letter after the other would complete and indent
    await page.keyboard.insertText(playbook);
    await see(statusItem(page, 'Playbook'), 'the status item');
    await runCommand(page, 'View: Focus Problems');
    await see(page.locator('.markers-panel .monaco-list-row', { hasText: 'rollback' }), 'what it lacks');
    await page.keyboard.press('Control+s');
  });

  await session.test('the walkthrough opens, and its buttons work', async () => {
    await person.command('Runbook: Get Started');
    await see(page.locator('.gettingStarted'), 'the walkthrough');
    const step = page.locator('.gettingStarted .getting-started-step', {
      hasText: 'Create your first runbook',
    });
    await person.click(step, 'the step that creates a runbook');
    await person.click(step.locator('.monaco-button', { hasText: 'New Document…' }), 'its button');
    await person.asked('What do you want to write?');
    await person.escape();
  });

  await session.test('a configuration file is offered where it helps, and created', async () => {
    await person.command('Runbook: New Source-of-Truth File…');
    await person.tick('Prefixes of the entries', ['Another prefix…']);
    await person.answer('Prefixes of the entries', 'OPS');
    await person.answer('What the file is the source of truth for', 'Shifts');
    await person.answer('File to create');
    await see(page.locator('.tab.active', { hasText: /^SoT\./ }), 'the new file');
    await eventually(() => person.notification(/With the prefix OPS in \.runbook\.yaml/), 'it is offered');
    await person.click(
      page.locator('.notifications-center .monaco-button', { hasText: 'Create .runbook.yaml' }),
      'the button of the offer',
    );
    await session.saved('.runbook.yaml', /^prefixes:\n {2}OPS: '.+\.md'$/m);
  });

  /**
   * Types the first letters of a template and takes it from the list.
   * @param {string} prefix
   */
  async function acceptTemplate(prefix) {
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.type(prefix);
    const row = page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: prefix });
    await eventually(async () => {
      if (await row.first().isVisible()) return true;
      await page.keyboard.press('Control+Space');
      return false;
    }, `${prefix} is offered first`);
    await page.keyboard.press('Enter');
  }
}
