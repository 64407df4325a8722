import { describe, expect, it } from 'vitest';
import { FileChangeType, type Diagnostic } from 'vscode-languageserver/node';
import { pullClient, pushClient, startClient } from '../../support/language-client';
import { owner, runbookSaying } from './operations';

const rule = 'dangling-id';
const content = { 'SoT.X.md': owner, 'docs/a.md': runbookSaying('RUN-055') };

describe('.runbook.yaml', () => {
  it('decides severities, as soon as it is saved', async () => {
    const client = await startClient({ ...content, '.runbook.yaml': `rules:\n  ${rule}: error\n` });
    const severity = (): number | undefined =>
      client.diagnosticsOf('docs/a.md').find(({ code }) => code === rule)?.severity;
    // the id stands in prose: information, which the setting for the usual severity leaves alone
    await client.until(() => severity() === 3);
    await client.write('.runbook.yaml', `rules:\n  ${rule}: off\n`);
    await client.until(() => client.findings('docs/a.md', rule).length === 0);
    await client.delete('.runbook.yaml');
    await client.until(() => severity() === 3);
    await client.write('docs/.runbook.yaml', `rules:\n  ${rule}: off\n`, FileChangeType.Created);
    await client.until(() => client.findings('docs/a.md', rule).length === 0);
  });

  it('shows its mistakes at their places', async () => {
    const client = await startClient({ ...content, '.runbook.yaml': 'rules:\n  danglin-id: error\n' });
    await client.until(() => client.diagnosticsOf('.runbook.yaml').length > 0);
    expect(client.diagnosticsOf('.runbook.yaml')).toMatchObject([
      {
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 12 } },
        code: 'configuration',
        source: 'runbook',
      },
    ]);
    expect(client.diagnosticsOf('.runbook.yaml')[0]?.message).toContain('dangling-id');
  });

  it('shows the mistakes of the open text, and those on disk again once it is closed', async () => {
    const client = await startClient({ ...content, '.runbook.yaml': 'rulez:\n' });
    await client.until(() => client.diagnosticsOf('.runbook.yaml').length > 0);
    await client.open('.runbook.yaml', 'rulez:\n', 'yaml');
    await client.change('.runbook.yaml', { text: 'rules:\n' });
    await client.until(() => client.diagnosticsOf('.runbook.yaml').length === 0);
    await client.change('.runbook.yaml', { text: '# 🚒\nrules:\n  x: off\n' });
    await client.until(() => client.findings('.runbook.yaml').join() === 'configuration 2:2');
    await client.close('.runbook.yaml');
    await client.until(() => client.findings('.runbook.yaml').join() === 'configuration 0:0');
  });

  it('shows them too when it is not saved at all, or the client asks', async () => {
    const client = await startClient(content, { capabilities: pullClient });
    await client.open('docs/.runbook.yaml', 'rulez:\n', 'yaml');
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: client.uri('docs/.runbook.yaml') },
    });
    expect(items.map(({ code }) => code)).toEqual(['configuration']);
  });

  it('is followed when it says what a document is, also for what was asked before it was read', async () => {
    const client = await startClient({
      'notes.md': '# Notes\n\n## Phase 1: Look\n',
      '.runbook.yaml': 'kinds:\n  - files: notes.md\n    kind: playbook\n',
    });
    const [symbols, outline] = await Promise.all(
      ['textDocument/documentSymbol', 'runbook/outline'].map((method) =>
        client.request<unknown>(method, { textDocument: { uri: client.uri('notes.md') } }),
      ),
    );
    expect(symbols).toMatchObject([{ name: 'Notes' }]);
    expect(outline).toMatchObject({ kind: 'playbook' });
  });
});

