import { renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DiskHost } from '../../../server/src/disk/disk-host';
import { toUri } from '../../../server/src/disk/paths';
import type { WorkspaceProblem } from '../../../server/src/files/workspace-change';
import { WorkspaceFiles } from '../../../server/src/files/workspace-files';
import { largestDocument } from '../../../server/src/text/document-size';
import { milestone } from '../../../server/src/lsp/milestone';
import {
  createRunbookService,
  ruleNames,
  type Affected,
  type RunbookService,
  type ServiceOptions,
} from '../../../server/src/service';
import { fill, link, temporaryFolder, type FolderContent } from '../disk/temporary-folder';

const entries = '---\nid_prefix: RUN-XXX\n---\n# Entries\n\n## RUN-001: Pool\n\n**ID**: RUN-001\n';

async function openFolders(...paths: string[]): Promise<{
  service: RunbookService;
  files: WorkspaceFiles;
  problems: string[];
}> {
  const service = createRunbookService({ today: () => '2026-11-20' });
  const files = new WorkspaceFiles(new DiskHost(), service, ruleNames);
  const folders = paths.map((path) => ({ uri: toUri(path), name: path }));
  service.setFolders(folders);
  const problems: string[] = [];
  for (const folder of folders)
    problems.push(...(await files.load(folder)).problems.map(({ message }) => message));
  return { service, files, problems };
}

/** Names of the documents that the service knows, in order. */
function names(service: RunbookService): string[] {
  return [...service.uris()].map((uri) => service.placeOf(uri).path).sort();
}

test('documents of several folders do not find each other', async () => {
  const first = temporaryFolder({ 'SoT.A.md': entries });
  const second = temporaryFolder({ 'notes.md': '# Notes\n\nRUN-001\n' });
  const { service, problems } = await openFolders(first, second);
  expect(problems).toEqual([]);
  expect(names(service)).toEqual(['SoT.A.md', 'notes.md']);
  expect(service.editor.definition(toUri(join(second, 'notes.md')), { line: 2, character: 1 })).toEqual([]);
});

test('what is excluded, linked in a circle or no text is left out, the latter with a word', async () => {
  const folder = temporaryFolder({
    'SoT.A.md': entries,
    '.gitignore': 'ignored/\n',
    'ignored/a.md': '# Ignored\n',
    '.runbook.yaml': 'exclude:\n  - drafts/**\n',
    'drafts/b.md': '# Draft\n',
    'sub/loop': link('..'),
    'latin.md': new Uint8Array([0x23, 0x20, 0xe9, 0x0a]),
  });
  const { service, problems } = await openFolders(folder);
  expect(names(service)).toEqual(['SoT.A.md']);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/UTF-8/);
});

test('a renamed folder takes its documents along', async () => {
  const folder = temporaryFolder({ 'old/SoT.A.md': entries, 'notes.md': '# Notes\n\nRUN-001\n' });
  const { service, files } = await openFolders(folder);
  renameSync(join(folder, 'old'), join(folder, 'new'));
  await files.onChanged(toUri(join(folder, 'old')));
  await files.onChanged(toUri(join(folder, 'new')));
  expect(names(service)).toEqual(['new/SoT.A.md', 'notes.md']);
  const [target] = service.editor.definition(toUri(join(folder, 'notes.md')), { line: 2, character: 1 });
  expect(target?.targetUri).toBe(toUri(join(folder, 'new', 'SoT.A.md')));
});

test('an open document counts before it is on files, and after its file is gone', async () => {
  const folder = temporaryFolder({ 'notes.md': '# Notes\n\nRUN-001\n' });
  const { service, files } = await openFolders(folder);
  const uri = toUri(join(folder, 'SoT.A.md'));
  const ask = (): string[] =>
    service.editor
      .definition(toUri(join(folder, 'notes.md')), { line: 2, character: 1 })
      .map(({ targetUri }) => targetUri);
  expect(ask()).toEqual([]);
  service.openDocument(uri, 1, entries);
  expect(ask()).toEqual([uri]);
  fill(folder, { 'SoT.A.md': entries });
  await files.onChanged(uri);
  rmSync(join(folder, 'SoT.A.md'));
  await files.onChanged(uri);
  expect(ask()).toEqual([uri]);
  service.closeDocument(uri);
  expect(ask()).toEqual([]);
});

