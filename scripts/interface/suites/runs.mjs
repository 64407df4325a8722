/** Runbooks carried out from start to end on their page, by its keys. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { violationsIn } from '../../embedded-editor/accessibility.mjs';
import { actUntilSeen, eventually, see } from '../../embedded-editor/until.mjs';
import { reloadWindow, runCommand, treeRows, webview } from '../../embedded-editor/workbench.mjs';
import { inProject } from '../../support/project.mjs';
import { beginRun, endRun, failStep, firstAnswer, goOn, placeOfRun, pressOnRun } from '../run-page.mjs';
import { terminalLog } from '../session.mjs';

/** @typedef {import('../session.mjs').Session} Session */

const files = {
  entry: 'runbooks/RUN-020-restore-orders-database.md',
  playbook: 'playbooks/launch-gift-wrap.md',
  feature: 'runbooks/gift-wrap.md',
  release: 'releases/storefront-2.14.0.md',
};
/** What others of the examples link to. */
const beside = ['SoT.DEPLOYMENT.md', 'SoT.BUSINESS_RULES.md', 'SoT.RISKS.md', 'SoT.TESTS.md'];
const more = ['playbooks/move-orders-to-postgresql-17.md'];

const hostile = [
  'RUN-030: Paste what others wrote',
  'Category: Recovery',
  'Trigger: somebody asks',
  'Owner: Data Team',
  'Last Tested: 2026-10-14',
  '',
  '## Procedure',
  '',
  '### Step 1: Read',
  '',
  '```bash',
  'echo one\u001b[201~\u0003\u0004; echo \u202etwo\u0007',
  '```',
  '',
  'Verification:',
  '',
  '- [ ] Nothing ran',
  '',
  '### Step 2: Paste',
  '',
  '```bash',
  'echo <name>; echo "$(date)"',
  'rm -rf /srv/old',
  '```',
  '',
  'Verification:',
  '',
  '- [ ] Nothing ran',
  '',
].join('\n');

/** What axe has against each kind of place, when it was come to first. @type {Map<string, readonly string[]>} */
const judged = new Map();

/** @param {Session} session */
export async function runs(session) {
  const { page, person } = session;
  judged.clear();
  const all = [...Object.values(files), ...beside, ...more];
  const texts = Object.fromEntries(
    all.map((file) => [file, readFileSync(inProject('examples', file), 'utf8')]),
  );
  await session.open('runs', { ...texts, 'runbooks/RUN-030-paste.md': hostile });
  const run = webview(page);

  await session.test('a runbook entry fails at a step, is rolled back and leaves a record', async () => {
    await beginRun(page, files.entry, 'Runbook: Run…');
    await pressOnRun(page, '1');
    await session.saved(files.entry, /- \[x\] Membership in the role/);
    const saw = await walk(session, { failAt: 'Point the shop to the new instance' });
    assert.ok(
      saw.some((place) => place.includes('Rolling back')),
      saw.join('\n'),
    );
    await endRun(page, '3');
    await see(run.locator('h2', { hasText: 'rolled back' }), 'how it ended');
    const record = await recordOf(session, /RUN-020/);
    assert.match(record, /agreed with the lead/);
    const ticked = (texts[files.entry] ?? '').replace('- [ ] Membership', '- [x] Membership');
    assert.equal(session.read(files.entry), ticked, 'nothing but the tick changed');
  });

  for (const [kind, file] of Object.entries(files).filter(([name]) => name !== 'entry')) {
    // the page knows no kinds, and unit tests carry all of them out
    const isUsual = kind === 'playbook';
    const title = `a ${kind} is carried out from start to end`;
    await session[isUsual ? 'test' : 'testOfWhole'](title, async () => {
      await beginRun(page, file, 'Runbook: Run…');
      const saw = await walk(session, {});
      if (kind === 'playbook')
        assert.ok(
          saw.some((place) => place.includes('Decision Point')),
          saw.join('\n'),
        );
      await endRun(page, '1');
      await see(run.locator('h2', { hasText: 'succeeded' }), 'how it ended');
      await recordOf(session, /succeeded|Done/i);
    });
  }

  await session.test('the records have no findings', async () => {
    await runCommand(page, 'Problems: Focus on Problems View');
    const rows = page.locator('.markers-panel .monaco-list-row');
    assert.deepEqual(
      (await rows.allInnerTexts()).filter((row) => row.includes('runs/')),
      [],
    );
    await runCommand(page, 'View: Hide Panel');
  });

  // the last test reloads the window in a run, too
  await session.testOfWhole('a window that is reloaded goes on where it was', async () => {
    await beginRun(page, files.playbook, 'Runbook: Run…');
    await goOn(page);
    const place = await run.locator('#place').innerText();
    await reloadWindow(page);
    await see(run.locator('#place', { hasText: place }), 'the same place');
    await see(page.locator('.statusbar-item', { hasText: 'Launch gift wrap' }), 'the status item');
    await runCommand(page, 'Focus on Runs View');
    await see(treeRows(page, 'Runs').filter({ hasText: 'Launch gift wrap' }), 'the row of the run');
    await endRun(page, '4');
  });

  await session.test('axe accepts the page at every kind of place', async () => {
    assert.deepEqual([...judged.keys()].sort(), ['decision', 'failed', 'gate', 'rollback', 'step']);
    assert.deepEqual([...judged.values()].flat(), []);
    await beginRun(page, files.playbook, 'Runbook: Run…');
    assert.deepEqual(await violationsIn(page, '#place', 'html'), []);
    await pressOnRun(page, 'x');
    assert.deepEqual(await violationsIn(page, '.question', 'html'), []);
    await pressOnRun(page, 'Escape');
    await endRun(page, '4');
    assert.deepEqual(await violationsIn(page, '#place', 'html'), []);
  });

  await session.test('what is put into a terminal stands there, and nothing of it runs', async () => {
    await beginRun(page, 'runbooks/RUN-030-paste.md', 'Runbook: Run as Drill…');
    await see(run.locator('.command', { hasText: 'Type it instead' }), 'why it is not put anywhere');
    await see(run.locator('mark', { hasText: 'U+202E' }), 'what nobody would see');
    const log = terminalLog(session.folder);
    const given = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
    await pressOnRun(page, 't');
    await goOn(page);
    await see(run.locator('#place', { hasText: 'Step 2: Paste' }), 'the next step');
    await pressOnRun(page, 't');
    await person.answer('kept for this run', 'one');
    await see(run.locator('.said', { hasText: 'was not run' }), 'that it was not run');
    await eventually(
      () => given() === 'echo one; echo "$(date)"',
      () => `the line stands there: ${JSON.stringify(given())}`,
    );
    // the terminal outlives the window, and is used again
    await reloadWindow(page);
    await see(run.locator('#place', { hasText: 'Step 2: Paste' }), 'the same place');
    // the extension comes to know the terminal again some time after both are there, and would open another one until then
    await actUntilSeen(
      () => pressOnRun(page, 'j'),
      page.locator('.terminal-wrapper .xterm.focus'),
      'the terminal of the run, with the focus',
    );
    await pressOnRun(page, 't');
    await person.pick('It runs only when you press Enter', 'Put it into the terminal');
    // one key empties the line before, which runs nothing
    await eventually(
      () => given() === 'echo one; echo "$(date)"\u0015rm -rf /srv/old',
      () => `the other line stands there: ${JSON.stringify(given())}`,
    );
    await endRun(page, '4');
    await runCommand(page, 'View: Hide Panel');
  });
}

