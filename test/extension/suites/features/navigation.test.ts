import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { cursorIn, inWords } from '../../support/places.js';
import {
  declarationsAt,
  definitionsAt,
  highlightsAt,
  hoversAt,
  referencesAt,
  workspaceSymbols,
} from '../../support/providers.js';
import { discardEdits, replace, runbookApi } from '../../support/session.js';
import { openDocument } from '../../support/workspace.js';

const operations = 'SoT.OPERATIONS.md';
const playbook = 'playbooks/move-the-shop.md';

const phase1 = `${playbook}:39 «Phase 1: Copy the tickets»`;
const run001 = `${operations}:69 «RUN-001»`;

suite('Definitions', () => {
  suiteSetup(runbookApi);
  teardown(discardEdits);

  for (const [what, file, cursor, after, definition] of [
    ['an id in running text', 'SoT.RISKS.md', 'RUN-|001', 'The answer is', run001],
    [
      'an id in another file',
      operations,
      'RUN-|101 ',
      'Follow RUN-101',
      'runbooks/RUN-101-printers-are-silent.md:1 «RUN-101»',
    ],
    ['the words of a link', operations, '[RUN-|001]', '### Related IDs', run001],
    ['a phase that another requires', playbook, 'Phase| 1', 'Requires', phase1],
    ['a phase in the execution log', playbook, 'Pha|se 1', '## Execution Log', phase1],
  ] as const) {
    test(`are found from ${what}`, async () => {
      const { document } = await openDocument(file);
      const position = cursorIn(document, cursor, after);
      const found = await Promise.all((await definitionsAt(document.uri, position)).map(inWords));
      assert.deepEqual(found, [definition]);
      const declared = await Promise.all((await declarationsAt(document.uri, position)).map(inWords));
      assert.deepEqual(declared, [definition]);
    });
  }

  test('are found from the heading of a rollback, which is a place of its own to the editor', async () => {
    const { document } = await openDocument(playbook);
    const found = await definitionsAt(document.uri, cursorIn(document, 'From Pha|se 1'));
    assert.deepEqual(await Promise.all(found.map(inWords)), [phase1, `${playbook}:124 «### From Phase 1»`]);
  });

  test('are not where ordinary words are', async () => {
    const { document } = await openDocument(operations);
    assert.deepEqual(await definitionsAt(document.uri, cursorIn(document, 'con|tainers')), []);
  });
});

suite('What is connected', () => {
  suiteSetup(runbookApi);
  teardown(discardEdits);

  test('references of an entry are found in every file', async () => {
    const { document } = await openDocument('SoT.RISKS.md');
    const found = await referencesAt(document.uri, cursorIn(document, 'RUN-|001', 'The answer is'));
    const words = await Promise.all(found.map(inWords));
    for (const place of [
      run001,
      `${operations}:18 «RUN-001»`,
      `${operations}:185 «RUN-001»`,
      'SoT.RISKS.md:24 «RUN-001»',
      `${playbook}:83 «RUN-001»`,
      'runbooks/RUN-101-printers-are-silent.md:53 «RUN-001»',
    ])
      assert.ok(words.includes(place), `${place} in\n${words.join('\n')}`);
    assert.equal(new Set(words).size, words.length);
  });

  test('a phase is highlighted wherever its document names it', async () => {
    const { document } = await openDocument(playbook);
    const found = await highlightsAt(document.uri, cursorIn(document, 'Phase| 1', 'Requires'));
    assert.deepEqual(
      found.map(({ range }) => document.lineAt(range.start.line).text),
      [
        '### Phase 1: Copy the tickets',
        '- Requires Phase 1 completion',
        '### From Phase 1',
        '| Phase 1 |         |           |       |',
      ],
    );
  });

  test('the call hierarchy tells what leads to a runbook and where it leads', async () => {
    const { document } = await openDocument('SoT.RISKS.md');
    const [item] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      cursorIn(document, 'RUN-|001', 'The answer is'),
    );
    assert.ok(item);
    assert.equal(item.name, 'RUN-001: Cards are declined');
    const incoming = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    assert.deepEqual(incoming.map(({ from }) => from.name.slice(0, 8)).toSorted(), [
      'DEP-001:',
      'MON-001:',
      'RISK-001',
      'RUN-002:',
      'RUN-101:',
      'RUN-102:',
      'move-the',
    ]);
    const outgoing = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      item,
    );
    assert.deepEqual(outgoing.map(({ to }) => to.name.slice(0, 8)).toSorted(), [
      'DEP-001:',
      'MON-001:',
      'RISK-001',
    ]);
  });

  test('the card over an id tells its state, and links to what it is connected with', async () => {
    const { document } = await openDocument(playbook);
    const [card, ...others] = await hoversAt(document.uri, cursorIn(document, 'RUN-|001'));
    assert.deepEqual(others, []);
    for (const words of [
      'Cards are declined',
      'Active',
      'Owner: Payment team',
      'Last tested: 2026-10-20 (31 days ago)',
      '[MON-001](../SoT.OPERATIONS.md#mon-001-declined-cards)',
    ])
      assert.ok(card?.includes(words), `${words} in\n${String(card)}`);
  });

  test('the card over a phase tells what it is for', async () => {
    const { document } = await openDocument(playbook);
    const [card = ''] = await hoversAt(document.uri, cursorIn(document, 'Phase| 1', 'Requires'));
    assert.match(card, /Copy the tickets/);
  });

  test('entries are found by letters of their id or title, once each', async () => {
    await openDocument(operations);
    for (const [query, name] of [
      ['RUN-101', 'RUN-101: Printers are silent'],
      ['declined cards', 'MON-001: Declined cards'],
      ['mon2pq', 'MON-002: Print queue'],
    ] as const) {
      await eventually(async () => {
        const names = (await workspaceSymbols(query)).map((symbol) => symbol.name.replace(/^#+ /, ''));
        return names.filter((one) => one === name).length === 1;
      }, `${query} finds ${name} once`);
    }
  });

  test('entries without a heading are found too', async () => {
    const editor = await openDocument('runbooks/RUN-101-printers-are-silent.md');
    await replace(editor, '# RUN-101: Printers are silent', 'RUN-101: Printers are silent');
    await eventually(async () => {
      const names = (await workspaceSymbols('RUN-101')).map(({ name }) => name);
      return names.includes('RUN-101: Printers are silent');
    }, 'the plain entry is found');
  });
});
