import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { completionsAt, insertedBy, labelOf } from '../../support/providers.js';
import { discardEdits, rangeOf, replace, runbookApi } from '../../support/session.js';
import { openDocument } from '../../support/workspace.js';

const operations = 'SoT.OPERATIONS.md';
const playbook = 'playbooks/move-the-shop.md';

/** What is offered behind `typed`, which takes the place of `from`. Words that merely occur somewhere are left out. */
async function offered(
  file: string,
  from: string,
  typed: string,
  { after, trigger }: { readonly after?: string; readonly trigger?: string } = {},
): Promise<vscode.CompletionItem[]> {
  const editor = await openDocument(file);
  const { start } = rangeOf(editor.document, from, after);
  await replace(editor, from, typed, after);
  const position = editor.document.positionAt(editor.document.offsetAt(start) + typed.length);
  let items: vscode.CompletionItem[] = [];
  await eventually(async () => {
    const found = await completionsAt(editor.document.uri, position, trigger);
    items = found.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
    return items.length > 0;
  }, `something is offered behind ${typed}`);
  return items;
}

const labelsOf = (items: readonly vscode.CompletionItem[]): string[] => items.map(labelOf);

suite('Completion', () => {
  suiteSetup(runbookApi);
  teardown(discardEdits);

  test('offers runbooks first behind "Runbook:", deprecated ones last among them', async () => {
    const items = await offered('SoT.RISKS.md', 'Nobody can pay. The answer is RUN-001.', '**Runbook**: ');
    assert.deepEqual(labelsOf(items).slice(0, 4), ['RUN-001', 'RUN-101', 'RUN-102', 'RUN-002']);
    assert.match(items[0]?.detail ?? '', /Cards are declined/);
    assert.deepEqual(items[3]?.tags, [vscode.CompletionItemTag.Deprecated]);
  });

  test('offers an alert its runbooks in the column Action', async () => {
    const items = await offered(operations, 'Look at the printer ', 'RUN-', { trigger: '-' });
    assert.deepEqual(labelsOf(items), ['RUN-001', 'RUN-101', 'RUN-102', 'RUN-002']);
  });

  test('writes the link with the right anchor behind "["', async () => {
    const items = await offered('SoT.RISKS.md', 'The answer is RUN-101', 'The answer is [RUN-', {
      trigger: '-',
    });
    const item = items.find((one) => labelOf(one) === 'RUN-101');
    assert.ok(item);
    assert.match(
      insertedBy(item),
      /^RUN-101\]\(runbooks\/RUN-101-printers-are-silent\.md#run-101-printers-are-silent\)$/,
    );
  });

  test('offers entries of other files as targets of links', async () => {
    const items = await offered('SoT.RISKS.md', 'The answer is RUN-101', 'See [x](', { trigger: '(' });
    const item = items.find((one) => labelOf(one) === 'MON-001');
    assert.ok(item);
    assert.equal(insertedBy(item), 'SoT.OPERATIONS.md#mon-001-declined-cards');
  });

  test('offers the fields that an entry lacks', async () => {
    const options = { after: '## MON-002', trigger: '*' };
    const labels = labelsOf(await offered(operations, '**Status**: Active', '**', options));
    assert.ok(labels.includes('Status'), labels.join());
    assert.ok(!labels.includes('Owner'), labels.join());
  });

  test('offers the values of a status and of a category', async () => {
    const after = '## RUN-001';
    const states = labelsOf(await offered(operations, '**Status**: Active', '**Status**: ', { after }));
    assert.ok(
      ['Active', 'Draft', 'Deprecated'].every((state) => states.includes(state)),
      states.join(),
    );
    await discardEdits();
    const categories = labelsOf(
      await offered(operations, '**Category**: Incident Response', '**Category**: ', { after }),
    );
    assert.ok(categories.includes('Maintenance'), categories.join());
  });

  test('offers today for a date', async () => {
    const items = await offered(operations, '2026-10-20', '', { after: '## RUN-001' });
    assert.equal(labelsOf(items)[0], '2026-11-20');
  });

  test('offers owners that the workspace knows', async () => {
    const items = await offered(operations, '**Owner**: Shop team', '**Owner**: ', { after: '## MON-002' });
    assert.ok(['Payment team', 'Shop team'].every((owner) => labelsOf(items).includes(owner)));
  });

  test('offers the headings that an entry lacks, in the order of its template', async () => {
    const options = { after: '## MON-002', trigger: ' ' };
    const labels = labelsOf(await offered(operations, '### Thresholds', '### ', options));
    assert.deepEqual(labels, ['Thresholds']);
  });

  test('offers the keys of the front matter, and their values', async () => {
    const keys = labelsOf(await offered(playbook, 'risk_level: medium', 'ri'));
    assert.ok(keys.includes('risk_level'), keys.join());
    assert.ok(!keys.includes('type'), keys.join());
    await discardEdits();
    const levels = labelsOf(await offered(playbook, 'risk_level: medium', 'risk_level: '));
    assert.ok(
      ['low', 'medium', 'high'].every((level) => levels.includes(level)),
      levels.join(),
    );
  });

  test('offers the names of rules in a comment that silences', async () => {
    const items = await offered(
      'SoT.RISKS.md',
      'Nobody can pay.',
      '<!-- runbook-disable-next-line dangling -->\n',
    );
    assert.ok(labelsOf(items).length > 0);
  });
});
