/** From an empty folder to first documents, counting what has to be done for them. */
import assert from 'node:assert/strict';
import { chooseInMenu, runCommand } from '../../embedded-editor/workbench.mjs';
import { see } from '../../embedded-editor/until.mjs';
import { findingsBesides } from '../findings.mjs';

/** What may be found in a new document: that it is still to be filled in. */
const toFillIn = /^(?:placeholder|unfilled-template|stub-entry|empty-.*)$/;

/** @param {import('../session.mjs').Session} session */
export async function newDocuments(session) {
  const { page, person } = session;
  await session.open('operations');

  await session.test('an empty folder has a first playbook after at most eight interactions', async () => {
    person.begin();
    await person.command('Runbook: New Document…');
    await person.pick('What do you want to write?', 'Playbook');
    await person.answer('What the playbook changes', 'Move the "orders" database');
    await person.pick('Type of the change', 'migration');
    await person.pick('Risk level', 'high');
    await person.answer('File to create');
    assert.ok(person.interactions <= 8, `it took ${String(person.interactions)}`);
    const text = await session.saved(
      'playbooks/move-the-orders-database.md',
      /^# Playbook: Move the "orders" database$/m,
    );
    assert.match(text, /^title: "Playbook: Move the \\"orders\\" database"$/m);
    assert.match(text, /^risk_level: "high"$/m);
    assert.deepEqual(await findingsBesides(session.workspace, toFillIn), []);
  });

  await session.test('its first slot is selected, and Tab leads on', async () => {
    await page.keyboard.type('2h');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Orders live on the new cluster');
    const text = await session.save(
      'playbooks/move-the-orders-database.md',
      /Orders live on the new cluster/,
    );
    assert.match(text, /^estimated_duration: "2h"$/m);
    assert.match(text, /^\*\*Estimated Duration:\*\* 2h$/m);
    assert.match(text, /^\*\*Goal:\*\*\nOrders live on the new cluster$/m);
  });

  await session.test('a file is never overwritten: the next free name is proposed', async () => {
    await person.command('Runbook: New Playbook…');
    await person.answer('What the playbook changes', 'Move the orders database');
    await person.pick('Type of the change', 'Decide later');
    await person.pick('Risk level', 'Decide later');
    await see(
      page.locator('.quick-input-message', { hasText: 'File to create' }),
      'the question for the path',
    );
    const field = page.locator('.quick-input-widget input').first();
    await field.fill('playbooks/move-the-orders-database');
    await see(
      page.locator('.quick-input-message', { hasText: 'exists already' }),
      'what is wrong with the name',
    );
    await field.fill('playbooks/move-the-orders-database-2.md');
    await page.keyboard.press('Enter');
    await session.saved('playbooks/move-the-orders-database-2.md', /^type: "migration"$/m);
  });

  await session.test('File > New File… offers the documents', async () => {
    await runCommand(page, 'Create: New File...');
    await see(person.row('New Playbook…'), 'New Playbook…');
    await see(person.row('New Release Runbook…'), 'the last');
    await person.escape();
  });

  await session.test('the menu of a folder in the explorer creates a document there', async () => {
    session.write('ops/night/notes.txt', '');
    await runCommand(page, 'View: Show Explorer');
    const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: /^ops$/ });
    await chooseInMenu(page, row, 'New Document…');
    await person.pick('What do you want to write?', 'Release Runbook');
    await person.answer('Name of the product', 'Storefront');
    await person.answer('Version that is released', '2.4.0');
    await person.answer('File to create');
    await session.saved('ops/release-2.4.0.md', /^# Release Runbook: Storefront v2\.4\.0$/m);
  });

  await session.testOfWhole('a first runbook that an alert leads to takes at most twelve', async () => {
    await session.open('first-alert');
    person.begin();
    await person.command('Runbook: New Document…');
    await person.pick('What do you want to write?', 'One situation');
    await person.answer('The situation that the runbook covers', 'Orders database is full');
    await person.pick('Category of the runbook', 'Incident Response');
    await person.answer('File to create');
    await session.saved(
      'runbooks/RUN-001-orders-database-is-full.md',
      /^RUN-001: Orders database is full\nCategory: Inc/,
    );
    await person.command('Runbook: Insert Entry…');
    await person.pick('Prefix of the entry', 'MON');
    await person.answer('Title of the entry', 'Free space of the orders database');
    await person.pick('Category of the entry', 'Availability');
    await person.pick('Runbook for when it fires', 'RUN-001');
    await person.pick('File to add the entry to', 'New Source-of-Truth file');
    await person.answer('File to create');
    assert.ok(person.interactions <= 12, `it took ${String(person.interactions)}`);
    const text = await session.saved('SoT.MONITORING.md', /^## MON-001: Free space of the orders database$/m);
    assert.match(
      text,
      /^- \[RUN-001\]\(runbooks\/RUN-001-orders-database-is-full\.md\) - Orders database is full$/m,
    );
    assert.deepEqual(await findingsBesides(session.workspace, toFillIn), []);
  });
}
