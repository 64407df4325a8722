/** Runbooks carried out from start to end on their page, by its keys. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { violationsIn } from '../../embedded-editor/accessibility.mjs';
import { eventually, see } from '../../embedded-editor/until.mjs';
import { openFile, reloadWindow, runCommand, treeRows, webview } from '../../embedded-editor/workbench.mjs';
import { inProject } from '../../support/project.mjs';
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

/** @param {Session} session */
export async function runs(session) {
  const { page, person } = session;
  const all = [...Object.values(files), ...beside, ...more];
  const texts = Object.fromEntries(
    all.map((file) => [file, readFileSync(inProject('examples', file), 'utf8')]),
  );
  await session.open('runs', { ...texts, 'runbooks/RUN-030-paste.md': hostile });
  const run = webview(page);

  await session.test('a runbook entry fails at a step, is rolled back and leaves a record', async () => {
    await begin(session, files.entry, 'Runbook: Run…');
    await press(session, '1');
    await session.saved(files.entry, /- \[x\] Membership in the role/);
    const saw = await walk(session, { failAt: 'Point the shop to the new instance' });
    assert.ok(
      saw.some((place) => place.includes('Rolling back')),
      saw.join('\n'),
    );
    await end(session, '3');
    await see(run.locator('h2', { hasText: 'rolled back' }), 'how it ended');
    const record = await recordOf(session, /RUN-020/);
    assert.match(record, /agreed with the lead/);
    const ticked = (texts[files.entry] ?? '').replace('- [ ] Membership', '- [x] Membership');
    assert.equal(session.read(files.entry), ticked, 'nothing but the tick changed');
  });

  for (const [kind, file] of Object.entries(files).filter(([name]) => name !== 'entry'))
    await session.test(`a ${kind} is carried out from start to end`, async () => {
      await begin(session, file, 'Runbook: Run…');
      const saw = await walk(session, {});
      if (kind === 'playbook')
        assert.ok(
          saw.some((place) => place.includes('Decision Point')),
          saw.join('\n'),
        );
      await end(session, '1');
      await see(run.locator('h2', { hasText: 'succeeded' }), 'how it ended');
      await recordOf(session, /succeeded|Done/i);
    });

  await session.test('the records have no findings', async () => {
    await runCommand(page, 'Problems: Focus on Problems View');
    const rows = page.locator('.markers-panel .monaco-list-row');
    assert.deepEqual(
      (await rows.allInnerTexts()).filter((row) => row.includes('runs/')),
      [],
    );
    await runCommand(page, 'View: Hide Panel');
  });

  await session.test('a window that is reloaded goes on where it was', async () => {
    await begin(session, files.playbook, 'Runbook: Run…');
    await press(session, 'd');
    await answerReason(session);
    const place = await run.locator('#place').innerText();
    await reloadWindow(page);
    await see(run.locator('#place', { hasText: place }), 'the same place');
    await see(page.locator('.statusbar-item', { hasText: 'Launch gift wrap' }), 'the status item');
    await runCommand(page, 'Focus on Runs View');
    await see(treeRows(page, 'Runs').filter({ hasText: 'Launch gift wrap' }), 'the row of the run');
  });

  await session.test('axe accepts the page', async () => {
    assert.deepEqual(await violationsIn(page, '#place', 'html'), []);
    await press(session, 'x');
    assert.deepEqual(await violationsIn(page, '.question', 'html'), []);
    await press(session, 'Escape');
    await end(session, '4');
  });

  await session.test('what is put into a terminal stands there, and nothing of it runs', async () => {
    await begin(session, 'runbooks/RUN-030-paste.md', 'Runbook: Run as Drill…');
    await see(run.locator('.command', { hasText: 'Type it instead' }), 'why it is not put anywhere');
    await see(run.locator('mark', { hasText: 'U+202E' }), 'what nobody would see');
    const log = terminalLog(session.folder);
    const given = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
    await press(session, 't');
    await press(session, 'd');
    await answerReason(session);
    await see(run.locator('#place', { hasText: 'Step 2: Paste' }), 'the next step');
    await press(session, 't');
    await person.answer('kept for this run', 'one');
    await see(run.locator('.said', { hasText: 'was not run' }), 'that it was not run');
    assert.equal(given(), 'echo one; echo "$(date)"');
    await press(session, 't');
    await person.pick('It runs only when you press Enter', 'Put it into the terminal');
    // one key empties the line before, which runs nothing
    await eventually(
      () => given() === 'echo one; echo "$(date)"\u0015rm -rf /srv/old',
      () => `the other line stands there: ${JSON.stringify(given())}`,
    );
    await end(session, '4');
    await runCommand(page, 'View: Hide Panel');
  });
}

