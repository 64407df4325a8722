/** Clients that know less than VS Code get what they understand. */
import { expect, it } from 'vitest';
import type { CodeLens, WorkspaceEdit } from 'vscode-languageserver-types';
import { pushClient, startClient } from '../../support/language-client';
import { owner, run001, runbookSaying } from './operations';

const content = { 'SoT.X.md': owner, 'docs/a.md': runbookSaying('First RUN-001, then the rest.') };

it('a client without changes of documents is sent edits without annotations', async () => {
  const capabilities = { workspace: { workspaceEdit: { changeAnnotationSupport: {} } } };
  const client = await startClient(content, { capabilities });
  const edit = await client.at<WorkspaceEdit>('textDocument/rename', 'SoT.X.md', run001.start, {
    newName: 'RUN-002',
  });
  const edits = Object.values(edit.changes ?? {}).flat();
  expect(edits.map(({ newText }) => newText)).toEqual(['RUN-002', 'RUN-002', 'RUN-002']);
  expect(edits.filter((one) => 'annotationId' in one)).toEqual([]);
});

it('settings that a client sends count when it cannot be asked', async () => {
  const client = await startClient(content, { capabilities: {} });
  const lenses = (): Promise<CodeLens[]> =>
    client.request('textDocument/codeLens', { textDocument: { uri: client.uri('SoT.X.md') } });
  expect((await lenses()).length).toBeGreaterThan(0);
  await client.notify('workspace/didChangeConfiguration', {
    settings: { runbook: { codeLens: { enabled: false } } },
  });
  // settings are taken in with the next turn
  await client.request('workspace/symbol', { query: 'RUN-001' });
  expect(await lenses()).toEqual([]);
});

it('a client is asked to tell of changed settings only when it can be', async () => {
  const registered = async (dynamicRegistration: boolean): Promise<boolean> => {
    const capabilities = {
      ...pushClient,
      workspace: { ...pushClient.workspace, didChangeConfiguration: { dynamicRegistration } },
    };
    const client = await startClient(content, { capabilities });
    await client.until(() => client.registrations.includes('workspace/didChangeWatchedFiles'));
    await client.request('workspace/symbol', { query: 'RUN-001' });
    return client.registrations.includes('workspace/didChangeConfiguration');
  };
  expect(await registered(true)).toBe(true);
  expect(await registered(false)).toBe(false);
});
