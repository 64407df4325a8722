import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { JournalFiles } from '../../../server/src/disk/journal-files';
import { RunLocks } from '../../../server/src/disk/run-locks';
import { temporaryFolder } from './temporary-folder';

const silent = { beat: 3_600_000, silence: 60_000 };
const gone = { pid: 99_999_999, started: '1', host: hostname(), since: '2026-11-30T03:12:07Z' };
const far = { pid: 1, started: '1', host: `not-${hostname()}`, since: '2026-11-30T03:12:07Z' };

function lockOf(one: typeof gone): string {
  const path = join(temporaryFolder(), 'run-1.lock');
  writeFileSync(path, JSON.stringify(one));
  return path;
}

test('one process has a lock, until it lets go of it', async () => {
  const path = join(temporaryFolder(), 'run-1.lock');
  const [first, second] = [new RunLocks(), new RunLocks()];
  expect(await first.take(path)).toBe(true);
  expect(await first.take(path)).toBe(true);
  expect(await second.take(path)).toBe(false);
  expect(await first.holder(path)).toBeNull();
  expect(await second.holder(path)).toMatchObject({ pid: process.pid, host: hostname() });
  await second.release(path);
  expect(await second.take(path)).toBe(false);
  await first.release(path);
  expect(await second.take(path)).toBe(true);
  expect(readdirSync(join(path, '..'))).toEqual(['run-1.lock']);
});

test('the lock of a process that is gone is taken over', async () => {
  const path = lockOf(gone);
  const locks = new RunLocks();
  expect(await locks.holder(path)).toBeNull();
  expect(await locks.take(path)).toBe(true);
});

test('so is one that was torn', async () => {
  const path = join(temporaryFolder(), 'run-1.lock');
  writeFileSync(path, '{"pid": 4');
  expect(await new RunLocks().take(path)).toBe(true);
});

test('of many that take over at once, one has it', async () => {
  for (let round = 0; round < 20; round++) {
    const path = lockOf(gone);
    const all = Array.from({ length: 12 }, () => new RunLocks());
    const taken = await Promise.all(all.map((locks) => locks.take(path)));
    expect(taken.filter((one) => one)).toHaveLength(1);
    const held = await Promise.all(all.map((locks) => locks.isHeld(path)));
    expect(held).toEqual(taken);
  }
});

test('a claim on a lock that its process left behind is taken over, too', async () => {
  const path = lockOf(gone);
  const claim = `${path}.${createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 32)}`;
  writeFileSync(claim, JSON.stringify(gone));
  expect(await new RunLocks().take(path)).toBe(true);
  expect(readdirSync(join(path, '..'))).toEqual(['run-1.lock']);
});

test('a process of another machine is alive as long as it says so', async () => {
  const path = lockOf(far);
  const locks = new RunLocks(silent);
  expect(await locks.take(path)).toBe(false);
  expect(await locks.holder(path)).toMatchObject({ host: far.host, since: far.since });
  const before = new Date(Date.now() - 2 * silent.silence);
  utimesSync(path, before, before);
  expect(await locks.take(path)).toBe(true);
});

test('a process that slept and whose run was taken writes nothing into its journal', async () => {
  const folder = temporaryFolder();
  const [asleep, awake] = [new JournalFiles(folder), new JournalFiles(folder)];
  expect(await asleep.lock('run-1')).toBe(true);
  await asleep.append('run-1', 'one\n');
  writeFileSync(join(folder, 'run-1.lock'), JSON.stringify(gone));
  expect(await awake.lock('run-1')).toBe(true);
  await expect(asleep.append('run-1', 'two\n')).rejects.toThrow('taken');
  await awake.append('run-1', 'three\n');
  await asleep.unlock('run-1');
  expect(await asleep.lock('run-1')).toBe(false);
  expect(readFileSync(join(folder, 'run-1.journal'), 'utf8')).toBe('one\nthree\n');
});

test('a journal that is dropped leaves nothing, and nothing of others goes', async () => {
  const folder = temporaryFolder({ 'run-1.lock.left-over': 'x' });
  const store = new JournalFiles(folder);
  for (const run of ['run-1', 'run-10']) {
    await store.lock(run);
    await store.append(run, 'one\n');
  }
  await new JournalFiles(folder).remove('run-1');
  expect(await store.list()).toEqual(['run-1', 'run-10']);
  await store.remove('run-1');
  expect(readdirSync(folder).toSorted()).toEqual(['run-10.journal', 'run-10.lock']);
});
