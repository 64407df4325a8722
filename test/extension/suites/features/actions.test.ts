import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { cursorIn } from '../../support/places.js';
import { actionsAt } from '../../support/providers.js';
import { discardEdits, replace, runbookApi } from '../../support/session.js';
import { openDocument } from '../../support/workspace.js';

const operations = 'SoT.OPERATIONS.md';
const playbook = 'playbooks/move-the-shop.md';

/** A refactoring, where it is offered, after which edit, and what the document holds when it is done. */
interface Refactoring {
  readonly title: string;
  readonly file: string;
  readonly cursor: string;
  readonly after?: string;
  readonly edit?: readonly [from: string, to: string];
  readonly result: string | RegExp;
}

const refactorings: readonly Refactoring[] = [
  {
    title: 'Tick the checkbox',
    file: playbook,
    cursor: '- [ ] The copy is com|plete',
    result: '- [x] The copy is complete',
  },
  {
    title: 'Convert RUN-101 to a link',
    file: 'SoT.RISKS.md',
    cursor: 'RUN-|101,',
    result:
      'The answer is [RUN-101](runbooks/RUN-101-printers-are-silent.md#run-101-printers-are-silent), see',
  },
  {
    title: 'Convert link to plain MON-001',
    file: operations,
    cursor: '[MON-|001]',
    after: '2. Watch',
    result: '2. Watch MON-001 for ten minutes',
  },
  {
    title: 'Renumber the steps',
    file: operations,
    cursor: '3. **Miti|gate**',
    edit: ['2. **Mitigate**', '3. **Mitigate**'],
    result: '2. **Mitigate**',
  },
  {
    title: 'Renumber the phases',
    file: playbook,
    cursor: '### Phase| 3',
    edit: ['### Phase 2', '### Phase 3'],
    result: '### Phase 2: Open',
  },
  {
    title: 'Extract the steps of "Rollback Procedure" into RUN-103',
    file: operations,
    cursor: '1. Run `shopctl update| --previous`',
    result: '## RUN-103: Rolling update of the shop: Rollback Procedure',
  },
  {
    title: 'Set Last Tested of RUN-001 to today',
    file: operations,
    cursor: '## RUN-001: Ca|rds',
    result: '**Last Tested**: 2026-11-20',
  },
  {
    title: 'Add a change log row for RUN-001',
    file: operations,
    cursor: '## RUN-001: Ca|rds',
    result: /\| 2026-11-20 \| RUN-001 \|/,
  },
  {
    title: 'Deprecate RUN-001 and name a replacement',
    file: operations,
    cursor: '## RUN-001: Ca|rds',
    result: /RUN-001[^#]*\*\*Status\*\*: Deprecated/s,
  },
  {
    title: 'Convert RUN-101 to a heading with bold fields',
    file: 'runbooks/RUN-101-printers-are-silent.md',
    cursor: 'RUN-101: Pri|nters',
    edit: ['# RUN-101: Printers', 'RUN-101: Printers'],
    result: /^#+ RUN-101: Printers are silent$.*^\*\*Owner\*\*: Shop team$/ms,
  },
  {
    title: 'Move RUN-001 to SoT.RISKS.md (adds RUN to its id_prefix)',
    file: operations,
    cursor: '## RUN-001: Ca|rds',
    result: '[RUN-001](SoT.RISKS.md#run-001-cards-are-declined)',
  },
  {
    title: 'Sort the navigation',
    file: operations,
    cursor: '# Opera|tions',
    edit: [
      '- [MON-001](#mon-001-declined-cards) - Declined cards\n- [MON-002](#mon-002-print-queue) - Print queue',
      '- [MON-002](#mon-002-print-queue) - Print queue\n- [MON-001](#mon-001-declined-cards) - Declined cards',
    ],
    result: '- [MON-001](#mon-001-declined-cards) - Declined cards\n- [MON-002]',
  },
];

suite('Refactorings', () => {
  suiteSetup(runbookApi);
  teardown(discardEdits);

  for (const { title, file, cursor, after, edit, result } of refactorings) {
    test(`offer "${title}"`, async () => {
      const editor = await openDocument(file);
      const { document } = editor;
      if (edit !== undefined) await replace(editor, ...edit);
      const position = cursorIn(document, cursor, after);
      let change: vscode.WorkspaceEdit | undefined;
      await eventually(async () => {
        const actions = await actionsAt(
          document.uri,
          new vscode.Range(position, position),
          vscode.CodeActionKind.Refactor,
        );
        const found = actions.filter((action) => action.title === title);
        assert.equal(found.length, 1, actions.map((action) => action.title).join('; '));
        change = found[0]?.edit;
        return change !== undefined;
      }, 'it is offered once');
      assert.ok(change);
      assert.ok(await vscode.workspace.applyEdit(change));
      const text = document.getText();
      assert.ok(typeof result === 'string' ? text.includes(result) : result.test(text), text);
    });
  }

  test('sort entries that are out of order', async () => {
    const editor = await openDocument('SoT.RISKS.md');
    await replace(editor, '## RISK-001: Provider', '## RISK-004: Provider');
    await replace(editor, '**ID**: RISK-001', '**ID**: RISK-004');
    const position = cursorIn(editor.document, '# Ri|sks');
    const title = 'Sort the entries by ID within each prefix';
    await eventually(async () => {
      const actions = await actionsAt(
        editor.document.uri,
        new vscode.Range(position, position),
        vscode.CodeActionKind.Refactor,
      );
      const edit = actions.find((action) => action.title === title)?.edit;
      return edit !== undefined && (await vscode.workspace.applyEdit(edit));
    }, 'sorting is offered');
    assert.match(editor.document.getText(), /## RISK-002:.*## RISK-003:.*## RISK-004:/s);
  });

  test('are none in ordinary Markdown', async () => {
    const { document } = await openDocument('notes.md');
    const actions = await actionsAt(
      document.uri,
      new vscode.Range(2, 3, 2, 3),
      vscode.CodeActionKind.Refactor,
    );
    assert.deepEqual(actions, []);
  });
});