test('closing a folder forgets its documents, those that another folder holds too excepted', async () => {
  const folder = temporaryFolder({ 'inner/SoT.A.md': entries, 'notes.md': '# Notes\n' });
  const { service, files } = await openFolders(folder, join(folder, 'inner'));
  files.unload(toUri(folder));
  expect([...service.uris()]).toEqual([toUri(join(folder, 'inner', 'SoT.A.md'))]);
});

test('a link to what is left out is no link to nowhere, be it there or not', async () => {
  const links = ['ignored/a.md', 'build/new.md', 'drafts/b.md', 'local.md', 'gone.md'];
  const folder = temporaryFolder({
    'SoT.A.md': `${entries}\n${links.map((path) => `See [it](${path}).`).join('\n\n')}\n`,
    '.gitignore': 'ignored/\nbuild/\nlocal.md\n',
    'ignored/a.md': '# Ignored\n',
    '.runbook.yaml': 'exclude:\n  - drafts/**\n',
    'drafts/b.md': '# Draft\n',
    'local.md': '# Notes\n',
  });
  const { service, files } = await openFolders(folder);
  const missing = (): string[] =>
    service
      .findings(toUri(join(folder, 'SoT.A.md')))
      .filter(({ rule }) => rule.name === 'missing-link-target')
      .map(({ message }) => /"(\S+)" does not exist/.exec(message)?.[1] ?? message);
  expect(missing()).toEqual(['gone.md']);

  fill(folder, { '.gitignore': 'ignored/\n' });
  await files.onChanged(toUri(join(folder, '.gitignore')));
  expect(missing()).toEqual(['build/new.md', 'gone.md']);
});

test('a file that cannot be read is there for links, and missed once it is gone', async () => {
  const notes = '# Notes\n\n[RUN-001](export.md) [RUN-001](gone.md)\n';
  const folder = temporaryFolder({ 'SoT.A.md': entries, 'notes.md': notes, 'export.md': '' });
  truncateSync(join(folder, 'export.md'), largestDocument + 1);
  const { service, files, problems } = await openFolders(folder);
  const missing = (): string[] =>
    service
      .findings(toUri(join(folder, 'notes.md')))
      .filter(({ rule }) => rule.name === 'missing-link-target')
      .map(({ span }) => notes.slice(span.start, span.end));
  expect(problems).toEqual(['It is 2.1 MB; documents above 2 MB are not read. Split it or exclude it.']);
  expect(names(service)).toEqual(['SoT.A.md', 'notes.md']);
  expect(missing()).toEqual(['gone.md']);
  rmSync(join(folder, 'export.md'));
  await files.onChanged(toUri(join(folder, 'export.md')));
  expect(missing()).toEqual(['export.md', 'gone.md']);
  fill(folder, { 'gone.md': new Uint8Array([0x23, 0x20, 0xe9, 0x0a]) });
  await files.onChanged(toUri(join(folder, 'gone.md')));
  expect(missing()).toEqual(['export.md']);
  fill(folder, { 'export.md': '# Export\n' });
  await files.onChanged(toUri(join(folder, 'export.md')));
  expect(missing()).toEqual([]);
});

test('loading lets others have their turn', async () => {
  const folder = temporaryFolder({ 'a.md': '# A\n', 'b.md': '# B\n', 'c.md': '# C\n' });
  const service = createRunbookService({ today: () => '2026-11-20' });
  const known: number[] = [];
  const pace = {
    isDue: true,
    pause(): Promise<void> {
      known.push([...service.uris()].length);
      return Promise.resolve();
    },
  };
  const files = new WorkspaceFiles(new DiskHost(), service, ruleNames, { pace });
  const workspace = { uri: toUri(folder), name: 'workspace' };
  service.setFolders([workspace]);
  await files.load(workspace);
  expect(known).toEqual([1, 2, 3]);
});

