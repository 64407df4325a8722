import { describe, expect, it } from 'vitest';
import {
  connectClient,
  initialize,
  pullClient,
  pushClient,
  startClient,
} from '../../support/language-client';
import { owner, runbookSaying } from './operations';

const folder = { 'SoT.X.md': owner, 'a.md': runbookSaying('RUN-055 is gone') };

describe('initialize', () => {
  it('names the server and what it can do', async () => {
    const { initialized } = await startClient({});
    expect(initialized?.serverInfo).toEqual({ name: 'runbook', version: '0.0.0-test' });
    expect(initialized?.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      definitionProvider: true,
      referencesProvider: true,
      hoverProvider: true,
      workspaceSymbolProvider: true,
    });
  });

  it('offers diagnostics to ask for only to clients that ask', async () => {
    const pulling = await startClient({}, { capabilities: pullClient });
    expect(pulling.initialized?.capabilities.diagnosticProvider).toMatchObject({
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    const pushed = await startClient({}, { capabilities: pushClient });
    expect(pushed.initialized?.capabilities.diagnosticProvider).toBeUndefined();
  });

  it('watches files where the client lets it', async () => {
    const client = await startClient(folder);
    await client.until(() => client.findings('a.md').length > 0);
    expect(client.registrations).toContain('workspace/didChangeWatchedFiles');
    const plain = await startClient(folder, { capabilities: {} });
    await plain.until(() => plain.findings('a.md').length > 0);
    expect(plain.registrations).toEqual([]);
  });

  it('goes on when the client refuses to watch files', async () => {
    const client = connectClient(folder);
    client.refusesRegistrations = true;
    await initialize(client);
    await client.until(() => client.findings('a.md', 'dangling-id').length > 0);
  });

  it('takes a client that only knows a root folder', async () => {
    const client = connectClient(folder);
    await client.request('initialize', { processId: null, capabilities: {}, rootUri: client.uri('') });
    await client.notify('initialized', {});
    await client.until(() => client.findings('a.md', 'dangling-id').length > 0);
  });

  it('works without any folder, on documents that were never saved', async () => {
    const client = connectClient({});
    await initialize(client, { folders: [] });
    const uri = 'untitled:Untitled-1';
    await client.openUri(uri, '# Playbook: X\n\n## Phase 1: A\n\n## Phase 2: B\n\n```\n');
    await client.until(() => client.pushed.has(uri));
    expect(
      client.pushed
        .get(uri)
        ?.at(-1)
        ?.diagnostics.map(({ code }) => code),
    ).toContain('unclosed-fence');
    const outline = await client.request<{ kind: string }>('runbook/outline', { textDocument: { uri } });
    expect(outline.kind).toBe('playbook');
  });

  it('fixes the day that the client names', async () => {
    const client = connectClient({ 'a.md': runbookSaying('') });
    await client.request('initialize', {
      processId: null,
      capabilities: {},
      rootUri: client.uri(''),
      initializationOptions: { today: '2026-11-03' },
    });
    await client.notify('initialized', {});
    const hover = await client.at<unknown>('textDocument/hover', 'a.md', { line: 0, character: 5 });
    expect(JSON.stringify(hover)).toContain('2 days ago');
  });
});
