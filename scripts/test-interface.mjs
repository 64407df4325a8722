/**
 * `npm run test:interface`: creates documents and inserts entries and parts as a person does, with the keyboard and the mouse
 * in a real VS Code, and counts how much she has to do. Extension tests cannot type into a question.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { openBrowser } from './embedded-editor/browser.mjs';
import { installEmbeddedEditor } from './embedded-editor/install.mjs';
import { editorAddress, startEditorServer } from './embedded-editor/server.mjs';
import { goTo, openFile, openFromExplorer, runCommand, see } from './embedded-editor/workbench.mjs';
import { findingsBesides } from './interface/findings.mjs';
import { Person } from './interface/person.mjs';
import { formatCount } from './support/count.mjs';
import { runQuietly } from './support/process.mjs';
import { projectFolder, workFolder } from './support/project.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';

const failurePicture = path.join(workFolder, 'screenshots', 'test-interface-failure.png');
const count = { passed: 0, failed: 0 };
/** What may be found in a new document: that it is still to be filled in. */
const toFillIn = /^(?:placeholder|unfilled-template|stub-entry|empty-.*)$/;

const folder = temporaryFolder('interface');
const workspace = path.join(folder, 'operations');
mkdirSync(workspace, { recursive: true });
const editor = await installEmbeddedEditor((message) => {
  console.log(message);
});
if (process.env['RUNBOOK_BUILT'] !== '1')
  if (process.env['RUNBOOK_BUILT'] !== '1')
    await runQuietly('build the extension', process.execPath, ['scripts/build.mjs'], { cwd: projectFolder });
const server = await startEditorServer(editor, {
  dataFolder: path.join(folder, 'editor'),
  tests: true,
  settings: { 'files.autoSave': 'off', 'files.eol': '\n', 'explorer.compactFolders': false },
});
const { page, close } = await openBrowser(editor, { width: 1400, height: 900 });
const person = new Person(page);
try {
  const extension = `vscode-remote://${server.host}${projectFolder.replace(/\/$/, '')}`;
  await open(workspace, extension);
  await testNewDocuments();
  await testInsertions();
  await testMenus();
  await testWithoutFolder(extension);
} finally {
  await close();
  await server.stop();
}
process.exitCode = count.failed > 0 ? 1 : 0;
console.log(formatCount(count));

/**
 * @param {string | undefined} target a folder, or nothing
 * @param {string} extension
 */
async function open(target, extension) {
  await page.goto(editorAddress(server, target, [['extensionDevelopmentPath', extension]]));
  await see(page.locator('.monaco-workbench .statusbar'), 'the workbench');
  await person.isThere('Runbook: New Document…');
}