describe('before a large folder is read', () => {
  const count = 500;

  /** Files that name an entry, and one late among them that defines it. */
  function largeFolder(more: FolderContent = {}): string {
    const notes = Array.from({ length: count }, (_, index): [string, string] => [
      `a/n${String(index)}.md`,
      '# Note\n\nsee RUN-001\n',
    ]);
    return temporaryFolder({ ...Object.fromEntries(notes), 'z/SoT.Z.md': entries, ...more });
  }

  /** Loads a folder and holds it after the first document that follows the search for ids. */
  async function held(folder: string): Promise<{
    readonly service: RunbookService;
    readonly files: WorkspaceFiles;
    /** Paths of what was read, in order. */
    readonly read: readonly string[];
    /** Lets loading go on, and waits for its end. */
    readonly goOn: () => Promise<readonly WorkspaceProblem[]>;
  }> {
    const made = createRunbookService({ today: () => '2026-11-20' });
    const read: string[] = [];
    const putFile = (uri: string, text: string): Affected => {
      read.push(made.placeOf(uri).path);
      return made.putFile(uri, text);
    };
    const [searchable, stopped, gate] = [milestone(), milestone(), milestone()];
    let isSearchable = false;
    let isStopped = false;
    const pause = (): Promise<void> => {
      if (!isSearchable || isStopped) return Promise.resolve();
      isStopped = true;
      stopped.reach();
      return gate.reached;
    };
    let isCold = false;
    const onCold = (): void => {
      isCold = read.length === 0;
    };
    const files = new WorkspaceFiles(new DiskHost(), { ...made, putFile }, ruleNames, {
      pace: { isDue: true, pause },
      onCold,
    });
    const workspace = { uri: toUri(folder), name: 'workspace' };
    made.setFolders([workspace]);
    const onSearchable = (): void => {
      isSearchable = true;
      searchable.reach();
    };
    const loading = files.load(workspace, { onSearchable });
    await searchable.reached;
    expect(isCold).toBe(true);
    await stopped.reached;
    const goOn = async (): Promise<readonly WorkspaceProblem[]> => {
      gate.reach();
      return (await loading).problems;
    };
    return { service: made, files, read, goOn };
  }

  test('what defines an id is read when it is asked for, and the rest once afterwards', async () => {
    const folder = largeFolder();
    const { service, files, read, goOn } = await held(folder);
    const note = toUri(join(folder, 'a', 'n0.md'));
    service.openDocument(note, 1, '# Note\n\nsee RUN-001\n');
    const ask = (): readonly string[] =>
      service.editor.definition(note, { line: 2, character: 5 }).map(({ targetUri }) => targetUri);
    expect(ask()).toEqual([]);
    const before = read.length;
    await files.loadDefining('RUN-1');
    expect(read.slice(before)).toEqual(['z/SoT.Z.md']);
    expect(ask()).toEqual([toUri(join(folder, 'z', 'SoT.Z.md'))]);
    await files.loadDefining('RUN-1');
    await files.loadDefining('RUN-2');
    expect(read).toHaveLength(before + 1);
    expect(await goOn()).toEqual([]);
    expect(read).toHaveLength(count + 1);
    expect(new Set(read).size).toBe(count + 1);
    await files.loadDefining('RUN-1');
    expect(read).toHaveLength(count + 1);
  });

  test('a file that may define an id and cannot be read is told of once, at the end', async () => {
    const bytes = Buffer.from('## RUN-001: Caf\u00e9\n', 'latin1');
    const folder = largeFolder({ 'y/latin.md': bytes });
    const { service, files, read, goOn } = await held(folder);
    await files.loadDefining('RUN-1');
    expect(read.at(-1)).toBe('z/SoT.Z.md');
    expect((await goOn()).map(({ uri }) => uri)).toEqual([toUri(join(folder, 'y', 'latin.md'))]);
    expect(names(service)).toHaveLength(count + 1);
  });

  test('nothing is searched in a small one', async () => {
    const folder = temporaryFolder({ 'SoT.A.md': entries });
    const service = createRunbookService({ today: () => '2026-11-20' });
    let searched = false;
    const notice = (): void => {
      searched = true;
    };
    const files = new WorkspaceFiles(new DiskHost(), service, ruleNames, { onCold: notice });
    const workspace = { uri: toUri(folder), name: 'workspace' };
    service.setFolders([workspace]);
    await files.load(workspace, { onSearchable: notice });
    await files.loadDefining('RUN-1');
    expect(searched).toBe(false);
    expect(names(service)).toEqual(['SoT.A.md']);
  });
});

test('a link that was judged before its file could not be read leads somewhere', async () => {
  const folder = temporaryFolder({
    'SoT.A.md': `${entries}\nSee [the notes](z.md).\n`,
    'b.md': '# B\n',
    'z.md': Buffer.from([0x41, 0xe9, 0x41]),
  });
  const foundWith = async (options: ServiceOptions): Promise<unknown> => {
    const service = createRunbookService({ today: () => '2026-11-20' }, options);
    const files = new WorkspaceFiles(new DiskHost(), service, ruleNames);
    const root = { uri: toUri(folder), name: 'w' };
    service.setFolders([root]);
    await files.load(root);
    return service.plainFindings(toUri(join(folder, 'SoT.A.md')));
  };
  expect(await foundWith({ modelBudget: 1, judgesEarly: true })).toEqual(await foundWith({}));
});
