/** A check that ends in the middle of a document: the next one names it, and the one after that leaves it out. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { productForTests, startCli, type Ended } from '../support/built-product';
import { slowDocument } from '../support/slow-document';
import { temporaryFolder } from '../server/disk/temporary-folder';
import { day } from '../server/cli/run-tool';
import { dangling } from '../server/cli/sample-folder';

const product = productForTests();

/** Checks a folder; `until`: ends the check by force when its note names this document. */
async function check(
  folder: string,
  caches: string,
  until: string | null,
  ...more: readonly string[]
): Promise<Ended> {
  const { pid, end, kill } = startCli(product, ['check', folder, '--today', day, ...more], caches);
  if (until !== null) {
    await expect.poll(() => notesOf(pid, join(caches, 'runbook/work')), { interval: 2 }).toContain(until);
    kill('SIGKILL');
  }
  return end;
}

function notesOf(pid: number | undefined, folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${String(pid)}-`))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

it('names the document, then leaves it out, until its text changes or nothing kept is used', async () => {
  const folder = temporaryFolder({ 'RUNBOOKS.md': dangling, 'long.md': slowDocument });
  const caches = temporaryFolder();
  const suspicion = 'runbook-md: The last check stopped while reading';
  expect((await check(folder, caches, 'long.md')).error).toBe('');
  expect((await check(folder, caches, 'long.md')).error).toContain(
    `${suspicion} ${join(folder, 'long.md')}.`,
  );
  for (const time of ['once', 'again']) {
    const third = await check(folder, caches, null);
    expect(third.error, time).toBe('');
    expect(third.out).toMatch(/long\.md[^]*document-set-aside/);
    expect(third.out).toContain('dangling-id');
  }
  expect((await check(folder, caches, null, '--no-cache')).out).not.toContain('document-set-aside');
  writeFileSync(join(folder, 'long.md'), `${slowDocument}\n`);
  expect((await check(folder, caches, null)).out).not.toContain('document-set-aside');
});

it('says nothing more once a check has come through', async () => {
  const folder = temporaryFolder({ 'RUNBOOKS.md': dangling, 'long.md': slowDocument });
  const caches = temporaryFolder();
  await check(folder, caches, 'long.md');
  expect((await check(folder, caches, null)).error).toContain('long.md');
  writeFileSync(join(folder, 'new.md'), '# New\n');
  expect((await check(folder, caches, null)).error).toBe('');
});
