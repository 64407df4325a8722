/** The command line with real threads: what it finds, and how it ends. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { writeWorkspace } from '../../bench/workspace/write-workspace.mjs';
import { benchToday } from '../../bench/workspace/words.mjs';
import { productForTests, runCli, startCli, type Ended } from '../support/built-product';
import { temporaryFolder } from '../server/disk/temporary-folder';

const product = productForTests();

/** Processes that are started from now on ask for so many threads. */
function askForThreads(count: number): void {
  process.env['RUNBOOK_THREADS'] = String(count);
  onTestFinished(() => {
    delete process.env['RUNBOOK_THREADS'];
  });
}

test('a check says the same, to the byte, with threads and without', async () => {
  const folder = temporaryFolder();
  writeWorkspace(folder, 60);
  const check = (count: number): Promise<Ended> => {
    askForThreads(count);
    return runCli(product, 'check', folder, '--format', 'json', '--no-cache', '--today', benchToday);
  };
  const alone = await check(0);
  expect(alone.out).not.toBe('');
  expect(await check(3)).toEqual(alone);
});

test('an interrupt ends the threads too', async () => {
  const folder = temporaryFolder();
  writeWorkspace(folder, 400);
  const caches = temporaryFolder();
  askForThreads(2);
  const { end, kill } = startCli(product, ['check', folder, '--today', benchToday], caches);
  const notes = join(caches, 'runbook', 'work');
  await expect.poll(() => existsSync(notes) && readdirSync(notes).length > 0).toBe(true);
  kill('SIGINT');
  expect(await end).toEqual({ code: null, out: '', error: '' });
});
