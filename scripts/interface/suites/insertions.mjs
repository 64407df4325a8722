/** Entries and parts that are inserted by commands. */
import assert from 'node:assert/strict';
import { eventually, see } from '../../embedded-editor/until.mjs';
import { goTo, openFile, openFromExplorer } from '../../embedded-editor/workbench.mjs';

/** @param {import('../session.mjs').Session} session */
export async function insertions(session) {
  const { page, person } = session;
  await session.open('insertions', { 'README.md': '# Operations\n\nWords.\n' });

  await session.test('a playbook is there to insert into', async () => {
    await person.newPlaybook('Move the archive');
    await session.saved('playbooks/move-the-archive.md', /^# Playbook: Move the archive$/m);
  });

  await session.test('an entry goes into a foreign document only when that is picked', async () => {
    const readme = session.read('README.md');
    await openFile(page, 'README.md');
    const ask = async () => {
      await person.command('Runbook: Insert Entry…');
      await person.pick('Prefix of the entry', 'GTM');
      await person.answer('Title of the entry', 'Announce the move');
      await person.pick('Category of the entry', 'Launch');
      await person.asked('File to add the entry to');
    };
    await ask();
    const rows = await person.rows();
    assert.equal(rows.length, 2, rows.join(', '));
    assert.match(rows[0] ?? '', /New Source-of-Truth file/);
    assert.match(rows[1] ?? '', /This document, README\.md/);
    await person.escape();
    await ask();
    await person.pick('File to add the entry to', 'This document');
    await see(page.locator('.tab.active.dirty'), 'the changed README');
    await session.save('README.md', /^# Operations\n\nWords\.\n\n## GTM-001: Announce the move$/m);
    await page.keyboard.press('Control+z');
    await session.saveAs('README.md', readme);
  });

  await session.test(
    'a phase is numbered and registered, its first slot selected, and one undo takes it back',
    async () => {
      const name = 'move-the-archive.md';
      const file = `playbooks/${name}`;
      const before = session.read(file);
      const line = before.split('\n').findIndex((words) => words.startsWith('### Phase 3')) + 1;
      await openFile(page, name);
      await goTo(page, line, 1);
      await person.command('Runbook: Insert Phase');
      await see(page.locator('.tab.active.dirty'), 'the changed playbook');
      const text = await session.save(file, /^### Phase 4: \[Name of the phase\]$/m);
      assert.match(text, /^- Requires Phase 3/m);
      assert.match(text, /^\| 4 {5}\|/m);
      await page.keyboard.press('Control+z');
      await session.saveAs(file, before);
      await person.command('Runbook: Insert Phase');
      await see(page.locator('.tab.active.dirty'), 'the changed playbook');
      await page.keyboard.type('Look around');
      await session.save(file, /^### Phase 4: Look around$/m);
    },
  );

  await session.test(
    'a step and its verification are inserted in a list, each indented as its neighbours',
    async () => {
      const steps = '## Procedure\n\n1. Stop the writers\n   - Verify: no writes\n2. Copy the files\n';
      const text = `# RUN-002: Move the archive\n\nCategory: Maintenance\nTrigger: A request\nOwner: Data team\n\n${steps}`;
      session.write('RUN-002-move.md', text);
      await openFromExplorer(page, 'RUN-002-move.md');
      await goTo(page, 11, 4);
      await person.command('Runbook: Insert Verification');
      await see(page.locator('.tab.active.dirty'), 'the changed runbook');
      await page.keyboard.type('sums agree');
      await session.saveAs('RUN-002-move.md', `${text.trimEnd()}\n   - Verify: sums agree\n`);
      await person.command('Runbook: Insert Step');
      await see(page.locator('.tab.active.dirty'), 'the changed runbook');
      await page.keyboard.type('Start the writers');
      assert.match(await session.save('RUN-002-move.md', /Start the writers/), /^3\. Start the writers$/m);
    },
  );

  await session.test('what has no place here is refused in words', async () => {
    await openFile(page, 'README.md');
    await person.command('Runbook: Insert Step');
    const said = await eventually(() => person.notification(/no place|step/i), 'it is said why');
    assert.doesNotMatch(said, /error/i);
    assert.equal(await page.locator('.tab.active.dirty').count(), 0);
    await person.clearNotifications();
  });
}
