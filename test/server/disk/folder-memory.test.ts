/** What is known of a folder comes back as it was kept, or not at all. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EntryStore } from '../../../server/src/disk/entry-store';
import {
  digestOf,
  FolderMemory,
  toLine,
  type MemoryTerms,
  type RememberedFile,
} from '../../../server/src/disk/folder-memory';
import { readProgram } from '../../../server/src/disk/program';
import { temporaryFolder } from './temporary-folder';

const terms: MemoryTerms = { folder: 'file:///w', rules: 'the rules' };
const files: readonly RememberedFile[] = [
  { uri: 'file:///w/a.md', digest: 'A', values: [['x', 1], null] },
  { uri: 'file:///w/ä%20b.md', digest: 'B', values: ['two\nlines', ''] },
  { uri: 'file:///w/c.md', digest: 'C', values: {} },
];
const about = { today: '2026-11-20', skipped: ['binary.md'] };

interface Place {
  readonly store: EntryStore;
  readonly memory: FolderMemory;
  readonly tool: string;
  readonly folder: string;
}

function open(store: EntryStore, ...tool: readonly string[]): FolderMemory {
  const program = readProgram(tool);
  if (program === null) throw new Error('the tool cannot be read');
  return new FolderMemory(store, program);
}

function newPlace(): Place {
  const tool = join(temporaryFolder({ 'tool.js': '1' }), 'tool.js');
  const folder = join(temporaryFolder(), 'folders');
  const store = new EntryStore(folder);
  return { store, memory: open(store, tool), tool, folder };
}

async function written(lines: readonly Uint8Array[] = files.map(toLine)): Promise<Place> {
  const place = newPlace();
  await place.memory.write(terms, about, lines);
  return place;
}

/** All that is read, or null for nothing. */
async function everything(memory: FolderMemory, asked = terms): Promise<unknown> {
  const found = await memory.read(asked);
  return found === null ? null : { ...found, files: [...found.files] };
}

it('comes back as it was kept', async () => {
  const { memory } = await written();
  expect(await everything(memory)).toEqual({ ...about, files });
});

it('comes back to another process of the same tool', async () => {
  const { store, tool } = await written();
  expect(await everything(open(store, tool))).toEqual({ ...about, files });
});

it('holds no files where none were known', async () => {
  const { memory } = await written([]);
  expect(await everything(memory)).toEqual({ ...about, files: [] });
});

describe('nothing comes back', () => {
  it('where nothing was kept', async () => {
    expect(await everything(newPlace().memory)).toBeNull();
  });

  it('to another tool', async () => {
    const { store, tool } = await written();
    writeFileSync(tool, '2');
    expect(await everything(open(store, tool))).toBeNull();
  });

  it.each([
    ['other rules', { ...terms, rules: 'other rules' }],
    ['another folder', { ...terms, folder: 'file:///w/a' }],
  ])('on other terms: %s', async (_, asked) => {
    const { memory } = await written();
    expect(await everything(memory, asked)).toBeNull();
    expect(await everything(memory)).not.toBeNull();
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['emptied', () => Buffer.of()],
    ['changed in one place', (bytes: Buffer) => Buffer.from(bytes.toString().replace('"A"', '"B"'))],
    ['overwritten', () => Buffer.from('{}')],
  ])('of a file that was %s', async (_, damage) => {
    const { memory, folder } = await written();
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.entry'));
    writeFileSync(join(folder, name), damage(readFileSync(join(folder, name))));
    expect(await everything(memory)).toBeNull();
  });

  it.each(['', '\n', 'null\n', '{}\n', '[]\n', '["x","2026-11-20",[]]\n', '[1'])(
    'of a text that begins as nobody wrote it: %j',
    async (text) => {
      const { memory, store, folder } = await written();
      const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.entry'));
      await store.write(name.slice(0, -'.entry'.length), text);
      expect(await everything(memory)).toBeNull();
    },
  );
});

it('lines that nobody wrote are passed over, the others come back', async () => {
  const odd = ['', '{', '{"uri":1}', '[]', '["file:///w/x.md"]', '[1,"X",[]]', 'null', '\ufffd\u0000'];
  const lines = odd.map((line) => Buffer.from(`${line}\n`));
  const sound = files.map(toLine);
  const { memory } = await written([...lines, ...sound, ...lines]);
  expect(await everything(memory)).toEqual({ ...about, files });
});

it('a last line without an end counts', async () => {
  const [first, ...others] = files.map(toLine);
  const { memory } = await written([...others, (first ?? Buffer.of()).subarray(0, -1)]);
  expect(await everything(memory)).toMatchObject({ files: [...files.slice(1), ...files.slice(0, 1)] });
});

it('what is kept replaces what was kept before', async () => {
  const { memory, folder } = await written();
  await memory.write(terms, { today: '2026-11-21', skipped: [] }, []);
  expect(await everything(memory)).toEqual({ today: '2026-11-21', skipped: [], files: [] });
  expect(readdirSync(folder).filter((name) => name.endsWith('.entry'))).toHaveLength(1);
});

it('programs of other names keep what they know beside each other, those of other versions in its place', async () => {
  const { store, tool, memory, folder } = await written();
  const beside = join(temporaryFolder({ 'other.js': '1' }), 'other.js');
  await open(store, beside).write(terms, { today: '2026-11-21', skipped: [] }, []);
  expect(await everything(memory)).toEqual({ ...about, files });
  writeFileSync(tool, '2');
  await open(store, tool).write(terms, about, []);
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
    expect(digestOf(Buffer.concat([mark, text]))).toBe(digestOf(text));
  });

  it.each([
    ['a second mark', Buffer.concat([mark, mark, text])],
    ['a mark at the end', Buffer.concat([text, mark])],
    ['other line ends', Buffer.from('# Notes\r\n')],
    ['nothing', Buffer.of()],
  ])('tells apart %s', (_, other) => {
    expect(digestOf(other)).not.toBe(digestOf(text));
  });
});
