import * as vscode from 'vscode';
import type { RunbookApi } from '../../../../client/src/runbook-api.js';
import { commandIds } from '../../../../protocol/src/contributions.js';
import { eventually } from '../../support/eventually.js';
import { openDocument } from '../../support/workspace.js';
import { discardEdits, replace, runbookApi } from '../../support/session.js';

suite('Status item', () => {
  let api: RunbookApi;
  const eventuallyStatus = (expected: string | undefined): Promise<void> =>
    eventually(
      () => {
        if (api.status() !== expected) throw new Error(`the status is ${String(api.status())}`);
        return true;
      },
      `the status is ${String(expected)}`,
    );

  suiteSetup(async () => {
    api = await runbookApi();
  });
  teardown(discardEdits);

  for (const [file, kind] of [
    ['SoT.DEPLOYMENT.md', 'SoT file'],
    ['playbooks/move-tracking-to-the-new-region.md', 'Playbook'],
    ['runbooks/RUN-101-queue-is-stuck.md', 'Runbook entry'],
    ['features/live-map.md', 'Feature runbook'],
    ['releases/release-2.4.0.md', 'Release runbook'],
  ] as const) {
    test(`calls ${file} a ${kind} without findings`, async () => {
      await openDocument(file);
      await eventuallyStatus(`$(book) ${kind}  $(check)`);
    });
  }

  test('is hidden for Markdown of another kind', async () => {
    await openDocument('SoT.RISKS.md');
    await eventuallyStatus('$(book) SoT file  $(check)');
    await openDocument('notes.md');
    await eventuallyStatus(undefined);
  });

  test('counts findings as they come and go', async () => {
    const editor = await openDocument('runbooks/RUN-101-queue-is-stuck.md');
    await eventuallyStatus('$(book) Runbook entry  $(check)');
    await replace(editor, 'Linked IDs: MON-002', 'Linked IDs: MON-077');
    await eventuallyStatus('$(book) Runbook entry  $(warning) 1');
    await vscode.commands.executeCommand('undo');
    await eventuallyStatus('$(book) Runbook entry  $(check)');
  });

  test('comes back after the server was restarted', async () => {
    await openDocument('SoT.RISKS.md');
    await eventuallyStatus('$(book) SoT file  $(check)');
    await vscode.commands.executeCommand(commandIds.restartServer);
    await eventuallyStatus('$(book) SoT file  $(check)');
  });
});
