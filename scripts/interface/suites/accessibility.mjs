/** What axe has against the pages that the extension shows, in a real browser with the colours of the editor. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ownInPreview, violationsIn } from '../../embedded-editor/accessibility.mjs';
import { openFile, runCommand } from '../../embedded-editor/workbench.mjs';
import { inProject } from '../../support/project.mjs';

const playbook = 'playbooks/move-orders-to-postgresql-17.md';

/** @param {import('../session.mjs').Session} session */
export async function accessibility(session) {
  const { page } = session;
  await session.open('accessibility', {
    [playbook]: readFileSync(inProject(`examples/${playbook}`), 'utf8'),
  });

  await session.test('axe accepts the report', async () => {
    await runCommand(page, 'Runbook: Show Report');
    assert.deepEqual(await violationsIn(page, 'article section', 'html'), []);
  });

  await session.test('axe accepts the preview of a playbook', async () => {
    await openFile(page, 'move-orders-to-postgresql-17.md');
    await page.keyboard.press('Control+Shift+V');
    assert.deepEqual(await violationsIn(page, '.runbook-progress', ownInPreview), []);
  });
}