/**
 * Runs what a document is.
 * @param {Session} session
 * @param {string} file
 * @param {string} command
 */
async function begin({ page, person }, file, command) {
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, path.basename(file));
  await person.command(command);
  // boxes that are ticked already are kept: that is the first answer
  const question = page.locator('.quick-input-widget .quick-input-title:visible', {
    hasText: 'ticked already',
  });
  const place = webview(page).locator('#place');
  await eventually(
    async () => (await question.count()) + (await place.count()) > 0,
    'the page of the run, or a question',
  );
  if (await question.count()) await page.keyboard.press('Enter');
  await see(place, 'the page of the run');
}

/**
 * Presses a key on the page.
 * @param {Session} session
 * @param {string} key
 */
async function press({ page }, key) {
  await webview(page).locator('#place').focus();
  await page.keyboard.press(key);
}

/**
 * Goes from place to place until nothing is left but to end the run, with a reason wherever one is asked for.
 * @param {Session} session
 * @param {{ failAt?: string }} options words of the step that fails, and is rolled back
 * @returns {Promise<string[]>} the places in order
 */
async function walk(session, { failAt }) {
  const run = webview(session.page);
  /** @type {string[]} */
  const saw = [];
  const here = async () =>
    (await run.locator('.place').innerText()) + (await run.locator('header').innerText());
  for (let steps = 0; steps < 150; steps++) {
    const before = await here();
    saw.push(before.slice(0, 120));
    const main = run.locator('[aria-keyshortcuts="d"]');
    if (await run.locator('.branches').count()) await press(session, '0');
    else if (failAt !== undefined && before.includes('rolled back')) return saw;
    else if (failAt !== undefined && before.includes(failAt) && !before.includes('Rolling back')) {
      await press(session, 'f');
      await session.page.keyboard.type('it does not answer');
      await session.page.keyboard.press('Enter');
      await see(run.locator('.place .tag.bad', { hasText: 'failed' }), 'that it failed');
      await press(session, 'r');
      await session.page.keyboard.press(await firstAnswer(session));
    } else if (/End the (run|drill)/.test(await main.first().innerText())) return saw;
    else await press(session, 'd');
    await eventually(
      async () => (await run.locator('.question').count()) > 0 || (await here()) !== before,
      `something comes after ${before.slice(0, 200)}`,
    );
    await answerReason(session);
    await eventually(async () => (await here()) !== before, `the run goes on from ${before.slice(0, 200)}`);
  }
  throw new Error(`The run does not come to its end: ${saw.slice(-5).join('\n')}`);
}

/** The key of the first answer of a question. @param {Session} session */
async function firstAnswer({ page }) {
  const answer = webview(page).locator('.question button[aria-keyshortcuts]').first();
  await see(answer, 'the question');
  return (await answer.getAttribute('aria-keyshortcuts')) ?? 'Enter';
}

/** Gives a reason where one is asked for. @param {Session} session */
async function answerReason({ page }) {
  const question = webview(page).locator('.question');
  if ((await question.count()) === 0) return;
  await question.locator('input').fill('agreed with the lead');
  await question.locator('input').press('Enter');
  await question.waitFor({ state: 'hidden' });
}

/**
 * Ends the run.
 * @param {Session} session
 * @param {string} key of the outcome
 */
async function end(session, key) {
  const run = webview(session.page);
  await press(session, 'x');
  await see(run.locator('.question h2', { hasText: 'End this' }), 'the question');
  await session.page.keyboard.press(key);
  await see(run.locator('h3', { hasText: 'Summary for the incident channel' }), 'the summary');
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
