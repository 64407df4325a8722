import { symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Location, LocationLink, WorkspaceEdit } from 'vscode-languageserver/node';
import { pushClient, startClient, type TestClient } from '../../support/language-client';
import { owner, runbookSaying, wordsLine } from './operations';

const rule = 'dangling-id';
const capabilities = { ...pushClient, workspace: { ...pushClient.workspace, workspaceFolders: true } };
const content = {
  'ops/SoT.X.md': owner,
  'shop/a.md': runbookSaying('RUN-010 and RUN-055'),
  'shop/.runbook.yaml': '',
};
const joining = { ...content, 'shop/.runbook.yaml': 'join: [../ops]\n' };
const atWords = { line: wordsLine, character: 2 };
const both = [`${rule} ${String(wordsLine)}:0`, `${rule} ${String(wordsLine)}:12`];

async function targets(client: TestClient, path: string): Promise<string[]> {
  const links = await client.at<LocationLink[]>('textDocument/definition', path, atWords);
  return links.map(({ targetUri }) => client.path(targetUri));
}

describe('each folder is a workspace of its own', () => {
  it('so that ids of one are not known in the other', async () => {
    const client = await startClient(content, { folders: ['ops', 'shop'], capabilities });
    await client.until(() => client.findings('shop/a.md', rule).length > 0);
    expect(client.findings('shop/a.md', rule)).toEqual(both);
    expect(await targets(client, 'shop/a.md')).toEqual([]);
  });

  it('so that two clones have nothing to do with each other', async () => {
    const notes = runbookSaying('RUN-010 and RUN-055');
    const client = await startClient(
      { 'one/SoT.X.md': owner, 'one/a.md': notes, 'two/SoT.X.md': owner, 'two/a.md': notes },
      { folders: ['one', 'two'], capabilities },
    );
    await client.until(() => client.findings('two/a.md', rule).length > 0);
    for (const clone of ['one', 'two']) {
      expect(client.findings(`${clone}/SoT.X.md`, 'duplicate-id')).toEqual([]);
      expect(await targets(client, `${clone}/a.md`)).toEqual([`${clone}/SoT.X.md`]);
    }
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', 'one/a.md', atWords, {
      newName: 'RUN-011',
    });
    const changed = (edit.documentChanges ?? []).map((one) =>
      'textDocument' in one ? client.path(one.textDocument.uri) : '',
    );
    expect(changed.sort()).toEqual(['one/SoT.X.md', 'one/a.md']);
    const references = await client.at<Location[]>('textDocument/references', 'two/a.md', atWords, {
      context: { includeDeclaration: true },
    });
    expect(references.every(({ uri }) => client.path(uri).startsWith('two/'))).toBe(true);
  });

  it('with a configuration of its own', async () => {
    const client = await startClient(
      {
        ...content,
        'shop/.runbook.yaml': `rules:\n  ${rule}: off\n`,
        'ops/b.md': runbookSaying('RUN-055', 'RUN-021'),
      },
      { folders: ['ops', 'shop'], capabilities },
    );
    await client.until(() => client.findings('ops/b.md', rule).length > 0);
    expect(client.findings('shop/a.md', rule)).toEqual([]);
  });

  it('and the inner one of two owns its documents, until it is removed', async () => {
    const client = await startClient(content, { folders: ['', 'shop'], capabilities });
    await client.until(() => client.findings('shop/a.md', rule).length === 2);
    const shop = { uri: client.uri('shop'), name: 'shop' };
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [shop] } });
    await client.until(() => client.findings('shop/a.md', rule).length === 1);
    expect(client.findings('shop/a.md', rule)).toEqual([both[1]]);
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [shop], removed: [] } });
    await client.until(() => client.findings('shop/a.md', rule).length === 2);
  });
});

describe('a folder that joins another one', () => {
  it('knows the ids of that one as long as it is open, and says so when it is not', async () => {
    const client = await startClient(joining, { folders: ['ops', 'shop'], capabilities });
    await client.until(() => client.findings('shop/a.md', rule).length > 0);
    expect(client.findings('shop/a.md', rule)).toEqual([both[1]]);
    expect(await targets(client, 'shop/a.md')).toEqual(['ops/SoT.X.md']);
    expect(client.diagnosticsOf('shop/.runbook.yaml')).toEqual([]);
    const ops = { uri: client.uri('ops'), name: 'ops' };
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [ops] } });
    await client.until(() => client.diagnosticsOf('shop/.runbook.yaml').length > 0);
    await client.until(() => client.findings('shop/a.md', rule).length === 0);
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [ops], removed: [] } });
    await client.until(() => client.findings('shop/a.md', rule).length === 1);
  });

  it('changes nothing there', async () => {
    const client = await startClient(joining, { folders: ['ops', 'shop'], capabilities });
    await client.until(() => client.findings('shop/a.md', rule).length > 0);
    await expect(
      client.at('textDocument/rename', 'shop/a.md', atWords, { newName: 'RUN-011' }),
    ).rejects.toThrow(/Rename it there/);
  });

  it('follows changes there', async () => {
    const client = await startClient(joining, { folders: ['ops', 'shop'], capabilities });
    await client.until(() => client.findings('shop/a.md', rule).length === 1);
    await client.write('ops/SoT.X.md', owner.replaceAll('RUN-010', 'RUN-055'));
    await client.until(() => client.findings('shop/a.md', rule).join() === both[0]);
  });
});

describe('what is of no folder', () => {
  it.each(['outside.md', 'untitled', 'shop/left-out/SoT.X.md'])('is judged alone: %s', async (path) => {
    const client = await startClient(
      {
        ...content,
        'shop/SoT.X.md': owner,
        'shop/.runbook.yaml': 'exclude: [left-out]\n',
        'outside.md': owner,
      },
      { folders: ['shop'], capabilities },
    );
    await client.until(() => client.findings('shop/a.md', rule).length > 0);
    const uri = path === 'untitled' ? 'untitled:Untitled-1' : client.uri(path);
    await client.openUri(uri, owner.replace('RUN-010', 'RUN-055'));
    await client.until(() => client.pushed.has(uri));
    expect(client.findings('shop/SoT.X.md', 'duplicate-id')).toEqual([]);
    expect(
      client.pushed
        .get(uri)
        ?.at(-1)
        ?.diagnostics.map(({ code }) => code),
    ).not.toContain('duplicate-id');
    expect(client.findings('shop/a.md', rule)).toEqual([both[1]]);
  });
});

it('a file that is opened through a link is the file of the folder', async () => {
  const client = await startClient({ 'ops/SoT.X.md': owner }, { folders: ['ops'], capabilities });
  await client.until(() => client.diagnosticsOf('ops/SoT.X.md').length > 0);
  symlinkSync(fileURLToPath(client.uri('ops')), fileURLToPath(client.uri('alias')));
  await client.open('alias/SoT.X.md', `${owner}\nRUN-077\n`);
  await client.until(() => client.findings('alias/SoT.X.md', rule).length > 0);
  expect(client.findings('alias/SoT.X.md', 'duplicate-id')).toEqual([]);
  await client.close('alias/SoT.X.md');
  await client.until(() => client.findings('ops/SoT.X.md', rule).length === 0);
});