async function testNewDocuments() {
  await test('an empty folder has a first playbook after at most eight interactions', async () => {
    person.begin();
    await person.command('Runbook: New Document…');
    await person.pick('What do you want to write?', 'Playbook');
    await person.answer('What the playbook changes', 'Move the "orders" database');
    await person.pick('Type of the change', 'migration');
    await person.pick('Risk level', 'high');
    await person.answer('File to create');
    assert.ok(person.interactions <= 8, `it took ${String(person.interactions)}`);
    const text = await saved(
      'playbooks/move-the-orders-database.md',
      /^# Playbook: Move the "orders" database$/m,
    );
    assert.match(text, /^title: "Playbook: Move the \\"orders\\" database"$/m);
    assert.match(text, /^risk_level: "high"$/m);
    assert.deepEqual(await findingsBesides(workspace, toFillIn), []);
  });

  await test('its first slot is selected, and Tab leads on', async () => {
    await page.keyboard.type('2h');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Orders live on the new cluster');
    await page.keyboard.press('Control+s');
    const text = await saved('playbooks/move-the-orders-database.md', /Orders live on the new cluster/);
    assert.match(text, /^estimated_duration: "2h"$/m);
    assert.match(text, /^\*\*Estimated Duration:\*\* 2h$/m);
    assert.match(text, /^\*\*Goal:\*\*\nOrders live on the new cluster$/m);
  });

  await test('a first runbook that an alert leads to takes at most twelve', async () => {
    person.begin();
    await person.command('Runbook: New Document…');
    await person.pick('What do you want to write?', 'One situation');
    await person.answer('The situation that the runbook covers', 'Orders database is full');
    await person.pick('Category of the runbook', 'Incident Response');
    await person.answer('File to create');
    await saved(
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
    const text = await saved('SoT.MONITORING.md', /^## MON-001: Free space of the orders database$/m);
    assert.match(
      text,
      /^- \[RUN-001\]\(runbooks\/RUN-001-orders-database-is-full\.md\) - Orders database is full$/m,
    );
    assert.deepEqual(await findingsBesides(workspace, toFillIn), []);
  });

  await test('a file is never overwritten: the next free name is proposed', async () => {
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
    await saved('playbooks/move-the-orders-database-2.md', /^type: "migration"$/m);
  });
}

async function testInsertions() {
  await test('an entry goes into a foreign document only when that is picked', async () => {
    const readme = '# Operations\n\nWords.\n';
    // apart from the others, which know where entries go
    writeFileSync(path.join(workspace, 'README.md'), readme);
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
    await page.keyboard.press('Control+s');
    await saved('README.md', /^# Operations\n\nWords\.\n\n## GTM-001: Announce the move$/m);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+s');
    assert.equal(await saved('README.md', /Words\.\n$/), readme);
  });

  await test('a phase is numbered and registered, its first slot selected, and one undo takes it back', async () => {
    const name = 'move-the-orders-database-2.md';
    const file = `playbooks/${name}`;
    const before = readFileSync(path.join(workspace, file), 'utf8');
    const line = before.split('\n').findIndex((words) => words.startsWith('### Phase 3')) + 1;
    await openFile(page, name);
    await goTo(page, line, 1);
    await person.command('Runbook: Insert Phase');
    await see(page.locator('.tab.active.dirty'), 'the changed playbook');
    await page.keyboard.press('Control+s');
    const text = await saved(file, /^### Phase 4: \[Name of the phase\]$/m);
    assert.match(text, /^- Requires Phase 3/m);
    assert.match(text, /^\| 4 {5}\|/m);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+s');
    assert.equal(await saved(file, /^(?![^]*### Phase 4)/), before);
    await person.command('Runbook: Insert Phase');
    await see(page.locator('.tab.active.dirty'), 'the changed playbook');
    await page.keyboard.type('Look around');
    await page.keyboard.press('Control+s');
    await saved(file, /^### Phase 4: Look around$/m);
  });

  await test('a step and its verification are inserted in a list, each indented as its neighbours', async () => {
    const steps = '## Procedure\n\n1. Stop the writers\n   - Verify: no writes\n2. Copy the files\n';
    const text = `# RUN-002: Move the archive\n\nCategory: Maintenance\nTrigger: A request\nOwner: Data team\n\n${steps}`;
    writeFileSync(path.join(workspace, 'RUN-002-move.md'), text);
    await openFromExplorer(page, 'RUN-002-move.md');
    await goTo(page, 11, 4);
    await person.command('Runbook: Insert Verification');
    await see(page.locator('.tab.active.dirty'), 'the changed runbook');
    await page.keyboard.type('sums agree');
    await page.keyboard.press('Control+s');
    const verified = `${text.trimEnd()}\n   - Verify: sums agree\n`;
    assert.equal(await saved('RUN-002-move.md', /sums agree/), verified);
    await person.command('Runbook: Insert Step');
    await see(page.locator('.tab.active.dirty'), 'the changed runbook');
    await page.keyboard.type('Start the writers');
    await page.keyboard.press('Control+s');
    assert.match(await saved('RUN-002-move.md', /Start the writers/), /^3\. Start the writers$/m);
  });

  await test('what has no place here is refused in words', async () => {
    await openFile(page, 'README.md');
    await person.command('Runbook: Insert Step');
    await delay(1000);
    assert.equal(await page.locator('.tab.active.dirty').count(), 0);
  });
}

async function testMenus() {
  await test('File > New File… offers the documents', async () => {
    await runCommand(page, 'Create: New File...');
    await see(
      page.locator('.quick-input-list .monaco-list-row', { hasText: 'New Playbook…' }),
      'New Playbook…',
    );
    await see(
      page.locator('.quick-input-list .monaco-list-row', { hasText: 'New Release Runbook…' }),
      'the last',
    );
    await person.escape();
  });

  await test('the menu of a folder in the explorer creates a document there', async () => {
    mkdirSync(path.join(workspace, 'ops', 'night'), { recursive: true });
    await runCommand(page, 'View: Show Explorer');
    const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: /^ops$/ });
    await see(row, 'the folder');
    await row.first().click({ button: 'right' });
    const item = page.locator('.monaco-menu .action-item', { hasText: 'New Document…' });
    await see(item, 'the menu');
    await item.first().click();
    await person.pick('What do you want to write?', 'Release Runbook');
    await person.answer('Name of the product', 'Storefront');
    await person.answer('Version that is released', '2.4.0');
    await person.answer('File to create');
    await saved('ops/release-2.4.0.md', /^# Release Runbook: Storefront v2\.4\.0$/m);
  });
}

/** @param {string} extension */
async function testWithoutFolder(extension) {
  await test('without a folder the document is one that was never saved', async () => {
    await open(undefined, extension);
    await person.command('Runbook: New Playbook…');
    await person.answer('What the playbook changes', 'Move the archive');
    await person.pick('Type of the change', 'refactor');
    await person.pick('Risk level', 'low');
    await see(page.locator('.tab.active.dirty', { hasText: /Untitled|Playbook/ }), 'the document');
    await see(page.locator('.view-line', { hasText: '# Playbook: Move the archive' }), 'its title');
  });
}

/**
 * The text of a file once it holds some words.
 * @param {string} file
 * @param {RegExp} words
 */
async function saved(file, words) {
  const full = path.join(workspace, file);
  for (let waited = 0; waited < 20_000; waited += 100) {
    const text = existsSync(full) ? readFileSync(full, 'utf8') : '';
    if (words.test(text)) return text;
    await delay(100);
  }
  const now = existsSync(full) ? readFileSync(full, 'utf8').slice(0, 600) : 'not there';
  throw new Error(`${file} does not get to hold ${String(words)}: ${now}`);
}

/**
 * Runs one test, shows and counts it.
 * @param {string} title
 * @param {() => Promise<void>} body
 */
async function test(title, body) {
  try {
    await body();
    count.passed += 1;
    console.log(`  ✓ ${title}`);
  } catch (error) {
    count.failed += 1;
    console.log(`  ✗ ${title}\n      ${error instanceof Error ? error.message : String(error)}`);
    mkdirSync(path.dirname(failurePicture), { recursive: true });
    await page.screenshot({ path: failurePicture.replace('.png', `-${String(count.failed)}.png`) });
    await page.keyboard.press('Escape');
  }
}
