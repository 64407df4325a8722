/** Clients that know less than VS Code get what they understand. */
import { describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Hover,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { pushClient, startClient, type TestClient } from '../../support/language-client';
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

describe('a client that announces nothing', () => {
  const started = (): Promise<TestClient> => startClient(content, { capabilities: {} });

  it('is told of entries in plain text', async () => {
    const client = await started();
    const hover = await client.at<Hover>('textDocument/hover', 'SoT.X.md', run001.start);
    expect(hover.contents).toMatchObject({ kind: 'plaintext' });
    expect(JSON.stringify(hover.contents)).toContain('API answers with errors');
    expect(JSON.stringify(hover.contents)).not.toMatch(/\*\*|\]\(/);
    await client.open('new.md', 'RUN-');
    const items = await client.at<CompletionItem[]>('textDocument/completion', 'new.md', {
      line: 0,
      character: 4,
    });
    const item = items.find(({ label }) => label === 'RUN-001');
    expect(item?.labelDetails).toBeUndefined();
    expect(item?.detail).toContain('API answers with errors');
    const resolved = await client.request<CompletionItem>('completionItem/resolve', item);
    expect(typeof resolved.documentation).toBe('string');
    expect(resolved.documentation).toContain('API answers with errors');
  });

  it('gets the outline as a list whose names say where they are', async () => {
    const client = await started();
    const symbols = await client.request<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri: client.uri('SoT.X.md') },
    });
    expect(symbols.map(({ name, containerName, location }) => [name, containerName, location.uri])).toEqual([
      ['Operations (SoT File)', undefined, client.uri('SoT.X.md')],
      ...['RUN-001: API answers with errors', 'RUN-010: Disk is full', 'MON-001: Error rate'].map((name) => [
        name,
        'Operations (SoT File)',
        client.uri('SoT.X.md'),
      ]),
    ]);
  });

  it('gets snippets without tab stops, jumps as plain locations and fixes as plain changes', async () => {
    const client = await started();
    const text = `${runbookSaying('RUN-055').replace('**Category**: Maintenance\n', '')}\n`;
    await client.open('docs/a.md', `${text}\n\n`);
    const at = { line: text.split('\n').length, character: 0 };
    const items = await client.at<CompletionItem[]>('textDocument/completion', 'docs/a.md', at);
    expect(items.filter(({ insertTextFormat }) => insertTextFormat === 2)).toEqual([]);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('docs/a.md') },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } },
      context: { diagnostics: [] },
    });
    expect(actions.length).toBeGreaterThan(0);
    for (const { edit } of actions) {
      expect(edit?.documentChanges).toBeUndefined();
      expect(Object.keys(edit?.changes ?? {}).length).toBeGreaterThan(0);
    }
  });

  it('is offered a rename that it need not prepare, and no diagnostics to ask for', async () => {
    const { initialized } = await started();
    expect(initialized?.capabilities.renameProvider).toBe(true);
    expect(initialized?.capabilities.diagnosticProvider).toBeUndefined();
    expect(initialized?.capabilities.positionEncoding).toBe('utf-16');
  });
});
