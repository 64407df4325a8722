import { describe, expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { NewEntryResult } from '../../../protocol/src/messages';
import type { CoverageGroup, EntriesResult, EntryPlace, ReportPage } from '../../../protocol/src/overview';
import { startClient } from '../../support/language-client';
import { today } from '../../support/workspace';
import { owner, run001, runbookSaying } from './operations';

const content = { 'SoT.X.md': owner, 'docs/a.md': runbookSaying('First RUN-001, then the rest.') };

describe('overviews', () => {
  it('name documents as the client does', async () => {
    const client = await startClient(content);
    const { documents, entries } = await client.request<EntriesResult>('runbook/entries');
    expect(documents.map(({ uri }) => client.path(uri)).sort()).toEqual(['SoT.X.md', 'docs/a.md']);
    expect(entries.map(({ id }) => id)).toEqual(['MON-001', 'RUN-001', 'RUN-010', 'RUN-020']);
    const groups = await client.request<CoverageGroup[]>('runbook/coverage');
    const places = groups.flatMap(({ rows }) => rows.flatMap(({ place }) => place ?? []));
    expect(new Set(places.map(({ uri }) => client.path(uri)))).toEqual(new Set(['SoT.X.md']));
    const page = await client.request<ReportPage>('runbook/reportPage');
    expect(page.places.every(({ uri }) => uri.startsWith(client.uri('')))).toBe(true);
    expect(page.folders.map(({ name }) => name)).toEqual(['workspace']);
  });

  it('are written as files in the formats of the command line', async () => {
    const client = await startClient(content);
    const text = (format: string): Promise<string> => client.request('runbook/exportReport', { format });
    expect(await text('html')).toMatch(/^<!DOCTYPE html>/);
    expect(await text('markdown')).toMatch(/^# Runbook report: workspace\n/);
    expect(await text('csv')).toMatch(/^folder,kind,id,/);
    await expect(text('exe')).rejects.toThrow('it must be one of html, markdown, csv');
  });

  it('change entries by edits with the versions of open documents', async () => {
    const client = await startClient(content);
    await client.open('SoT.X.md', owner);
    const { edit, ids } = await client.request<{ edit: WorkspaceEdit; ids: string[] }>(
      'runbook/changeEntries',
      {
        change: 'mark-tested',
        entries: [{ uri: client.uri('SoT.X.md'), range: run001, id: 'RUN-001' } satisfies EntryPlace],
      },
    );
    expect(ids).toEqual(['RUN-001']);
    expect(edit.documentChanges).toMatchObject([
      {
        textDocument: { uri: client.uri('SoT.X.md'), version: 1 },
        edits: [{ newText: expect.stringContaining(`**Last Tested**: ${today}`) as string }],
      },
    ]);
  });

  it('write a runbook for an entry, and refuse one where there is no document', async () => {
    const client = await startClient(content);
    const params = { title: ' Error \n rate is high ', category: null };
    const textDocument = { uri: client.uri('SoT.X.md') };
    const range = { start: { line: 16, character: 3 }, end: { line: 16, character: 10 } };
    const [first, ...others] = await client.request<NewEntryResult[]>('runbook/writeRunbook', {
      ...params,
      textDocument,
      answers: { uri: textDocument.uri, range, id: 'MON-001' },
    });
    expect(others).toEqual([]);
    expect(first).toMatchObject({ id: 'RUN-021', uri: textDocument.uri, version: null });
    expect(first?.edits.map(({ newText }) => newText).join()).toContain('RUN-021: Error rate is high');
    await expect(
      client.request('runbook/writeRunbook', { ...params, textDocument: { uri: client.uri('none.md') } }),
    ).rejects.toThrow('is not a Markdown document of this workspace');
    await expect(client.request('runbook/changeEntries', { change: 'eat', entries: [] })).rejects.toThrow(
      'it must be one of mark-tested, deprecate',
    );
  });

  it('are said to have changed to those who want to know', async () => {
    const client = await startClient(content, { initializationOptions: { overviewChanges: true } });
    let told = 0;
    client.connection.onNotification('runbook/overviewChanged', () => {
      told++;
    });
    await expect.poll(() => told).toBe(1);
    for (const text of ['One.', 'Two.', 'Three.']) await client.write('docs/a.md', runbookSaying(text));
    await expect.poll(() => told).toBeGreaterThan(1);
    const other = await startClient(content);
    let toldUnasked = 0;
    other.connection.onNotification('runbook/overviewChanged', () => {
      toldUnasked++;
    });
    await other.write('docs/a.md', runbookSaying('One.'));
    const before = told;
    await client.write('docs/a.md', runbookSaying('Four.'));
    await expect.poll(() => told).toBeGreaterThan(before);
    expect(toldUnasked).toBe(0);
  });
});
