import { renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FileChangeType, type Hover, type LocationLink } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { startClient, type TestClient } from '../../support/language-client';
import { owner, runbookSaying, wordsLine } from './operations';

const rule = 'dangling-id';
const content = { 'SoT.X.md': owner, 'a.md': runbookSaying('Follow RUN-055.') };
const finding = `${rule} ${String(wordsLine)}:7`;

/** Waits until `a.md` has this many dangling ids. */
function dangling(client: TestClient, count: number, path = 'a.md'): Promise<void> {
  return client.until(
    () => client.pushed.has(client.uri(path)) && client.findings(path, rule).length === count,
  );
}

async function started(more: Readonly<Record<string, string>> = {}): Promise<TestClient> {
  const client = await startClient({ ...content, ...more });
  await dangling(client, 1);
  return client;
}

describe('what is open in the editor', () => {
  it('lies over what is on disk, and closing falls back to the disk', async () => {
    const client = await started();
    await client.open('SoT.X.md', owner.replaceAll('RUN-010', 'RUN-055'));
    await dangling(client, 0);
    await client.close('SoT.X.md');
    await dangling(client, 1);
  });

  it('counts while the file on disk changes below it', async () => {
    const client = await started();
    await client.open('a.md', runbookSaying('Follow RUN-010.'));
    await dangling(client, 0);
    await client.write('a.md', runbookSaying('Follow RUN-055 and RUN-056.'));
    // an answer about another document tells that the change has been read
    await client.write('marker.md', runbookSaying('Follow RUN-077.', 'RUN-021'), FileChangeType.Created);
    await dangling(client, 1, 'marker.md');
    expect(client.findings('a.md', rule)).toEqual([]);
    await client.close('a.md');
    await dangling(client, 2);
  });

  it('stays when its file is deleted, and goes when it is closed', async () => {
    const client = await started();
    await client.open('a.md', runbookSaying('Follow RUN-055.'));
    await client.delete('a.md');
    const hover = await client.at<Hover | null>('textDocument/hover', 'a.md', { line: 0, character: 4 });
    expect(JSON.stringify(hover)).toContain('Restart the workers');
    await client.close('a.md');
    await dangling(client, 0);
    expect(await client.at('textDocument/hover', 'a.md', { line: 0, character: 4 })).toBeNull();
  });

  it('is edited in steps, behind emoji and across lines', async () => {
    const client = await started();
    await client.open('a.md', runbookSaying('🚒🚒 é Follow RUN-010.'));
    await dangling(client, 0);
    const at = 'RUN-010'.length + '🚒🚒 é Follow '.length;
    const range = (start: number, end: number): object => ({
      start: { line: wordsLine, character: start },
      end: { line: wordsLine, character: end },
    });
    // RUN-010 → RUN-055, one digit after the other, in one message
    await client.change(
      'a.md',
      ...[
        { range: range(at - 2, at - 1), text: '5' },
        { range: range(at - 1, at), text: '5' },
      ].map((change) => Object.assign({ text: change.text }, { range: change.range })),
    );
    await dangling(client, 1);
    expect(client.findings('a.md', rule)).toEqual([`${rule} ${String(wordsLine)}:${String(at - 7)}`]);
    await client.change('a.md', {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: '🧯\n\n',
    });
    await client.until(
      () => client.findings('a.md', rule)[0] === `${rule} ${String(wordsLine + 2)}:${String(at - 7)}`,
    );
    await client.change('a.md', { text: runbookSaying('Nothing.') });
    await dangling(client, 0);
  });

  it('equals the text sent at once after any edits', async () => {
    const client = await started();
    await client.open('a.md', 'x');
    const wanted = runbookSaying('RUN-055, DEP-001 and MON-044 🚒 RUN-066');
    let line = 0;
    let character = 0;
    await client.change('a.md', { text: '' });
    for (const part of wanted.match(/[\s\S]{1,7}/g) ?? []) {
      const start = { line, character };
      await client.change('a.md', { range: { start, end: start }, text: part });
      const lines = part.split('\n');
      line += lines.length - 1;
      character = lines.length === 1 ? character + part.length : (lines.at(-1) ?? '').length;
    }
    await client.open('b.md', wanted.replace('RUN-020', 'RUN-021'));
    await dangling(client, 3, 'b.md');
    await dangling(client, 3);
    expect(client.findings('a.md', rule)).toEqual(client.findings('b.md', rule));
  });

  it('carries its version with its findings', async () => {
    const client = await started();
    await client.open('a.md', runbookSaying('Follow RUN-055.'));
    await client.change('a.md', { text: runbookSaying('Follow RUN-056.') });
    await client.until(() => client.pushed.get(client.uri('a.md'))?.at(-1)?.version === 2);
    expect(client.findings('a.md', rule)).toEqual([finding]);
  });

  it('may be a file that the client spells in its own way', async () => {
    const client = await startClient({ 'SoT.X.md': owner, 'größe/a.md': runbookSaying('RUN-055') });
    const uri = client.uri('größe/a.md').replaceAll('%C3%B6', 'ö').replaceAll('%C3%9F', 'ß');
    expect(uri).not.toBe(client.uri('größe/a.md'));
    await client.openUri(uri, runbookSaying('RUN-055'));
    await client.until(() => client.pushed.has(uri));
    expect(
      client.pushed
        .get(uri)
        ?.at(-1)
        ?.diagnostics.map(({ code }) => code),
    ).toContain(rule);
  });
});

