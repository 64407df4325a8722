/** What is known of a folder comes back as it was saved, or not at all. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EntryStore } from '../../../server/src/disk/entry-store';
import {
  digestOf,
  FolderSnapshots,
  toLine,
  type FileSnapshot,
  type SnapshotKey,
} from '../../../server/src/files/folder-snapshots';
import { readProgram } from '../../../server/src/disk/program';
import { sha256 } from '../../../server/src/disk/sha256';
import { temporaryFolder } from '../disk/temporary-folder';

const key: SnapshotKey = { folder: 'file:///w', rules: 'the rules' };
const files: readonly FileSnapshot[] = [
  { uri: 'file:///w/a.md', digest: 'A', values: [['x', 1], null] },
  { uri: 'file:///w/ä%20b.md', digest: 'B', values: ['two\nlines', ''] },
  { uri: 'file:///w/c.md', digest: 'C', values: {} },
];
const about = { today: '2026-11-20', skipped: ['binary.md'] };

interface Place {
  readonly store: EntryStore;
  readonly snapshots: FolderSnapshots;
  readonly tool: string;
  readonly folder: string;
}

function open(store: EntryStore, ...tool: readonly string[]): FolderSnapshots {
  const program = readProgram(tool);
  if (program === null) throw new Error('the tool cannot be read');
  return new FolderSnapshots(store, program, sha256);
}

function newPlace(): Place {
  const tool = join(temporaryFolder({ 'tool.js': '1' }), 'tool.js');
  const folder = join(temporaryFolder(), 'folders');
  const store = new EntryStore(folder);
  return { store, snapshots: open(store, tool), tool, folder };
}

async function written(lines: readonly Uint8Array[] = files.map(toLine)): Promise<Place> {
  const place = newPlace();
  await place.snapshots.write(key, about, lines);
  return place;
}

/** All that is read, or null for nothing. */
async function everything(snapshots: FolderSnapshots, asked = key): Promise<unknown> {
  const found = await snapshots.read(asked);
  return found === null ? null : { ...found, files: [...found.files] };
}

it('comes back as it was saved', async () => {
  const { snapshots } = await written();
  expect(await everything(snapshots)).toEqual({ ...about, files });
});

it('comes back to another process of the same tool', async () => {
  const { store, tool } = await written();
  expect(await everything(open(store, tool))).toEqual({ ...about, files });
});

it('holds no files where none were known', async () => {
  const { snapshots } = await written([]);
  expect(await everything(snapshots)).toEqual({ ...about, files: [] });
});

describe('nothing comes back', () => {
  it('where nothing was kept', async () => {
    expect(await everything(newPlace().snapshots)).toBeNull();
  });

  it('to another tool', async () => {
    const { store, tool } = await written();
    writeFileSync(tool, '2');
    expect(await everything(open(store, tool))).toBeNull();
  });

  it.each([
    ['other rules', { ...key, rules: 'other rules' }],
    ['another folder', { ...key, folder: 'file:///w/a' }],
  ])('on other key: %s', async (_, asked) => {
    const { snapshots } = await written();
    expect(await everything(snapshots, asked)).toBeNull();
    expect(await everything(snapshots)).not.toBeNull();
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['emptied', () => Buffer.of()],
    ['changed in one place', (bytes: Buffer) => Buffer.from(bytes.toString().replace('"A"', '"B"'))],
    ['overwritten', () => Buffer.from('{}')],
  ])('of a file that was %s', async (_, damage) => {
    const { snapshots, folder } = await written();
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.entry'));
    writeFileSync(join(folder, name), damage(readFileSync(join(folder, name))));
    expect(await everything(snapshots)).toBeNull();
  });

  it.each(['', '\n', 'null\n', '{}\n', '[]\n', '["x","2026-11-20",[]]\n', '[1'])(
    'of a text that begins as nobody wrote it: %j',
    async (text) => {
      const { snapshots, store, folder } = await written();
      const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.entry'));
      await store.write(name.slice(0, -'.entry'.length), text);
      expect(await everything(snapshots)).toBeNull();
    },
  );
});

it('lines that nobody wrote are passed over, the others come back', async () => {
  const odd = ['', '{', '{"uri":1}', '[]', '["file:///w/x.md"]', '[1,"X",[]]', 'null', '\ufffd\u0000'];
  const lines = odd.map((line) => Buffer.from(`${line}\n`));
  const sound = files.map(toLine);
  const { snapshots } = await written([...lines, ...sound, ...lines]);
  expect(await everything(snapshots)).toEqual({ ...about, files });
});

it('a last line without an end counts', async () => {
  const [first, ...others] = files.map(toLine);
  const { snapshots } = await written([...others, (first ?? Buffer.of()).subarray(0, -1)]);
  expect(await everything(snapshots)).toMatchObject({ files: [...files.slice(1), ...files.slice(0, 1)] });
});

it('a snapshot replaces the one before', async () => {
  const { snapshots, folder } = await written();
  await snapshots.write(key, { today: '2026-11-21', skipped: [] }, []);
  expect(await everything(snapshots)).toEqual({ today: '2026-11-21', skipped: [], files: [] });
  expect(readdirSync(folder).filter((name) => name.endsWith('.entry'))).toHaveLength(1);
});

it('programs of other names save what they know beside each other, those of other versions in its place', async () => {
  const { store, tool, snapshots, folder } = await written();
  const beside = join(temporaryFolder({ 'other.js': '1' }), 'other.js');
  await open(store, beside).write(key, { today: '2026-11-21', skipped: [] }, []);
  expect(await everything(snapshots)).toEqual({ ...about, files });
  writeFileSync(tool, '2');
  await open(store, tool).write(key, about, []);
  expect(readdirSync(folder).filter((name) => name.endsWith('.entry'))).toHaveLength(2);
});

it('a tool whose files are gone cannot be told from others', () => {
  const { tool } = newPlace();
  rmSync(tool);
  expect(readProgram([tool])).toBeNull();
  expect(readProgram([])).toBeNull();
});

describe('the digest of a content', () => {
  const text = Buffer.from('# Notes\n');
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);

  it('takes no account of a byte order mark', () => {
    expect(digestOf(Buffer.concat([mark, text]), sha256)).toBe(digestOf(text, sha256));
  });

  it.each([
    ['a second mark', Buffer.concat([mark, mark, text])],
    ['a mark at the end', Buffer.concat([text, mark])],
    ['other line ends', Buffer.from('# Notes\r\n')],
    ['nothing', Buffer.of()],
  ])('tells apart %s', (_, other) => {
    expect(digestOf(other, sha256)).not.toBe(digestOf(text, sha256));
  });
});
