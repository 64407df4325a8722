/** Files that come, change and go without a word: a window that gets the focus, a request and a saved document notice. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Hover, Location, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver/node';
import { toPath } from '../../../server/src/disk/paths';
import {
  pullClient,
  pushClient,
  startClient,
  type ClientOptions,
  type TestClient,
} from '../../support/language-client';
import { owner, runbookSaying, wordsLine } from './operations';

const content = { 'SoT.X.md': owner, 'a.md': runbookSaying('Follow RUN-010.') };
const named = { line: wordsLine, character: 9 };

function pathOf(client: TestClient, name: string): string {
  const path = toPath(client.uri(name));
  if (path === null) throw new Error(`${name} is no file`);
  return path;
}

/** Writes files without telling the server. */
function write(client: TestClient, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(pathOf(client, name)), { recursive: true });
    writeFileSync(pathOf(client, name), text);
  }
}

/** Milliseconds until files are looked at again, where a test waits for that. */
const rescanRest = 20;

/** A client whose server has read everything; `options`: when it looks again. */
async function settled(
  files: Readonly<Record<string, string>> = content,
  options: Pick<ClientOptions, 'rescanRest'> = {},
): Promise<TestClient> {
  const client = await startClient(files, { capabilities: pushClient, ...options });
  await client.request('workspace/symbol', { query: '' });
  return client;
}

const focus = (client: TestClient): Promise<void> => client.notify('runbook/rescan', undefined);

describe('a window that gets the focus', () => {
  it('has files that were created, changed, deleted and renamed noticed', async () => {
    const client = await settled(
      {
        ...content,
        'gone.md': runbookSaying('RUN-077'),
        'old.md': runbookSaying('RUN-078'),
      },
      { rescanRest },
    );
    await client.until(() => client.findings('old.md', 'dangling-id').length > 0);
    write(client, { 'new.md': runbookSaying('RUN-055'), 'a.md': runbookSaying('RUN-056') });
    rmSync(pathOf(client, 'gone.md'));
    renameSync(pathOf(client, 'old.md'), pathOf(client, 'moved.md'));
    await focus(client);
    await client.until(
      () =>
        ['new.md', 'a.md', 'moved.md'].every((name) => client.findings(name, 'dangling-id').length === 1) &&
        ['gone.md', 'old.md'].every((name) => client.findings(name).length === 0),
    );
  });

  it('has rules noticed that say which files count', async () => {
    const client = await settled({ ...content, 'drafts/b.md': runbookSaying('RUN-077') }, { rescanRest });
    await client.until(() => client.findings('drafts/b.md', 'dangling-id').length > 0);
    write(client, { '.gitignore': 'drafts\n' });
    await focus(client);
    await client.until(() => client.findings('drafts/b.md').length === 0);
    write(client, { '.runbook.yaml': 'rules:\n  dangling-ids: off\n' });
    await focus(client);
    await client.until(() => client.findings('.runbook.yaml').length === 1);
  });

  it('has a file noticed that has the same size and time', async () => {
    const client = await settled({ ...content, 'b.md': runbookSaying('RUN-010') }, { rescanRest });
    const time = new Date('2026-01-01');
    utimesSync(pathOf(client, 'b.md'), time, time);
    await focus(client);
    write(client, { 'b.md': runbookSaying('RUN-077') });
    utimesSync(pathOf(client, 'b.md'), time, time);
    await focus(client);
    await client.until(() => client.findings('b.md', 'dangling-id').length === 1);
  });

  it('asks nothing of a client where nothing happened', async () => {
    const client = await startClient(
      { ...content, '.runbook.yaml': 'x: 1\n' },
      { capabilities: pullClient, rescanRest },
    );
    await client.request('workspace/symbol', { query: '' });
    write(client, { 'b.md': runbookSaying('RUN-077') });
    const once = client.refreshes;
    await focus(client);
    await client.until(() => client.refreshes === once + 1);
    await focus(client);
    write(client, { 'c.md': runbookSaying('RUN-077') });
    await focus(client);
    await client.until(() => client.refreshes > once + 1);
    expect(client.refreshes).toBe(once + 2);
  });

  it.skipIf(process.platform === 'win32')('has a pipe noticed in the place of a document', async () => {
    const client = await settled({ ...content, 'b.md': runbookSaying('RUN-077') }, { rescanRest });
    await client.until(() => client.findings('b.md', 'dangling-id').length === 1);
    rmSync(pathOf(client, 'b.md'));
    execFileSync('mkfifo', [pathOf(client, 'b.md')]);
    await focus(client);
    await client.until(() => client.findings('b.md').length === 0);
  });

  it('has what is open left as it is there', async () => {
    const client = await settled(content, { rescanRest });
    await client.open('a.md', runbookSaying('RUN-077'));
    write(client, { 'a.md': runbookSaying('RUN-010') });
    await focus(client);
    await client.until(() => client.findings('a.md', 'dangling-id').length === 1);
    await client.close('a.md');
    await client.until(() => client.findings('a.md', 'dangling-id').length === 0);
  });
});