describe('files of another ending that "include" names', () => {
  const files = {
    'SoT.X.md': owner,
    'a.mdx': runbookSaying('RUN-055'),
    'b.txt': runbookSaying('RUN-056'),
    'docs/c.mdx': runbookSaying('RUN-057'),
  };

  it.each([
    ['**/*.mdx', ['a.mdx', 'docs/c.mdx']],
    ['*.{md,mdx}', ['a.mdx', 'docs/c.mdx']],
    ['docs/*.mdx', ['docs/c.mdx']],
    ['b.txt', ['b.txt']],
    ['docs', []],
    ['docs/**', []],
    ['**', []],
  ])('%s', async (glob, documents) => {
    const client = await startClient({ ...files, '.runbook.yaml': `include: ['*.md', '${glob}']\n` });

    await client.request('runbook/report');
    await client.until(() => documents.every((path) => client.findings(path, 'dangling-id').length === 1));
    const found = Object.keys(files).filter((path) => client.findings(path, 'dangling-id').length > 0);
    expect(found.sort()).toEqual([...documents].sort());
  });

  it('are read anew when they change, and as they are typed', async () => {
    const client = await startClient({ ...files, '.runbook.yaml': "include: ['*.md', '*.mdx']\n" });
    await client.until(() => client.findings('a.mdx', 'dangling-id').length === 1);
    await client.write('a.mdx', runbookSaying('RUN-010'));
    await client.until(() => client.findings('a.mdx', 'dangling-id').length === 0);
    await client.open('a.mdx', runbookSaying('RUN-077'), 'mdx');
    await client.until(() => client.findings('a.mdx', 'dangling-id').length === 1);
    await client.close('a.mdx');
    await client.until(() => client.findings('a.mdx', 'dangling-id').length === 0);
    await client.open('b.txt', runbookSaying('RUN-077'), 'plaintext');
    await client.request('workspace/symbol', { query: '' });
    expect(client.findings('b.txt')).toEqual([]);
  });
});

describe('a .runbook.yaml that is being written', () => {
  it('is completed and explained from the text that is open', async () => {
    const client = await startClient(content);
    await client.open('docs/.runbook.yaml', 'rules:\n  dangling-id: \n', 'yaml');
    const at = { line: 1, character: 15 };
    const items = await client.at<{ label: string }[]>('textDocument/completion', 'docs/.runbook.yaml', at);
    expect(items.map(({ label }) => label)).toContain('hint');
    const hover = await client.at('textDocument/hover', 'docs/.runbook.yaml', { line: 1, character: 5 });
    expect(hover).toMatchObject({
      contents: { value: expect.stringContaining('**dangling-id**') as string },
    });
    await client.change('docs/.runbook.yaml', { text: 'k' });
    const keys = await client.at<{ label: string }[]>('textDocument/completion', 'docs/.runbook.yaml', {
      line: 0,
      character: 1,
    });
    expect(keys.map(({ label }) => label)).toContain('kinds');
  });
});

describe('a style that .runbook.yaml extends', () => {
  const dynamic = { dynamicRegistration: true };
  const capabilities = {
    ...pushClient,
    textDocument: { synchronization: dynamic, completion: dynamic, hover: dynamic },
  };
  const files = {
    ...content,
    '.runbook.yaml': 'extends: ./styles/ops [1].yml\n',
    'styles/ops [1].yml': 'kindz: 1\n',
    'docker.yml': 'kindz: 1\n',
  };
  const style = 'styles/ops [1].yml';

  it('is completed, explained and judged as that is', async () => {
    const client = await startClient(files);
    await client.until(() => client.findings(style).join() === 'configuration 0:0');
    await client.open(style, 'kinds:\n  - name: page\n    rolez: {}\n', 'yaml');
    await client.until(() => client.findings(style).join() === 'configuration 2:4');
    const items = await client.at<{ label: string }[]>('textDocument/completion', style, {
      line: 2,
      character: 5,
    });
    expect(items.map(({ label }) => label)).toContain('roles');
    expect(await client.at('textDocument/hover', style, { line: 0, character: 2 })).toMatchObject({
      contents: { value: expect.stringContaining('**kinds**') as string },
    });
    await client.close(style);
    await client.until(() => client.findings(style).join() === 'configuration 0:0');
  });

  it('is so once it is extended, and other YAML is not', async () => {
    const client = await startClient({ ...files, '.runbook.yaml': '' });
    await client.open(style, 'kindz: 1\n', 'yaml');
    await client.open('docker.yml', 'kindz: 1\n', 'yaml');
    const at = { line: 0, character: 1 };
    expect(await client.at<unknown[]>('textDocument/completion', style, at)).toEqual([]);
    await client.write('.runbook.yaml', files['.runbook.yaml']);
    await client.until(() => client.findings(style).length === 1);
    expect(await client.at<unknown[]>('textDocument/completion', style, at)).not.toEqual([]);
    expect(await client.at<unknown[]>('textDocument/completion', 'docker.yml', at)).toEqual([]);
    expect(client.findings('docker.yml')).toEqual([]);
  });

  it('is asked for where the client does not send such files by itself', async () => {
    const client = await startClient(files, { capabilities });
    await client.until(() => client.registrations.includes('textDocument/hover'));
    expect(client.registered.get('textDocument/didOpen')).toEqual({
      documentSelector: [{ scheme: 'file', pattern: '**/styles/ops ?1?.yml' }],
    });
  });
});
