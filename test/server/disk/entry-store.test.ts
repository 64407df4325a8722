/** The store of entries: what was written comes back, or nothing does. */
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EntryStore } from '../../../server/src/disk/entry-store';
import { fill, temporaryFolder } from './temporary-folder';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 20);
const limits = { age: 30 * day, size: 10_000 };
const text = 'Überall 👩‍🚒\nund \u0000 dort';

function storeIn(folder: string, time = now): EntryStore {
  return new EntryStore(folder, limits, () => time);
}

/** Makes a file of the store look as if nobody asked for it for some days. */
function age(path: string, days: number): void {
  utimesSync(path, (now - days * day) / 1000, (now - days * day) / 1000);
}

test('gives back what was written last, also to another store', async () => {
  const folder = join(temporaryFolder(), 'not', 'there', 'yet');
  await storeIn(folder).write('a', 'first');
  await storeIn(folder).write('a', text);
  await storeIn(folder).write('b', '');
  expect(await storeIn(folder).read('a')).toBe(text);
  expect(await storeIn(folder).read('b')).toBe('');
  expect(await storeIn(folder).read('c')).toBe(null);
});

test('gives back as a whole what was written in pieces, more than a system takes at once', async () => {
  const folder = temporaryFolder();
  const pieces = Array.from({ length: 3000 }, (_, number) =>
    Buffer.from(number % 7 === 0 ? '' : `${number}`),
  );
  await storeIn(folder).writeBytes('a', pieces);
  expect(await storeIn(folder).readBytes('a')).toEqual(Buffer.concat(pieces));
});

test('leaves nothing but entries behind', async () => {
  const folder = temporaryFolder();
  await storeIn(folder).write('a', text);
  expect(readdirSync(folder).sort()).toEqual(['a.entry', 'cleaned']);
});

test('has no entry where its file was cut off or changed anywhere', async () => {
  const folder = temporaryFolder();
  const store = storeIn(folder);
  await store.write('a', text);
  const path = join(folder, 'a.entry');
  const bytes = readFileSync(path);
  for (let length = 0; length < bytes.length; length++) {
    writeFileSync(path, bytes.subarray(0, length));
    expect(await store.read('a')).toBe(null);
  }
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(path, damaged);
    expect(await store.read('a')).toBe(null);
  }
  await store.write('a', 'new');
  expect(await store.read('a')).toBe('new');
});

test('has no entry where something else is in its place', async () => {
  const folder = temporaryFolder({ 'a.entry/inside': '', 'b.entry': 'not ours\nat all' });
  const store = storeIn(folder);
  await store.write('a', text);
  expect(await store.read('a')).toBe(null);
  expect(await store.read('b')).toBe(null);
});

test('has no entries where no folder can be', async () => {
  const folder = join(temporaryFolder({ file: '' }), 'file');
  await storeIn(folder).write('a', text);
  expect(await storeIn(folder).read('a')).toBe(null);
});

test.skipIf(process.getuid?.() === 0)('keeps the entries of a read-only folder', async () => {
  const folder = temporaryFolder();
  await storeIn(folder).write('a', text);
  chmodSync(folder, 0o500);
  await storeIn(folder).write('a', 'new');
  const read = await storeIn(folder, now + 2 * day).read('a');
  chmodSync(folder, 0o700);
  expect(read).toBe(text);
});

test('holds one of the texts after many were written at once', async () => {
  const folder = temporaryFolder();
  const texts = Array.from({ length: 20 }, (_, index) => `${String(index)} `.repeat(1000));
  // the first write of a day cleans up, and might take what others are writing for too much
  await storeIn(folder).write('b', text);
  const reads = texts.map(async (one) => {
    await storeIn(folder).write('a', one);
    return storeIn(folder).read('a');
  });
  for (const read of await Promise.all(reads)) expect(texts).toContain(read);
});

test.skipIf(process.platform === 'win32')('is for its user only', async () => {
  const folder = join(temporaryFolder(), 'own');
  await storeIn(folder).write('a', text);
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(statSync(join(folder, 'a.entry')).mode & 0o077).toBe(0);
});

test('drops what nobody asked for in 30 days, and what a broken run left', async () => {
  const folder = temporaryFolder({
    'old.entry': '',
    'a.entry': '',
    'x.tmp': '',
    'y.tmp': '',
    'other.txt': '',
  });
  age(join(folder, 'old.entry'), 31);
  age(join(folder, 'a.entry'), 29);
  age(join(folder, 'x.tmp'), 2);
  age(join(folder, 'y.tmp'), 0);
  age(join(folder, 'other.txt'), 99);
  await storeIn(folder).write('new', text);
  expect(readdirSync(folder).sort()).toEqual(['a.entry', 'cleaned', 'new.entry', 'other.txt', 'y.tmp']);
});

test('keeps an old entry that was asked for', async () => {
  const folder = temporaryFolder();
  await storeIn(folder).write('a', text);
  age(join(folder, 'a.entry'), 31);
  age(join(folder, 'cleaned'), 31);
  expect(await storeIn(folder).read('a')).toBe(text);
  await storeIn(folder).write('b', text);
  expect(await storeIn(folder).read('a')).toBe(text);
});

test('drops the oldest entries when they are too much', async () => {
  const folder = temporaryFolder();
  fill(folder, { '1.entry': 'x'.repeat(4000), '2.entry': 'x'.repeat(4000), '3.entry': 'x'.repeat(4000) });
  age(join(folder, '1.entry'), 5);
  age(join(folder, '2.entry'), 7);
  age(join(folder, '3.entry'), 6);
  await storeIn(folder).write('new', text);
  expect(readdirSync(folder).sort()).toEqual(['1.entry', '3.entry', 'cleaned', 'new.entry']);
});

test('looks for what to drop once a day', async () => {
  const folder = temporaryFolder();
  await storeIn(folder).write('a', text);
  fill(folder, { 'old.entry': '' });
  age(join(folder, 'old.entry'), 40);
  await storeIn(folder, now + day / 2).write('a', text);
  expect(existsSync(join(folder, 'old.entry'))).toBe(true);
  await storeIn(folder, now + 2 * day).write('a', text);
  expect(existsSync(join(folder, 'old.entry'))).toBe(false);
});
