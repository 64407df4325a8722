import { describe, expect, it } from 'vitest';
import type { LocationLink } from 'vscode-languageserver/node';
import { startClient } from '../../support/language-client';
import { owner, runbookSaying, wordsLine } from './operations';

const rule = 'dangling-id';
const capabilities = { workspace: { workspaceFolders: true } };
const content = {
  'ops/SoT.X.md': owner,
  'shop/a.md': runbookSaying('RUN-010 and RUN-055'),
  'shop/.runbook.yaml': '',
};

describe('a workspace of two folders', () => {
  it('is one space of ids', async () => {
    const client = await startClient(content, { folders: ['ops', 'shop'], capabilities });
    await client.until(() => client.findings('shop/a.md', rule).length > 0);
    expect(client.findings('shop/a.md', rule)).toEqual([`${rule} ${String(wordsLine)}:12`]);
    const links = await client.request<{ uri: string }[]>('textDocument/definition', {
      textDocument: { uri: client.uri('shop/a.md') },
      position: { line: wordsLine, character: 2 },
    });
    expect(links.map(({ uri }) => uri)).toEqual([client.uri('ops/SoT.X.md')]);
  });

  it('has a configuration for each', async () => {
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

  it('takes in a folder that is added and forgets one that is removed', async () => {
    const client = await startClient(content, { folders: ['shop'], capabilities });
    // RUN-020 itself makes RUN a prefix of this workspace, so both ids are missed
    await client.until(() => client.findings('shop/a.md', rule).length === 2);
    const ops = { uri: client.uri('ops'), name: 'ops' };
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [ops], removed: [] } });
    await client.until(() => client.findings('shop/a.md', rule).length === 1);
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [ops] } });
    await client.until(() => client.findings('shop/a.md', rule).length === 2);
    const links = await client.at<LocationLink[]>('textDocument/definition', 'shop/a.md', {
      line: wordsLine,
      character: 2,
    });
    expect(links).toEqual([]);
  });

  it('may have one folder inside the other, whose files then count once', async () => {
    const client = await startClient(content, { folders: ['', 'shop'], capabilities });
    await client.until(() => client.findings('shop/a.md', rule).length === 1);
    expect(client.findings('shop/a.md', 'duplicate-id')).toEqual([]);
    const shop = { uri: client.uri('shop'), name: 'shop' };
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [shop] } });
    await client.write('ops/SoT.X.md', owner.replaceAll('RUN-010', 'RUN-055'));
    await client.until(() => client.findings('shop/a.md', rule).join() === `${rule} ${String(wordsLine)}:0`);
  });
});
