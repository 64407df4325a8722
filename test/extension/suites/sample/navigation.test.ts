import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.js';
import { openDocument, workspaceFile } from '../../support/workspace.js';
import { discardEdits, rangeOf, replace, runbookApi } from '../../support/session.js';

suite('Navigation by id', () => {
  const runbook = workspaceFile('runbooks/RUN-101-queue-is-stuck.md');

  suiteSetup(runbookApi);
  teardown(discardEdits);

  test('F12 goes from an alert to its runbook in another file', async () => {
    const editor = await openDocument('SoT.DEPLOYMENT.md');
    const position = inside(rangeOf(editor.document, 'RUN-101', 'Follow RUN-101'));
    await eventually(async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        editor.document.uri,
        position,
      );
      return found.some((place) => targetOf(place).toString() === runbook.toString());
    }, 'RUN-101 has its definition in the runbook');

    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    await eventually(
      () => vscode.window.activeTextEditor?.document.uri.toString() === runbook.toString(),
      'the runbook is the active editor',
    );
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 0);
  });

  test('references of an entry are found in every file', async () => {
    const { document } = await openDocument('SoT.DEPLOYMENT.md');
    const position = inside(rangeOf(document, 'RUN-001', '## RUN-001'));
    await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        position,
      );
      const files = new Set(found.map(({ uri }) => vscode.workspace.asRelativePath(uri)));
      return ['SoT.DEPLOYMENT.md', 'SoT.RISKS.md', 'features/live-map.md'].every((file) => files.has(file));
    }, 'RUN-001 is referred to in its own and other files');
  });

  test('hovering an id shows the entry behind it', async () => {
    const { document } = await openDocument('SoT.DEPLOYMENT.md');
    const range = rangeOf(document, 'RUN-101', 'Follow RUN-101');
    await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        inside(range),
      );
      const ours = hovers.find(({ contents }) => textOf(contents).includes('Queue is stuck'));
      return ours?.range?.isEqual(range) === true;
    }, 'the title of RUN-101 appears over the whole id');
  });

  test('RUN- completes to the ids of the workspace', async () => {
    const editor = await openDocument('SoT.RISKS.md');
    await replace(editor, 'The answer is RUN-001', 'The answer is RUN-');
    const position = rangeOf(editor.document, 'The answer is RUN-').end;
    await eventually(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        position,
        '-',
      );
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return ['RUN-001', 'RUN-101'].every((id) => labels.includes(id));
    }, 'RUN-001 and RUN-101 are offered');
  });
});

/** A place between the letters and the digits of an id: the editor takes these for two words. */
function inside(id: vscode.Range): vscode.Position {
  return id.start.translate(0, 4);
}

function targetOf(place: vscode.Location | vscode.LocationLink): vscode.Uri {
  return 'targetUri' in place ? place.targetUri : place.uri;
}

function textOf(contents: vscode.Hover['contents']): string {
  return contents
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}
