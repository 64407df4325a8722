import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RunbookApi } from '../../../../client/src/runbook-api.js';
import { eventually } from '../../support/eventually.js';
import { discardEdits, replace, runbookApi } from '../../support/session.js';
import { openDocument, workspaceFile } from '../../support/workspace.js';

suite('Markdown preview', () => {
  const playbook = 'playbooks/move-tracking-to-the-new-region.md';
  let api: RunbookApi;

  suiteSetup(async () => {
    api = await runbookApi();
  });
  teardown(discardEdits);

  /** What the built-in preview shows of a document. */
  async function render(path: string): Promise<string> {
    const document = await vscode.workspace.openTextDocument(workspaceFile(path));
    return vscode.commands.executeCommand<string>('markdown.api.render', document);
  }

  async function eventuallyRendered(path: string, expected: RegExp): Promise<string> {
    let html = '';
    await eventually(
      async () => {
        html = await render(path);
        if (!expected.test(html)) throw new Error(html);
        return true;
      },
      `${path} is rendered with ${String(expected)}`,
    );
    return html;
  }

  const statusIs = (expected: string): Promise<void> =>
    eventually(() => api.status() === expected, `the status is ${expected}`);

  test('shows what a playbook has beyond Markdown', async () => {
    const html = await eventuallyRendered(playbook, /runbook-/);
    assert.match(html, /<span class="runbook-progress[^"]*">\d of \d checked<\/span>/);
    assert.match(html, /<input type="checkbox" class="runbook-box" disabled=""/);
    // what the editor makes anchors of stays as it was
    assert.match(html, /<h3 [^>]*id="phase-1-copy-the-data"/);
  });

  test('shows what entries have beyond Markdown', async () => {
    const html = await eventuallyRendered('runbooks/RUN-101-queue-is-stuck.md', /runbook-/);
    assert.match(html, /<dl [^>]*class="[^"]*runbook-fields/);
    assert.match(html, /<button type="button" class="runbook-copy" hidden=""/);
  });

  test('links identifiers to the document that defines them', async () => {
    const html = await eventuallyRendered('runbooks/RUN-101-queue-is-stuck.md', /runbook-id/);
    assert.match(
      html,
      /<a href="\.\.\/SoT\.DEPLOYMENT\.md#mon-002-[^"]*" class="runbook-id" title="MON-002: /,
    );
  });

  test('leaves other Markdown alone', async () => {
    await eventuallyRendered(playbook, /runbook-/);
    assert.doesNotMatch(await render('notes.md'), /runbook-/);
  });

  test('follows an edit', async () => {
    const path = 'runbooks/RUN-101-queue-is-stuck.md';
    const editor = await openDocument(path);
    await vscode.commands.executeCommand('markdown.showPreviewToSide');
    await eventuallyRendered(path, /class="runbook-id"/);
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await replace(editor, 'Linked IDs: MON-002', 'Linked IDs: MON-077');
    await eventuallyRendered(path, /class="runbook-missing" title="MON-077 is not defined/);
  });

  for (const command of ['markdown.showPreview', 'markdown.reopenAsPreview'])
    test(`${command} keeps the phases and the status`, async function () {
      const known = await vscode.commands.getCommands(true);
      if (!known.includes(command)) this.skip();
      await openDocument(playbook);
      await statusIs('$(book) Playbook  $(check)');
      await vscode.commands.executeCommand(command);
      await eventually(() => vscode.window.activeTextEditor === undefined, 'the preview has the focus');
      assert.equal(api.status(), '$(book) Playbook  $(check)');
      assert.ok(api.phases().length > 0);
    });

  test('is what the phases and the status are about', async () => {
    await openDocument('SoT.RISKS.md');
    await statusIs('$(book) SoT file  $(check)');
    await vscode.commands.executeCommand('markdown.showPreview', workspaceFile(playbook));
    await statusIs('$(book) Playbook  $(check)');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await statusIs('$(book) SoT file  $(check)');
  });
});
