/** The workspace as a whole: Entries, Coverage, Go to Entry, the report and its files. */
import assert from 'node:assert/strict';
import { eventually, see } from '../../embedded-editor/until.mjs';
import {
  chooseInMenu,
  openFile,
  reloadWindow,
  runCommand,
  showView,
  treeRows,
  view,
  webview,
} from '../../embedded-editor/workbench.mjs';
import { workspaceFiles } from '../session.mjs';

const file = 'SoT.OPERATIONS.md';
const rules = `groups:
  - name: tills
    rules:
      - alert: TillsUnreachable
        expr: up{job="tills"} == 0
        labels:
          severity: page
        annotations:
          summary: No till answers
`;

/** @param {import('../session.mjs').Session} session */
export async function overview(session) {
  const { page, person } = session;
  const files = workspaceFiles('overview');
  await session.open('overview', files);
  const report = webview(page);

  await session.test('entries are listed by prefix, filtered, and gone to', async () => {
    await showView(page, 'Entries');
    const entries = treeRows(page, 'Entries');
    await see(entries.filter({ hasText: /^RUN/ }), 'the group of runbooks');
    await person.command('Runbook: Filter Entries…');
    await page.locator('.quick-input-widget input').first().fill('paper');
    await page.keyboard.press('Enter');
    await see(
      view(page, 'Entries').locator('.message', { hasText: '1 of 5 entries match' }),
      'how many are left',
    );
    await person.click(entries.filter({ hasText: 'MON-002 Paper is out' }), 'the entry');
    await see(page.locator('.tab.active', { hasText: file }), 'its file');
    await person.command('Runbook: Clear Filter');
  });

  await session.test('Go to Entry finds by words of the title', async () => {
    await person.command('Runbook: Go to Entry…');
    await person.pick('An ID or words of a title', 'RUN-002');
    await see(page.locator('.statusbar-item', { hasText: /Ln 30,.*7 selected/ }), 'its id, selected');
  });

  await session.test('several runbooks are marked as tested today, as one undo step', async () => {
    await openFile(page, file);
    await showView(page, 'Coverage');
    const rows = treeRows(page, 'Coverage');
    for (const group of ['Tests out of date', 'Never tested'])
      await person.click(rows.filter({ hasText: group }), group);
    await person.click(rows.filter({ hasText: 'RUN-001 Tills are slow' }), 'a runbook');
    await runCommand(page, 'Focus on Coverage View');
    await person.click(rows.filter({ hasText: 'RUN-002 Printers are silent' }), 'another one', {
      modifiers: ['Control'],
    });
    await chooseInMenu(page, rows.filter({ hasText: 'RUN-002 Printers are silent' }), 'Mark as Tested Today');
    await see(page.locator('.tab.dirty', { hasText: file }), 'the changed file');
    await runCommand(page, 'View: Focus Active Editor Group');
    const text = await session.save(file, /Tested Printers are silent/);
    const dates = [...text.matchAll(/^\*\*Last Tested\*\*: (\S+)$/gm)].map(([, date]) => date);
    assert.equal(new Set(dates).size, 1, dates.join());
    assert.match(text, new RegExp(`^\\| ${dates[0] ?? ''} \\| RUN-001 \\| Tested Tills are slow `, 'm'));
    await page.keyboard.press('Control+z');
    await session.saveAs(file, files[file] ?? '');
  });

  await session.test('the report opens places, and comes back when the window is reloaded', async () => {
    await person.command('Runbook: Show Report');
    await see(report.locator('h1', { hasText: 'Runbook Report' }), 'the report');
    await report.locator('button.link:visible').first().click();
    await see(page.locator('.tab.active', { hasText: file }), 'the file of the place');
    await person.command('Runbook: Show Report');
    await see(report.locator('h1', { hasText: 'Runbook Report' }), 'the report');
    await reloadWindow(page);
    await see(page.locator('.tab.active', { hasText: 'Runbook Report' }), 'its tab');
    await see(report.locator('button.link:visible'), 'what it says');
  });

  for (const [name, ending, words] of /** @type {[string, string, RegExp][]} */ ([
    ['HTML', 'html', /<html[^]*MON-002/],
    ['Markdown', 'md', /^# [^]*MON-002/],
    ['CSV', 'csv', /MON-002/],
  ]))
    await session.test(`the report is saved as ${name} where somebody says`, async () => {
      await person.command('Runbook: Export Report…');
      await person.click(person.row(name), name);
      const path = page.locator('.quick-input-widget input').first();
      await see(page.locator('.quick-input-title', { hasText: 'Export Report' }), 'the question where to');
      await eventually(
        async () => (await path.inputValue()).endsWith(`runbook-report.${ending}`),
        'a name is proposed',
      );
      await path.fill(`${session.workspace}/reports-${ending}.${ending}`);
      await page.keyboard.press('Enter');
      await session.saved(`reports-${ending}.${ending}`, words);
    });

  await session.test('an alert rule without a runbook is in Coverage, and gets one from there', async () => {
    session.write('alerts.yaml', rules);
    await showView(page, 'Coverage');
    const rows = treeRows(page, 'Coverage');
    const alert = rows.filter({ hasText: 'TillsUnreachable' });
    const group = rows.filter({ hasText: 'Alerts without a runbook' }).first();
    await see(group.filter({ hasText: '2/3' }), 'that two alerts have none');
    if ((await group.getAttribute('aria-expanded')) === 'false') await group.click();
    await chooseInMenu(page, alert, 'Write Runbook…');
    await person.answer('Title of the entry');
    // what is written takes the focus, and with it the list of commands
    await see(page.locator('.tab.dirty', { hasText: file }), 'the changed file');
    await eventually(async () => {
      await person.command('File: Save All');
      return session.read('alerts.yaml').includes('runbook_url: RUN-004');
    }, 'the rule names its runbook');
    await session.saved(file, /^## RUN-004: TillsUnreachable$/m);
    await see(group.filter({ hasText: '1/3' }), 'that one alert has none');
  });
}
