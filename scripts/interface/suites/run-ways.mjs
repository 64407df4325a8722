/** Ways into a run, and what it goes through: another window, the end of its process, a document that goes away. */
import assert from 'node:assert/strict';
import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { actUntilSeen, eventually, see } from '../../embedded-editor/until.mjs';
import {
  chooseInMenu,
  openFile,
  reloadWindow,
  runCommand,
  showView,
  treeRows,
  webview,
} from '../../embedded-editor/workbench.mjs';
import { inProject } from '../../support/project.mjs';
import { beginRun, endRun, goOn, goOnTo, pressOnRun, seeRun } from '../run-page.mjs';

const entry = 'runbooks/RUN-020-restore-orders-database.md';
const sot = 'SoT.DEPLOYMENT.md';
const all = [entry, sot, 'SoT.BUSINESS_RULES.md', 'SoT.RISKS.md', 'SoT.TESTS.md'];

/** @param {import('../session.mjs').Session} session */
export async function runWays(session) {
  const { page, person } = session;
  const texts = Object.fromEntries(
    all.map((file) => [file, readFileSync(inProject('examples', file), 'utf8')]),
  );
  await session.open('run-ways', texts);
  const run = webview(page);
  const name = path.basename(entry);
  const boxes = () => [...session.read(entry).matchAll(/^- \[(x| )\]/gm)].map(([, mark]) => mark).join('');
  const leave = async () => {
    await endRun(page, '4');
    await runCommand(page, 'View: Close All Editors');
  };

  await session.test('a code lens, the title of the editor and the menu of a row run a runbook', async () => {
    await openFile(page, name);
    const lens = page.locator('.codelens-decoration a', { hasText: 'Run…' });
    await person.click(lens, 'the lens');
    await seeRun(page);
    await leave();
    await openFile(page, name);
    await person.click(page.locator('.editor-actions .action-label[aria-label^="Run…"]'), 'the button');
    await seeRun(page);
    await leave();
    await showView(page, 'Entries');
    const group = treeRows(page, 'Entries').filter({ hasText: /^RUN/ });
    const row = treeRows(page, 'Entries').filter({ hasText: 'RUN-020' });
    await see(group, 'the group of runbooks');
    if ((await group.first().getAttribute('aria-expanded')) === 'false')
      await group.first().locator('.monaco-tl-twistie').click();
    // the entry moves and is called otherwise while the menu of its row is open
    const other = (texts[entry] ?? '').replace('RUN-020: Restore', '\n\nRUN-020: Recover');
    await chooseInMenu(page, row, 'Run…', async () => {
      session.write(entry, other);
      await see(row.filter({ hasText: 'Recover' }), 'the new words of the row');
    });
    await seeRun(page);
    await leave();
    assert.equal(session.read(entry), other, 'nothing was ticked');
    session.write(entry, texts[entry] ?? '');
  });

  await session.test('the Test Explorer lists drills, runs one, and tells its result', async () => {
    await runCommand(page, 'Testing: Focus on Test Explorer View');
    const row = page.locator('.test-explorer .monaco-list-row', { hasText: 'RUN-020' });
    await see(row, 'the drill');
    await see(row.filter({ hasText: /last tested/i }), 'when it was tested');
    await chooseInMenu(page, row, 'Run Test');
    await seeRun(page);
    await see(run.locator('.badge', { hasText: 'Drill' }), 'that it is a drill');
    await endRun(page, '1');
    await see(row.filter({ hasText: /last drill .* succeeded/ }), 'the result');
    await see(row.filter({ hasText: 'today' }), 'its age');
    await runCommand(page, 'View: Close All Editors');
    // the drill wrote when it was
    session.write(entry, texts[entry] ?? '');
  });

  // tests of the process hold a run by another one, too
  await session.testOfWhole(
    'another window sees that a run is in progress, and leaves it alone',
    async () => {
      await beginRun(page, entry, 'Runbook: Run…');
      const { page: other, close } = await session.openBeside();
      try {
        await openFile(other, name);
        await see(
          other.locator('.statusbar-item', { hasText: 'RUN-020 runs in another window' }),
          'that it runs',
        );
        assert.equal(await webview(other).locator('#place').count(), 0);
      } finally {
        await close();
      }
      await leave();
    },
  );

  // tests of the process kill it many times
  await session.testOfWhole(
    'a process that is killed in the midst of a run loses nothing and doubles nothing',
    async () => {
      await beginRun(page, entry, 'Runbook: Run…');
      await pressOnRun(page, '1');
      await see(run.locator('input:checked'), 'the tick');
      await session.saved(entry, /- \[x\] Membership/);
      await goOn(page);
      await see(run.locator('#place', { hasText: 'Step 1' }), 'the first step');
      await pressOnRun(page, '2');
      // it is kept as soon as it shows, whatever became of the document
      await see(run.locator('input:checked'), 'the second tick');
      session.killExtensionHosts();
      await reloadWindow(page);
      const resume = page.locator('.statusbar-item', { hasText: 'RUN-020' });
      await see(resume, 'that a run is there');
      await actUntilSeen(
        async () => {
          if (await run.locator('#place').count()) return;
          await runCommand(page, 'Runbook: Resume Run…');
        },
        run.locator('#place', { hasText: 'Step 1' }),
        'the same place',
      );
      assert.equal(await run.locator('input:checked').count(), 1);
      await eventually(
        () => boxes().startsWith('x   x'),
        () => `each tick stands there once: ${boxes()}`,
      );
      await leave();
      session.write(entry, texts[entry] ?? '');
    },
  );

  await session.test('a document that goes away is told of, and what was done is kept', async () => {
    await beginRun(page, entry, 'Runbook: Run…');
    await goOnTo(page, 'Step 1');
    const file = path.join(session.workspace, entry);
    renameSync(file, `${file}.away`);
    await see(run.locator('.notice', { hasText: 'no longer there' }), 'that the document is gone');
    await goOn(page);
    renameSync(`${file}.away`, file);
    await run.locator('.notice', { hasText: 'no longer there' }).waitFor({ state: 'hidden' });
    await endRun(page, '4');
    await see(run.locator('pre', { hasText: '1 of 5 steps done' }), 'what was done');
  });

  await session.test('a document with changes that are not saved is told of', async () => {
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, name);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('later');
    await runCommand(page, 'Runbook: Run…');
    await seeRun(page);
    await see(run.locator('.notice', { hasText: 'has unsaved changes' }), 'that ticks are not saved');
    await pressOnRun(page, '1');
    await see(run.locator('input:checked'), 'the tick');
    assert.equal(boxes().slice(0, 1), ' ', 'when to save is for the person to say');
    await endRun(page, '4');
    await runCommand(page, 'View: Close All Editors');
  });
}
