/** YAML over the wire: alert files are served, any other YAML is none of ours. */
import { describe, expect, it } from 'vitest';
import type { CodeAction, Hover, Location, WorkspaceEdit } from 'vscode-languageserver/node';
import { pushClient, startClient, type TestClient } from '../../support/language-client';
import { owner, runbookSaying } from './operations';

const alerts = `groups:
  - name: api
    rules:
      - alert: ApiDown
        expr: up == 0
        labels: { severity: page }
        annotations:
          runbook_url: RUN-010
      - alert: ApiSlow
        expr: latency > 1
        labels: { severity: page }
`;
const files = {
  'SoT.X.md': owner,
  'a.md': runbookSaying('Follow RUN-010.'),
  'alerts.yaml': alerts,
  'values.yaml': 'runbook: RUN-010\n',
};
const address = { line: 7, character: 25 };

/** Everything that can be asked of a place. */
const requests: readonly (readonly [method: string, extra: object])[] = [
  ['textDocument/documentSymbol', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
  ['textDocument/codeLens', {}],
  ['textDocument/selectionRange', { positions: [{ line: 0, character: 0 }] }],
  [
    'textDocument/inlayHint',
    { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } },
  ],
];

async function opened(name: keyof typeof files): Promise<TestClient> {
  const client = await startClient(files, { capabilities: pushClient });
  await client.request('workspace/symbol', { query: '' });
  await client.open(name, files[name]);
  return client;
}

describe('an alert file', () => {
  it('has findings, definitions, hovers and actions', async () => {
    const client = await opened('alerts.yaml');
    await client.until(() => client.findings('alerts.yaml', 'paging-alert-without-runbook').length > 0);
    const places = await client.at<Location[]>('textDocument/definition', 'alerts.yaml', address);
    expect(places).toHaveLength(1);
    const hover = await client.at<Hover | null>('textDocument/hover', 'alerts.yaml', address);
    expect(JSON.stringify(hover)).toContain('RUN-010');
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: client.uri('alerts.yaml') },
      position: address,
      newName: 'RUN-025',
    });
    expect(JSON.stringify(edit)).toContain('alerts.yaml');
    const start = { line: 8, character: 20 };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('alerts.yaml') },
      range: { start, end: start },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title).join('\n')).toContain('Create a runbook for this alert');
  });

  it.each(requests)('gives nothing to %s', async (method, extra) => {
    const client = await opened('alerts.yaml');
    const textDocument = { uri: client.uri('alerts.yaml') };
    expect(await client.request(method, { textDocument, ...extra })).toEqual([]);
    const tokens = await client.request('textDocument/semanticTokens/full', { textDocument });
    expect(tokens).toEqual({ data: [] });
  });
});

describe('any other YAML', () => {
  it('gets nothing', async () => {
    const client = await opened('values.yaml');
    const textDocument = { uri: client.uri('values.yaml') };
    const position = { line: 0, character: 12 };
    for (const [method, extra] of requests)
      expect(await client.request(method, { textDocument, ...extra })).toEqual([]);
    for (const method of ['definition', 'references', 'documentHighlight', 'completion'])
      expect(
        await client.request(`textDocument/${method}`, {
          textDocument,
          position,
          context: { includeDeclaration: true },
        }),
      ).toEqual([]);
    expect(await client.request('textDocument/hover', { textDocument, position })).toBeNull();
    expect(client.findings('values.yaml')).toEqual([]);
  });
});

describe('what is about Markdown alone', () => {
  const named = ['formatting', 'rangeFormatting', 'onTypeFormatting', 'foldingRange', 'selectionRange'];

  it('is registered for Markdown where a client lets it be', async () => {
    const dynamic = Object.fromEntries(named.map((name) => [name, { dynamicRegistration: true }]));
    const client = await startClient(files, {
      capabilities: { ...pushClient, textDocument: { ...pushClient.textDocument, ...dynamic } },
      initializationOptions: { schemes: ['file'] },
    });
    await client.until(() => client.registrations.includes('textDocument/onTypeFormatting'));
    const capabilities = client.initialized?.capabilities;
    expect(capabilities?.documentFormattingProvider).toBeUndefined();
    expect(capabilities?.foldingRangeProvider).toBeUndefined();
    expect(capabilities?.inlayHintProvider).toBe(true);
    expect(client.registered.get('textDocument/onTypeFormatting')).toEqual({
      documentSelector: [{ language: 'markdown', scheme: 'file' }],
      firstTriggerCharacter: '\n',
    });
  });

  it('is announced to other clients', async () => {
    const client = await startClient(files, { capabilities: pushClient });
    expect(client.initialized?.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      documentSymbolProvider: { label: 'Runbook' },
      foldingRangeProvider: true,
      semanticTokensProvider: { full: true },
    });
  });
});
