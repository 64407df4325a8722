/** What is said where the editor speaks German: manifest, client and server. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { see } from '../../embedded-editor/until.mjs';
import { openFromExplorer, showView, statusItem, treeRows } from '../../embedded-editor/workbench.mjs';
import { inProject } from '../../support/project.mjs';

/** @param {import('../session.mjs').Session} session */
export async function german(session) {
  const { page, person } = session;
  await session.speak('de', 'Runbook: Neues Dokument…');
  await session.open('german', {
    'playbook.md': readFileSync(inProject('examples/broken/missing-rollback.md'), 'utf8'),
  });

  await session.test('a command and its questions are in German', async () => {
    await person.command('Runbook: Neues Dokument…');
    await person.asked('Was soll geschrieben werden?');
    await person.escape();
  });

  await session.test('so are status, findings and the Phases view', async () => {
    await openFromExplorer(page, 'playbook.md');
    await see(statusItem(page, 'Playbook'), 'the status item');
    const spoken = await statusItem(page, 'Playbook').getAttribute('aria-label');
    assert.match(spoken ?? '', /Warnung|Fehler/);
    await person.command('Problems: Focus on Problems View');
    await see(
      page.locator('.markers-panel .monaco-list-row', { hasText: 'hat kein Rollback' }),
      'a finding in German',
    );
    await showView(page, 'Phasen');
    await see(treeRows(page, 'Phasen').filter({ hasText: 'kein Rollback' }).first(), 'what a phase lacks');
  });
}
