import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLineJournals, SharedJournals } from '../../../server/src/disk/shared-journals';
import { temporaryFolder } from './temporary-folder';

/** Two editors and a terminal of one user, each as a new process. */
function user() {
  const folder = temporaryFolder();
  const state = join(folder, 'state');
  const own = {
    code: join(folder, 'code'),
    codium: join(folder, 'codium'),
    terminal: commandLineJournals(state),
  };
  const open = (where: keyof typeof own): SharedJournals => new SharedJournals(own[where], state);
  return { folder, state, own, open };
}

test.each([
  ['code', 'terminal'],
  ['terminal', 'code'],
  ['code', 'codium'],
] as const)('a run that was begun in %s goes on in %s, and stays where it was begun', async (here, there) => {
  const { own, open } = user();
  const first = open(here);
  expect(await first.lock('run-1')).toBe(true);
  await first.append('run-1', 'one\n');
  const second = open(there);
  expect(await second.list()).toEqual(['run-1']);
  expect(await second.read('run-1')).toBe('one\n');
  expect(await second.holder('run-1')).toMatchObject({ pid: process.pid });
  expect(await second.lock('run-1')).toBe(false);
  await expect(second.append('run-1', 'two\n')).rejects.toThrow('another process');
  await first.unlock('run-1');
  expect(await second.lock('run-1')).toBe(true);
  await second.append('run-1', 'two\n');
  expect(readFileSync(join(own[here], 'run-1.journal'), 'utf8')).toBe('one\ntwo\n');
  expect(existsSync(join(own[there], 'run-1.journal'))).toBe(false);
  await second.remove('run-1');
  expect(readdirSync(own[here])).toEqual([]);
  expect(await open(here).list()).toEqual([]);
});

test('nothing is written before a run is begun', async () => {
  const { folder, open } = user();
  expect(await open('code').list()).toEqual([]);
  expect(await open('terminal').list()).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('places that are gone, are no places or cannot be read are left out', async () => {
  const { folder, state, open } = user();
  const editor = open('code');
  await editor.lock('run-1');
  await editor.append('run-1', 'one\n');
  const places = join(state, 'run-places');
  writeFileSync(join(places, 'gone'), join(folder, 'gone'));
  writeFileSync(join(places, 'relative'), 'code');
  writeFileSync(join(places, 'file'), join(places, 'gone'));
  expect(await open('terminal').list()).toEqual(['run-1']);
});

test.skipIf(process.getuid?.() === 0)('who cannot tell others of a run has it all the same', async () => {
  const { folder, open } = user();
  chmodSync(folder, 0o500);
  const store = new SharedJournals(temporaryFolder(), join(folder, 'state'));
  expect(await store.lock('run-1')).toBe(true);
  chmodSync(folder, 0o700);
  expect(await open('terminal').list()).toEqual([]);
});
