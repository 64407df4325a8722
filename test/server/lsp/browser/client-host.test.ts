/** A folder that is in the hands of a client is loaded as one on a disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { globSync } from 'tinyglobby';
import { parseConfiguration } from '../../../../server/src/config/parse-configuration';
import { DiskHost } from '../../../../server/src/disk/disk-host';
import { toUri } from '../../../../server/src/disk/paths';
import { FolderSnapshots } from '../../../../server/src/files/folder-snapshots';
import { WorkspaceFiles } from '../../../../server/src/files/workspace-files';
import { WorkspaceRules } from '../../../../server/src/files/workspace-rules';
import { ClientFiles } from '../../../../server/src/lsp/browser/client-files';
import { ClientHost } from '../../../../server/src/lsp/browser/client-host';
import { ClientStore } from '../../../../server/src/lsp/browser/client-store';
import { sha256 } from '../../../../server/src/lsp/browser/sha256';
import { createRunbookService, ruleOptions, type RunbookService } from '../../../../server/src/service';
import { MemoryClient, memoryRoot, type MemoryFiles } from '../../../support/memory-client';
import { today } from '../../../support/workspace';
import { fill, temporaryFolder } from '../../disk/temporary-folder';

const examples = join(import.meta.dirname, '../../../../examples');

interface Loaded {
  readonly service: RunbookService;
  readonly files: WorkspaceFiles;
  readonly problems: readonly string[];
}

async function load(client: MemoryClient, isSaving = false): Promise<Loaded> {
  const service = createRunbookService({ today: () => today });
  const folder = { uri: memoryRoot, name: 'work' };
  service.setFolders([folder]);
  const store = new ClientStore(client, sha256);
  const snapshots = new FolderSnapshots(store, { name: 'web', fingerprint: '1' }, sha256);
  const saving = { snapshots, digest: sha256, today: () => today, terms: () => '', texts: null };
  const files = new WorkspaceFiles(new ClientHost(new ClientFiles(client)), service, ruleOptions, {
    ...(isSaving ? { snapshots: saving } : {}),
  });
  const { problems } = await files.load(folder);
  return {
    service,
    files,
    problems: problems.map(({ uri, message }) => `${uri.slice(memoryRoot.length + 1)}: ${message}`),
  };
}

const names = (service: RunbookService): string[] =>
  [...service.uris()].map((uri) => service.placeOf(uri).path).sort();

/** The findings of all documents by path. */
const findings = (service: RunbookService): unknown =>
  [...service.uris()]
    .map((uri) => [service.placeOf(uri).path, service.plainFindings(uri)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** What a client has of a folder on disk. */
function contentsOf(folder: string): MemoryFiles {
  const paths = globSync('**/*', { cwd: folder, dot: true, expandDirectories: false });
  return Object.fromEntries(paths.map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]));
}