describe('a request that meets a changed file', () => {
  const moved = `${owner.split('## ')[0] ?? ''}\n\n\nA longer beginning.\n\n## ${owner.split('## ').slice(1).join('## ')}`;

  it('is answered from the file as it is: a jump, a hover, references, symbols', async () => {
    const client = await settled();
    const jump = async (): Promise<number | undefined> => {
      const [first] = await client.at<{ targetSelectionRange: { start: { line: number } } }[]>(
        'textDocument/definition',
        'a.md',
        named,
      );
      return first?.targetSelectionRange.start.line;
    };
    const before = await jump();
    write(client, { 'SoT.X.md': moved });
    expect(await jump()).toBe((before ?? 0) + 5);

    write(client, { 'SoT.X.md': owner.replace('Disk is full', 'Disk is broken') });
    expect(JSON.stringify(await client.at<Hover>('textDocument/hover', 'a.md', named))).toContain(
      'Disk is broken',
    );

    write(client, { 'SoT.X.md': moved });
    const references = await client.at<Location[]>('textDocument/references', 'a.md', named, {
      context: { includeDeclaration: true },
    });
    expect(references).toContainEqual(
      expect.objectContaining({
        range: expect.objectContaining({ start: { line: (before ?? 0) + 5, character: 3 } }) as unknown,
      }),
    );

    write(client, { 'SoT.X.md': owner.replace('Disk is full', 'Disk is slow') });
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'RUN-010' });
    expect(symbols.map(({ name }) => name).join()).toContain('Disk is slow');
  });

  it('is not answered with a change of what the file no longer holds', async () => {
    const client = await settled();
    write(client, { 'SoT.X.md': moved });
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', 'a.md', named, { newName: 'RUN-044' });
    const changed = moved.split('\n').findIndex((line) => line.includes('RUN-010'));
    expect(JSON.stringify(edit)).toContain(`"start":{"line":${String(changed)},`);
  });

  it('looks for an id that is defined nowhere, though not each time', async () => {
    const client = await settled({ ...content, 'a.md': runbookSaying('Follow RUN-055.') });
    vi.spyOn(Date, 'now').mockImplementation(() => performance.timeOrigin + performance.now() + 5000);
    write(client, { 'new.md': owner.replaceAll('RUN-010', 'RUN-055') });
    const jump = await client.at<unknown[]>('textDocument/definition', 'a.md', named);
    vi.restoreAllMocks();
    expect(jump).toHaveLength(1);
  });
});

it.each([
  ['opened', (client: TestClient) => client.open('a.md', content['a.md'])],
  [
    'saved',
    (client: TestClient) =>
      client.notify('textDocument/didSave', { textDocument: { uri: client.uri('a.md') } }),
  ],
])('a document that is %s has files noticed', async (_, act) => {
  const client = await settled(content, { rescanRest });
  await client.open('a.md', content['a.md']);
  write(client, { 'new.md': runbookSaying('RUN-055') });
  await act(client);
  await client.until(() => client.findings('new.md', 'dangling-id').length === 1);
});

it('a branch of 100 files is switched without a word: the answer right afterwards is true', async () => {
  const branch = (which: string): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [
        `docs/n${String(i)}.md`,
        `# Note ${which}\n\n${i % 2 === 0 ? 'RUN-010' : 'Nothing'} ${which}\n`,
      ]),
    );
  const client = await startClient({ ...content, ...branch('main') }, { capabilities: pullClient });
  const references = (): Promise<Location[]> =>
    client.at('textDocument/references', 'a.md', named, { context: { includeDeclaration: false } });
  expect(await references()).toHaveLength(51);

  const other = Object.fromEntries(
    Object.entries(branch('other')).map(([name, text], i) => [
      i < 50 ? name : name.replace('n', 'm'),
      i < 25 ? '# No\n' : text,
    ]),
  );
  rmSync(pathOf(client, 'docs'), { recursive: true });
  write(client, other);
  const wanted = 1 + Object.values(other).filter((text) => text.includes('RUN-010')).length;
  expect(await references()).toHaveLength(wanted);
});
