import {
  FileChangeType,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { toPlainFinding } from '../../../server/src/lint/plain-finding';
import { pullClient, show, startClient, type TestClient } from '../../support/language-client';
import { findingsOf, openWorkspace, uriOf } from '../../support/workspace';
import { owner, runbookSaying, wordsLine } from './operations';

const rule = 'dangling-id';
const content = { 'SoT.X.md': owner, 'a.md': runbookSaying('**Related IDs**: RUN-055') };

/** What the finding of {@link content} stands on. */
function printOfFinding(): string {
  const documents = openWorkspace(new Map(Object.entries(content)));
  const finding = findingsOf(documents, 'a.md').find((one) => one.rule.name === rule);
  const runbook = documents.runbook(uriOf('a.md'));
  if (finding === undefined || runbook === undefined) throw new Error('nothing is found');
  const { print } = toPlainFinding(finding, runbook, null);
  expect(print.entry).toBe('RUN-020');
  return print.at;
}

describe('a diagnostic', () => {
  it('has its range, severity, source, and a code that links to the page of the rule', async () => {
    const client = await startClient(content);
    await client.until(() => client.findings('a.md', rule).length > 0);
    const diagnostic = client.diagnosticsOf('a.md').find(({ code }) => code === rule);
    expect(diagnostic).toMatchObject({
      range: { start: { line: wordsLine, character: 17 }, end: { line: wordsLine, character: 24 } },
      severity: 2,
      source: 'runbook',
    });
    expect(diagnostic?.codeDescription?.href).toMatch(/^https:.*\/docs\/rules\/dangling-id\.md$/);
  });

  it('names the other place of a duplicate', async () => {
    const client = await startClient({
      'a.md': runbookSaying('', 'RUN-020'),
      'b.md': runbookSaying('', 'RUN-020'),
    });
    await client.until(() => client.findings('b.md', 'duplicate-id').length > 0);
    const related = client.diagnosticsOf('b.md').find(({ code }) => code === 'duplicate-id');
    expect(related?.relatedInformation?.map(({ location }) => location)).toEqual([
      {
        uri: client.uri('a.md'),
        range: { start: { line: 0, character: 2 }, end: { line: 0, character: 9 } },
      },
    ]);
  });
});

describe('pushed diagnostics', () => {
  it('are not sent for files without findings, and nothing is sent twice', async () => {
    const client = await startClient({ ...content, 'notes.md': '# Notes\n', 'more.md': 'text' });
    await client.until(() => client.findings('a.md', rule).length > 0);
    await client.open('notes.md', '# Notes\n');
    await client.change('notes.md', { text: '# More notes\n' });
    await client.until(() => client.pushed.get(client.uri('notes.md'))?.at(-1)?.version === 2);
    expect(client.pushed.has(client.uri('more.md'))).toBe(false);
    expect(client.pushed.get(client.uri('a.md'))).toHaveLength(1);
  });

  it('keep to open files when the setting says so', async () => {
    const capabilities = { workspace: { configuration: true } };
    const client = await startClient(
      { ...content, 'b.md': runbookSaying('RUN-056', 'RUN-021') },
      { capabilities, settings: { diagnostics: { scope: 'openFiles' } } },
    );
    await client.open('b.md', runbookSaying('RUN-056', 'RUN-021'));
    await client.until(() => client.findings('b.md', rule).length > 0);
    expect(client.diagnosticsOf('a.md')).toEqual([]);

    client.settings = { diagnostics: { scope: 'workspace' } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => client.findings('a.md', rule).length > 0);

    client.settings = { diagnostics: { scope: 'openFiles' } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => client.diagnosticsOf('a.md').length === 0);
    expect(client.findings('b.md', rule)).toHaveLength(1);
  });

  it('show what a baseline accepts as hints, or not at all', async () => {
    const capabilities = { workspace: { configuration: true } };
    const at = printOfFinding();
    const accepted = `{"version":1,"findings":[{"file":"a.md","rule":"${rule}","entry":"RUN-020","at":"${at}"}]}`;
    const client = await startClient(
      { ...content, '.runbook.yaml': 'baseline: baseline.json\n', 'baseline.json': accepted },
      { capabilities },
    );
    const shown = (): readonly unknown[] =>
      client
        .diagnosticsOf('a.md')
        .filter(({ code }) => code === rule)
        .map(({ severity }) => severity);
    await client.until(() => shown().length > 0);
    expect(shown()).toEqual([4]);

    client.settings = { baseline: { show: 'none' } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => shown().length === 0);

    await client.write('baseline.json', '{"version":1,"findings":[]}');
    await client.until(() => shown().includes(2));
    await client.write('baseline.json', accepted);
    await client.until(() => shown().length === 0);
    await client.write('baseline.json', '{');
    await client.until(() => shown().includes(2));
  });

  it('take settings that make no sense for none', async () => {
    const capabilities = { workspace: { configuration: true } };
    const client = await startClient(content, { capabilities, settings: { diagnostics: ['scope'] } });
    await client.until(() => client.findings('a.md', rule).length > 0);
  });
});

describe('diagnostics that the client asks for', () => {
  const pull = (
    client: TestClient,
    path: string,
    previousResultId?: string,
  ): Promise<DocumentDiagnosticReport> =>
    client.request('textDocument/diagnostic', {
      textDocument: { uri: client.uri(path) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  const pullAll = (
    client: TestClient,
    previousResultIds: PreviousResultId[] = [],
  ): Promise<WorkspaceDiagnosticReport> => client.request('workspace/diagnostic', { previousResultIds });
  const itemsOf = (report: DocumentDiagnosticReport): Diagnostic[] =>
    report.kind === 'full' ? report.items : [];

  it('are right before the workspace has been read: the answer waits', async () => {
    const client = await startClient(content, { capabilities: pullClient });
    expect(show(itemsOf(await pull(client, 'a.md')), [rule])).toEqual([`${rule} ${String(wordsLine)}:17`]);
  });

  it('are unchanged until something changes', async () => {
    const client = await startClient(content, { capabilities: pullClient });
    await client.open('a.md', content['a.md']);
    const first = await pull(client, 'a.md');
    expect(await pull(client, 'a.md', first.resultId)).toEqual({
      kind: 'unchanged',
      resultId: first.resultId,
    });
    await client.change('a.md', { text: runbookSaying('Nothing.') });
    const second = await pull(client, 'a.md', first.resultId);
    expect(second.kind).toBe('full');
    expect(show(itemsOf(second), [rule])).toEqual([]);
  });

  it('are never pushed as well', async () => {
    const client = await startClient(content, { capabilities: pullClient });
    await client.open('a.md', content['a.md']);
    await client.until(() => client.refreshes > 0);
    const before = client.refreshes;
    await client.write('b.md', runbookSaying('RUN-056', 'RUN-021'), FileChangeType.Created);
    await client.until(() => client.refreshes > before);
    expect([...client.pushed.keys()]).toEqual([]);
  });

  it('are to be asked for again when a change reaches other files', async () => {
    const client = await startClient(content, { capabilities: pullClient });
    await client.open('SoT.X.md', owner);
    await client.until(() => client.refreshes > 0);
    const before = client.refreshes;
    await client.change('SoT.X.md', { text: owner.replaceAll('RUN-010', 'RUN-055') });
    await client.until(() => client.refreshes > before);
    expect(show(itemsOf(await pull(client, 'a.md')), [rule])).toEqual([]);
  });

  it('cover the workspace, and tell of files that are gone', async () => {
    const client = await startClient({ ...content, 'notes.md': '# Notes\n' }, { capabilities: pullClient });
    const { items } = await pullAll(client);
    expect(items.map(({ uri }) => client.path(uri))).not.toContain('notes.md');
    const found = items.find(({ uri }) => uri === client.uri('a.md')) as FullDocumentDiagnosticReport;
    expect(show(found.items, [rule])).toHaveLength(1);
    const known = items.flatMap(({ uri, resultId }) =>
      resultId === undefined ? [] : [{ uri, value: resultId }],
    );
    expect((await pullAll(client, known)).items.map(({ kind }) => kind)).toEqual(
      known.map(() => 'unchanged'),
    );
    await client.until(() => client.refreshes > 0);
    const before = client.refreshes;
    await client.delete('a.md');
    await client.until(() => client.refreshes > before);
    const after = (await pullAll(client, known)).items.find(({ uri }) => uri === client.uri('a.md'));
    expect(after).toMatchObject({ kind: 'full', items: [] });
  });

  it('are taken back behind a document that closes, whose results clients forget', async () => {
    const client = await startClient({ ...content, 'notes.md': '# Notes\n' }, { capabilities: pullClient });
    await client.open('notes.md', '# Notes\n');
    await client.change('notes.md', { text: runbookSaying('RUN-055', 'RUN-021') });
    expect(itemsOf(await pull(client, 'notes.md'))).not.toEqual([]);
    await client.close('notes.md');
    const { items } = await pullAll(client);
    expect(items.find(({ uri }) => uri === client.uri('notes.md'))).toMatchObject({
      kind: 'full',
      items: [],
    });
  });
});