describe('what happens on disk', () => {
  it('is taken in when files are created, changed and deleted', async () => {
    const client = await started();
    await client.write('new.md', runbookSaying('', 'RUN-055'), FileChangeType.Created);
    await dangling(client, 0);
    await client.write('new.md', runbookSaying('', 'RUN-056'));
    await dangling(client, 1);
    await client.write('new.md', runbookSaying('', 'RUN-055'));
    await dangling(client, 0);
    await client.delete('new.md');
    await dangling(client, 1);
  });

  it('is taken in when a file is renamed', async () => {
    const client = await started({ 'old.md': runbookSaying('', 'RUN-030') });
    renameSync(fileURLToPath(client.uri('old.md')), fileURLToPath(client.uri('fresh.md')));
    await client.watched(
      { uri: client.uri('old.md'), type: FileChangeType.Deleted },
      { uri: client.uri('fresh.md'), type: FileChangeType.Created },
    );
    await client.write('a.md', runbookSaying('RUN-030 and RUN-066'));
    await client.until(() => client.findings('a.md', rule)[0] === `${rule} ${String(wordsLine)}:12`);
    const links = await client.at<LocationLink[]>('textDocument/definition', 'a.md', {
      line: wordsLine,
      character: 3,
    });
    expect(links.map(({ targetUri }) => targetUri)).toEqual([client.uri('fresh.md')]);
  });

  it('is taken in when a folder goes or comes back under another name', async () => {
    const client = await startClient({
      'SoT.X.md': owner,
      'a.md': runbookSaying('RUN-031 and RUN-032'),
      'deep/one/x.md': runbookSaying('', 'RUN-031'),
      'deep/y.md': runbookSaying('', 'RUN-032'),
    });
    await client.open('a.md', runbookSaying('RUN-031 and RUN-032'));
    await dangling(client, 0);
    renameSync(fileURLToPath(client.uri('deep')), fileURLToPath(client.uri('moved')));
    // editors tell of the folder that went once, and of the files that came one by one
    await client.watched({ uri: client.uri('deep'), type: FileChangeType.Deleted });
    await dangling(client, 2);
    await client.watched(
      { uri: client.uri('moved/one/x.md'), type: FileChangeType.Created },
      { uri: client.uri('moved/y.md'), type: FileChangeType.Created },
    );
    await dangling(client, 0);
  });

  it('takes the findings of a deleted file away', async () => {
    const client = await started();
    await client.delete('a.md');
    await dangling(client, 0);
    expect(client.diagnosticsOf('a.md')).toEqual([]);
  });

  it('takes away the ownership of a prefix with the last file that had it', async () => {
    const client = await startClient({
      'SoT.X.md': owner,
      'SoT.B.md': '---\nid_prefix: BR\n---\n\n## BR-001: Rule\n\n**ID**: BR-001\n\nRUN-055\n',
    });
    await dangling(client, 1, 'SoT.B.md');
    await client.delete('SoT.X.md');
    await dangling(client, 0, 'SoT.B.md');
  });

  it('follows .gitignore', async () => {
    const client = await started();
    await client.write('.gitignore', 'a.md\n', FileChangeType.Created);
    await dangling(client, 0);
    await client.delete('.gitignore');
    await dangling(client, 1);
  });
});

describe('names of files', () => {
  const names = ['a b.md', 'c#1.md', 'größe/ü.md', "it's (1) [x].md", '100%.md'];

  it.each(names)('%s is one document, however often it comes and goes', async (name) => {
    const client = await started({ [name]: runbookSaying('', 'RUN-040') });
    await client.open('b.md', runbookSaying('RUN-040 and RUN-066', 'RUN-022'));
    await dangling(client, 1, 'b.md');
    const [link] = await client.at<LocationLink[]>('textDocument/definition', 'b.md', {
      line: wordsLine,
      character: 2,
    });
    expect(link?.targetUri).toBe(client.uri(name));
    await client.delete(name);
    await dangling(client, 2, 'b.md');
    await client.write(name, runbookSaying('RUN-077', 'RUN-040'), FileChangeType.Created);
    await dangling(client, 1, 'b.md');
    await dangling(client, 1, name);
    await client.open(name, runbookSaying('RUN-010', 'RUN-040'));
    await dangling(client, 0, name);
    await client.close(name);
    await dangling(client, 1, name);
  });
});