describe('a folder of a client', () => {
  it('has the findings that it has on a disk', async () => {
    const onDisk = createRunbookService({ today: () => today });
    const folder = { uri: toUri(examples), name: 'examples' };
    onDisk.setFolders([folder]);
    await new WorkspaceFiles(new DiskHost(), onDisk, ruleOptions).load(folder);
    const { service } = await load(new MemoryClient(contentsOf(examples)));
    expect(names(service)).toEqual(names(onDisk));
    expect(names(service).length).toBeGreaterThan(10);
    expect(JSON.stringify(findings(service)).replaceAll(memoryRoot, folder.uri)).toBe(
      JSON.stringify(findings(onDisk)),
    );
  });

  it('is searched by the rules that it has on a disk', async () => {
    const content = {
      '.gitignore': 'out/\n*.tmp.md\n!keep.tmp.md\n',
      '.runbook.yaml': 'exclude: [drafts/**]\n',
      'a.md': '# A\n',
      'b.tmp.md': '# B\n',
      'keep.tmp.md': '# Keep\n',
      'out/c.md': '# C\n',
      'drafts/d.md': '# D\n',
      'docs/.gitignore': 'x.md\n',
      'docs/x.md': '# X\n',
      'docs/ä b.md': '# Y\n',
      'node_modules/p/readme.md': '# P\n',
      '.github/g.md': '# G\n',
      '.hidden/h.md': '# H\n',
      'notes.txt': 'text',
    };
    const client = new ClientHost(new ClientFiles(new MemoryClient(content))).openFolder(memoryRoot);
    const folder = temporaryFolder({});
    fill(folder, content);
    const disk = new DiskHost().openFolder(toUri(folder));
    const newRules = (): WorkspaceRules =>
      new WorkspaceRules({
        parseConfiguration: (text) => parseConfiguration(text, new Set()).configuration,
        ignoreCase: false,
      });
    const found = await client.find(newRules());
    expect(found).toEqual(await disk?.find(newRules()));
    expect(found.documents).toEqual(['.github/g.md', 'a.md', 'docs/ä b.md', 'keep.tmp.md']);
    for (const path of Object.keys(content)) {
      expect(client.pathOf(client.uriOf(path))).toBe(path);
      const isDocument = (await client.roleOf(path, newRules())) === 'document';
      expect([path, isDocument]).toEqual([path, found.documents.includes(path)]);
    }
  });

  it('is asked for files in batches', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`docs/${String(index)}.md`, `# Note ${String(index)}\n`]),
    );
    const client = new MemoryClient(many);
    const { service } = await load(client);
    expect(names(service)).toHaveLength(300);
    expect(client.requests.filter((method) => method.endsWith('read')).length).toBeLessThan(8);
    expect(client.requests.filter((method) => method.endsWith('list'))).toHaveLength(2);
  });

  it('follows no links, and reports no links that lead to them', async () => {
    const { service, problems } = await load(
      new MemoryClient({ 'a.md': '# A\n', 'away/b.md': '# B\n', 'c.md': '# C\n' }, ['away', 'c.md']),
    );
    expect(names(service)).toEqual(['a.md']);
    expect(problems).toEqual([]);
  });

  it('goes on where a listing or a file fails, and says so once', async () => {
    const client = new MemoryClient({
      'a.md': '# A\n',
      'gone.md': { error: 'not-found' },
      'secret.md': { error: 'no-permission' },
      'closed.d': { error: 'no-permission' },
      'far.d': { error: 'unavailable' },
      'docs/b.md': '# B\n',
    });
    const { service, files, problems } = await load(client);
    expect(names(service)).toEqual(['a.md', 'docs/b.md']);
    expect(problems).toEqual([
      'closed.d: Access denied. Check its permissions and those of its folder.',
      'far.d: The file system is unavailable. Check the connection, then reload the window.',
      'gone.md: It does not exist.',
      'secret.md: Access denied. Check its permissions and those of its folder.',
    ]);
    expect((await files.rescan()).problems).toEqual([]);
  });

  it('is followed when files change with a word and without one', async () => {
    const client = new MemoryClient({ 'a.md': '# A\n', 'docs/b.md': '# B\n' });
    const { service, files } = await load(client);
    client.write('docs/c.md', '# C\n');
    await files.onChanged(`${memoryRoot}/docs/c.md`);
    expect(names(service)).toEqual(['a.md', 'docs/b.md', 'docs/c.md']);
    client.write('a.md', '# Another\n');
    client.files.delete('docs/b.md');
    client.read.length = 0;
    await files.rescan();
    expect(service.textOf(`${memoryRoot}/a.md`)).toBe('# Another\n');
    expect(names(service)).toEqual(['a.md', 'docs/c.md']);
    expect(client.read).toEqual([`${memoryRoot}/a.md`, `${memoryRoot}/docs/b.md`]);
    client.files.delete('docs/c.md');
    await files.onChanged(`${memoryRoot}/docs`);
    expect(names(service)).toEqual(['a.md']);
  });

  it('is known from the snapshot of an earlier session, but for what changed', async () => {
    const entries = Array.from({ length: 120 }, (_, index): [string, string] => [
      `n${String(index)}.md`,
      `# Note\n\nSee RUN-00${String(index % 3)}.\n`,
    ]);
    const owner = '---\nid_prefix: RUN-XXX\n---\n# Runbooks\n\n## RUN-001: Pool\n\n**ID**: RUN-001\n';
    const client = new MemoryClient({ ...Object.fromEntries(entries), 'SoT.RUNBOOKS.md': owner });
    const first = await load(client, true);
    const expected = findings(first.service);
    await first.files.save();
    expect(client.storage.size).toBe(1);
    client.write('n7.md', '# Note\n\nLinked IDs: RUN-009\n');
    const second = await load(client, true);
    const afresh = await load(client);
    expect(findings(second.service)).toEqual(findings(afresh.service));
    expect(findings(second.service)).not.toEqual(expected);
    expect(second.service.textOf(`${memoryRoot}/n8.md`)).toContain('RUN-002');
  });

  it('is read afresh where its snapshot is damaged', async () => {
    const entries = Array.from({ length: 120 }, (_, index) => [`n${String(index)}.md`, '# Note\n']);
    const client = new MemoryClient(Object.fromEntries(entries) as MemoryFiles);
    const first = await load(client, true);
    findings(first.service);
    await first.files.save();
    for (const [name, bytes] of client.storage) client.storage.set(name, bytes.slice(0, -5));
    expect(names((await load(client, true)).service)).toHaveLength(120);
  });

  it('is a workspace of its own beside another one', async () => {
    const runbooks = (id: string): string =>
      `---\nid_prefix: RUN-XXX\n---\n# Runbooks\n\n## ${id}: Pool\n\n**ID**: ${id}\n`;
    const client = new MemoryClient({
      'a/SoT.RUNBOOKS.md': runbooks('RUN-001'),
      'a/note.md': '# Note\n\nLinked IDs: RUN-001\n',
      'b/SoT.RUNBOOKS.md': runbooks('RUN-002'),
      'b/note.md': '# Note\n\nLinked IDs: RUN-001, RUN-002\n',
    });
    const service = createRunbookService({ today: () => today });
    const folders = ['a', 'b'].map((name) => ({ uri: `${memoryRoot}/${name}`, name }));
    service.setFolders(folders);
    const files = new WorkspaceFiles(new ClientHost(new ClientFiles(client)), service, ruleOptions);
    for (const folder of folders) await files.load(folder);
    const dangling = (path: string): string[] =>
      service
        .plainFindings(`${memoryRoot}/${path}`)
        .filter(({ rule }) => rule === 'dangling-id')
        .map(({ message }) => message.slice(0, 7));
    expect([dangling('a/note.md'), dangling('b/note.md')]).toEqual([[], ['RUN-001']]);
    files.unload(`${memoryRoot}/b`);
    service.setFolders(folders.slice(0, 1));
    expect(names(service)).toEqual(['SoT.RUNBOOKS.md', 'note.md']);
  });

  it('is empty where the client answers nonsense', async () => {
    const client = new MemoryClient({ 'a.md': '# A\n' });
    for (const answer of [
      null,
      3,
      [null],
      [{ entries: [{ name: '../x.md', kind: 'file', isLink: false }] }],
    ]) {
      const sendRequest = (): Promise<unknown> => Promise.resolve(answer);
      const { service } = await load(Object.assign(new MemoryClient({}), { sendRequest }));
      expect(names(service)).toEqual([]);
    }
    const refuse = (): Promise<unknown> => Promise.reject(new Error('no'));
    const refused = await load(Object.assign(client, { sendRequest: refuse }));
    expect(refused.problems).toEqual([': File system error: no']);
  });
});
