/** A window that trusts no folder: everything that reads works, and nothing of a folder decides what is done. */
import assert from 'node:assert/strict';
import { actUntilSeen, eventually, see } from '../../embedded-editor/until.mjs';
import {
  goTo,
  openFile,
  quickFix,
  runCommand,
  statusItem,
  treeRows,
  view,
  webview,
} from '../../embedded-editor/workbench.mjs';
import { beginRun, endRun, goOnTo, pressOnRun } from '../run-page.mjs';
import { workspaceFiles } from '../session.mjs';

const sot = 'SoT.OPERATIONS.md';
const playbook = 'move-playbook.md';

/** @param {import('../session.mjs').Session} session */
export async function restricted(session) {
  const { page, person } = session;
  const files = workspaceFiles('packaged');
  const text = files[sot] ?? '';
  const lineOf = (/** @type {string} */ words) => text.slice(0, text.indexOf(words)).split('\n').length;
  await session.open('restricted', files);

  await session.test('an empty view says what Restricted Mode means, and leads to trust', async () => {
    await see(
      page.locator('.statusbar-item', { hasText: 'Restricted Mode' }),
      'that the folder is not trusted',
    );
    await runCommand(page, 'Focus on Phases View');
    const phases = view(page, 'Phases');
    await see(
      phases.locator('.welcome-view-content', { hasText: 'In Restricted Mode all that reads works' }),
      'the text',
    );
    await person.click(phases.locator('.welcome-view-content .monaco-button'), 'its button');
    // a page or a dialog, as the editor is set up
    const about = page.locator('.workspace-trust-editor');
    await see(about, 'what the editor says about trust');
    await eventually(async () => {
      await page.keyboard.press('Escape');
      if (await about.first().isVisible()) await page.keyboard.press('Control+w');
      return (await about.count()) === 0;
    }, 'it is closed again');
  });

  await session.test('findings are there, with the page of their rule', async () => {
    await openFile(page, sot);
    await see(statusItem(page, 'SoT file'), 'the status item');
    await see(page.locator('.squiggly-warning'), 'a squiggle');
    await goTo(
      page,
      lineOf('RUN-077'),
      (text.split('\n')[lineOf('RUN-077') - 1] ?? '').indexOf('RUN-077') + 2,
    );
    await (await quickFix(page, 'Explain dangling-id')).click();
    await see(webview(page).locator('h1', { hasText: 'dangling-id' }), 'the page');
    await page.keyboard.press('Control+w');
  });

  // what only reads is the same in a window that is trusted, where other suites try it
  await session.testOfWhole('jumps, hovers and completion work', async () => {
    await openFile(page, sot);
    const line = lineOf('Follow RUN-001');
    const column = (text.split('\n')[line - 1] ?? '').indexOf('RUN-001') + 3;
    await goTo(page, line, column);
    const hover = page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-contents', {
      hasText: 'Ticket queue is stuck',
    });
    await actUntilSeen(() => runCommand(page, 'Show or Focus Hover'), hover, 'the hover');
    await page.keyboard.press('Escape');
    await goTo(page, line, column);
    await page.keyboard.press('F12');
    await see(page.locator('.statusbar-item', { hasText: `Ln ${lineOf('## RUN-001')},` }), 'the definition');
    await goTo(page, lineOf('MON-001 fires.'), 1);
    await page.keyboard.press('End');
    await page.keyboard.type(' See RUN-0');
    const offered = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'RUN-001' });
    await actUntilSeen(() => page.keyboard.press('Control+Space'), offered, 'the id');
    await page.keyboard.press('Escape');
    await runCommand(page, 'File: Revert File');
  });

  await session.testOfWhole('phases, entries, coverage and the report show what is there', async () => {
    await openFile(page, 'move-playbook.md');
    await runCommand(page, 'Focus on Phases View');
    await see(treeRows(page, 'Phases').filter({ hasText: '1: Copy the data' }), 'a phase');
    await runCommand(page, 'Focus on Entries View');
    await see(treeRows(page, 'Entries').filter({ hasText: /^MON/ }), 'a group of entries');
    await runCommand(page, 'Focus on Coverage View');
    await see(treeRows(page, 'Coverage').filter({ hasText: 'Missing runbooks' }), 'what is lacking');
    await person.command('Runbook: Show Report');
    await see(webview(page).locator('button.link:visible'), 'the report');
    await runCommand(page, 'View: Close All Editors');
  });

  await session.test('a run is read and ticked, and puts nothing into a terminal', async () => {
    await beginRun(page, playbook, 'Runbook: Run…');
    const run = webview(page);
    await see(
      run.locator('.command .note', { hasText: 'Restricted Mode' }),
      'why commands can be copied only',
    );
    assert.equal(await run.locator('[aria-keyshortcuts="t"]').count(), 0, 'there is no such button');
    await pressOnRun(page, 't');
    await pressOnRun(page, 'c');
    await see(run.locator('.said', { hasText: 'Copied' }), 'that it is copied');
    await goOnTo(page, 'Gate Criteria');
    await pressOnRun(page, '1');
    await session.saved(playbook, /- \[x\] /);
    await endRun(page, '4');
    assert.equal(await page.locator('.terminal-wrapper').count(), 0, 'no terminal was opened');
    // what the end of a run writes is saved behind it, and a tab that is not yet asks before it closes
    await eventually(async () => (await page.locator('.tab.dirty').count()) === 0, 'the document is saved');
    await runCommand(page, 'View: Close All Editors');
    session.write(playbook, files[playbook] ?? '');
  });

  await session.testOfWhole('the preview shows boxes and progress', async () => {
    await openFile(page, 'move-playbook.md');
    await page.keyboard.press('Control+Shift+V');
    await see(webview(page).locator('.runbook-progress', { hasText: '0 of 1 checked' }), 'the progress');
    await see(webview(page).locator('.runbook-box'), 'a box');
    await runCommand(page, 'View: Close All Editors');
  });

  await session.test('a document is created when asked for, and no configuration is offered', async () => {
    await person.command('Runbook: New Source-of-Truth File…');
    await person.tick('Prefixes of the entries', ['Another prefix…']);
    await person.answer('Prefixes of the entries', 'OPS');
    await person.answer('What the file is the source of truth for', 'Shifts');
    await person.answer('File to create');
    await see(page.locator('.tab.active', { hasText: /^SoT\.SHIFTS/i }), 'the new file');
    await eventually(() => statusItem(page, 'SoT file').first().isVisible(), 'it is known');
    assert.equal(await person.notification(/runbook\.yaml/), undefined);
  });
}
