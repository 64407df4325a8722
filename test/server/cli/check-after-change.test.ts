/** A check after a change goes on from what is known of the other files, and nobody can tell from what it says. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CachePlace } from '../../../server/src/cli/check-cache';
import { fill, temporaryFolder } from '../disk/temporary-folder';
import { day, runTool, type Ran } from './run-tool';
import { clean, dangling, fixable } from './sample-folder';

const file = 'SoT.RUNBOOKS.md';
/** From so many documents on, what is known of each is kept. */
const worthSaving = 10;
const notes = Object.fromEntries(
  Array.from({ length: worthSaving + 1 }, (_, index): [string, string] => [
    `notes/n${String(index)}.md`,
    `# Note ${String(index)}\n\nRUN-002\n`,
  ]),
);
const stray = '# Stray\n\nLinked IDs: RUN-077\n';

/** A folder of enough files with a cache of its own, which was checked. */
class CheckedFolder {
  readonly path = temporaryFolder({ ...notes, [file]: clean, 'stray.md': stray });
  readonly cache: CachePlace;

  constructor() {
    const other = temporaryFolder({ 'tool.js': '1' });
    this.cache = { folder: join(other, 'cache'), tool: [join(other, 'tool.js')], worthSaving };
  }

  check(...options: readonly string[]): Promise<Ran> {
    const days = options.includes('--today') ? [] : ['--today', day];
    return runTool(['check', this.path, ...days, ...options], { cache: this.cache });
  }

  /** The files in which what is known of documents is kept. */
  get kept(): readonly string[] {
    const folder = join(this.cache.folder, 'folders');
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  }

  git(...args: readonly string[]): void {
    const identity = ['user.name=Test', 'user.email=test@example.org', 'commit.gpgsign=false'];
    execFileSync('git', [...identity.flatMap((one) => ['-c', one]), ...args], {
      cwd: this.path,
      stdio: 'pipe',
    });
  }
}

const changes: readonly (readonly [string, (folder: string) => void])[] = [
  [
    'an entry that others refer to is gone',
    (folder) => {
      fill(folder, { [file]: clean.replaceAll('RUN-002', 'RUN-003') });
    },
  ],
  [
    'an entry that was missed is there',
    (folder) => {
      fill(folder, { [file]: clean.replaceAll('RUN-002', 'RUN-077') });
    },
  ],
  [
    'a file is wrong now',
    (folder) => {
      fill(folder, { 'notes/n7.md': stray, [file]: dangling });
    },
  ],
  [
    'a file is gone',
    (folder) => {
      rmSync(join(folder, file));
    },
  ],
  [
    'a file cannot be read',
    (folder) => {
      fill(folder, { [file]: Buffer.from([0x41, 0xe9, 0x41]) });
    },
  ],
  [
    'a configuration came',
    (folder) => {
      fill(folder, { '.runbook.yaml': 'rules:\n  dangling-id: error\n' });
    },
  ],
];

describe.each(changes)('%s', (_, change) => {
  test('every format says what it says without the cache', async () => {
    const folder = new CheckedFolder();
    await folder.check();
    expect(folder.kept).not.toEqual([]);
    change(folder.path);
    for (const options of [['--format', 'json'], [], ['--format', 'sarif']]) {
      const fresh = await folder.check(...options, '--no-cache');
      expect(await folder.check(...options)).toEqual(fresh);
    }
    expect(await folder.check('--today', '2027-11-20')).toEqual(
      await folder.check('--today', '2027-11-20', '--no-cache'),
    );
  });
});

test('only what a change reaches is judged with its details, and sarif has those of all', async () => {
  const folder = new CheckedFolder();
  await folder.check();
  fill(folder.path, { [file]: fixable });
  const fresh = await folder.check('--format', 'sarif', '--no-cache');
  expect(fresh.out).toContain('"fixes"');
  expect(await folder.check('--format', 'sarif')).toEqual(fresh);
});

test('with --since, what is left unjudged is judged when it is asked for', async () => {
  const folder = new CheckedFolder();
  folder.git('init', '--quiet');
  folder.git('add', '.');
  folder.git('commit', '--quiet', '--message', 'Begin');
  fill(folder.path, { [file]: clean.replaceAll('RUN-002', 'RUN-003'), 'notes/n7.md': stray });
  const since = ['--since', 'HEAD', '--format', 'json'];
  const fresh = await folder.check(...since, '--no-cache');
  // before anything is kept, and after
  expect(await folder.check(...since)).toEqual(fresh);
  expect(folder.kept).not.toEqual([]);
  expect(await folder.check(...since)).toEqual(fresh);
  expect(await folder.check()).toEqual(await folder.check('--no-cache'));
  fill(folder.path, { 'notes/n8.md': stray });
  expect(await folder.check(...since)).toEqual(await folder.check(...since, '--no-cache'));
  expect(await folder.check()).toEqual(await folder.check('--no-cache'));
});

test('--no-cache neither writes what is known of files nor reads it', async () => {
  const folder = new CheckedFolder();
  await folder.check('--no-cache');
  expect(existsSync(folder.cache.folder)).toBe(false);
  const { out } = await folder.check();
  const before = folder.kept.map((path) => [path, readFileSync(path), statSync(path).mtimeMs]);
  fill(folder.path, { 'notes/n7.md': stray });
  await folder.check('--no-cache');
  expect(folder.kept.map((path) => [path, readFileSync(path), statSync(path).mtimeMs])).toEqual(before);
  expect(out).not.toContain('notes/n7.md');
});

test('what is kept of files and was damaged costs nothing but time', async () => {
  const folder = new CheckedFolder();
  await folder.check();
  fill(folder.path, { 'notes/n7.md': stray });
  for (const path of folder.kept) writeFileSync(path, 'x');
  expect(await folder.check()).toEqual(await folder.check('--no-cache'));
});

test('nothing is kept of fixes and unsaved texts, and they go by the files', async () => {
  const folder = new CheckedFolder();
  await folder.check();
  fill(folder.path, { [file]: fixable });
  const before = folder.kept.map((path) => readFileSync(path));
  expect((await folder.check('--fix', '--dry-run')).out).toContain('+- [RUN-002]');
  expect((await folder.check('--fix')).out).toContain('Fixed 1 finding in 1 file');
  expect(folder.kept.map((path) => readFileSync(path))).toEqual(before);
  expect(await folder.check()).toEqual(await folder.check('--no-cache'));
});