/**
 * Goes from place to place until nothing is left but to end the run, with a reason wherever one is asked for.
 * @param {Session} session
 * @param {{ failAt?: string }} options words of the step that fails, and is rolled back
 * @returns {Promise<string[]>} the places in order
 */
async function walk({ page }, { failAt }) {
  const run = webview(page);
  /** @type {string[]} */
  const saw = [];
  for (let steps = 0; steps < 150; steps++) {
    const before = await placeOfRun(page);
    saw.push(before.slice(0, 120));
    const kind = await kindOfPlace(page);
    if (!judged.has(kind)) judged.set(kind, await violationsIn(page, '#place', 'html'));
    const main = run.locator('[aria-keyshortcuts="d"]');
    if (await run.locator('.branches').count()) await goOn(page, '0');
    else if (failAt !== undefined && before.includes('rolled back')) return saw;
    else if (failAt !== undefined && before.includes(failAt) && !before.includes('Rolling back')) {
      await failStep(page);
      judged.set(await kindOfPlace(page), await violationsIn(page, '#place', 'html'));
      await pressOnRun(page, 'r');
      await page.keyboard.press(await firstAnswer(page));
      await see(run.locator('.place .tag', { hasText: 'Rolling back' }), 'the way back');
    } else if (/End the (run|drill)/.test(await main.first().innerText())) return saw;
    else await goOn(page);
  }
  throw new Error(`The run does not come to its end: ${saw.slice(-5).join('\n')}`);
}

/** @param {Session['page']} page */
async function kindOfPlace(page) {
  const run = webview(page);
  if (await run.locator('.branches').count()) return 'decision';
  if (await run.locator('.place .tag.bad').count()) return 'failed';
  if (await run.locator('.place .tag', { hasText: 'Rolling back' }).count()) return 'rollback';
  return (await run.locator('[aria-keyshortcuts="f"]').count()) > 0 ? 'step' : 'gate';
}

/**
 * The text of the newest run file, once it holds some words.
 * @param {Session} session
 * @param {RegExp} words
 */
async function recordOf(session, words) {
  const folder = path.join(session.workspace, 'runs');
  let file = '';
  await eventually(
    () => {
      if (!existsSync(folder)) return false;
      file = readdirSync(folder).sort().at(-1) ?? '';
      return file !== '' && words.test(readFileSync(path.join(folder, file), 'utf8'));
    },
    () => `a run file holds ${String(words)}: ${file}`,
  );
  return readFileSync(path.join(folder, file), 'utf8');
}
