/** What is kept of a check: nobody can tell a kept answer from a fresh one, but by the time it takes. */
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CachePlace } from '../../../server/src/cli/check-cache';
import { fill, link, temporaryFolder } from '../disk/temporary-folder';
import { day, runTool, type Ran } from './run-tool';
import { clean, dangling, duplicate, fixable, runEntry } from './sample-folder';
import { runs } from '../../support/runs';

const file = 'SoT.RUNBOOKS.md';

interface CachedRun extends Ran {
  /** Whether documents were judged. */
  readonly fresh: boolean;
}

/** A folder with a cache of its own. */
class CachedFolder {
  readonly path: string;
  readonly cache: CachePlace;

  constructor(content: Readonly<Record<string, string>>) {
    this.path = temporaryFolder(content);
    const other = temporaryFolder({ 'tool.js': '1' });
    this.cache = { folder: join(other, 'cache'), tool: [join(other, 'tool.js'), join(other, 'core.js')] };
  }

  /** Checks the folder, by default on a fixed day. */
  async check(...options: readonly string[]): Promise<CachedRun> {
    let fresh = false;
    const progress = (text: string): void => {
      if (text.startsWith('Checking')) fresh = true;
    };
    const days = options.includes('--today') ? [] : ['--today', day];
    const ran = await runTool(['check', this.path, ...days, ...options], { cache: this.cache, progress });
    return { ...ran, fresh };
  }

  get entries(): readonly string[] {
    const folder = join(this.cache.folder, 'check');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith('.entry'))
      .map((name) => join(folder, name));
  }
}

const defects = { [file]: dangling, 'ops/SoT.RUNBOOKS.md': duplicate };

describe('a check of the same', () => {
  test.each([
    '',
    '--format json',
    '--format sarif',
    '--format github',
    '--format gitlab',
    '--format rdjson',
    '--format checkstyle',
    '--format junit',
    '--rule dangling-id',
    '--quiet',
    '--max-warnings 0',
  ])('says the same again without judging again: check %s', async (line) => {
    const options = line.split(' ').filter((option) => option !== '');
    const folder = new CachedFolder(defects);
    const first = await folder.check(...options);
    expect(first.out).not.toBe('');
    expect(first.fresh).toBe(true);
    expect(await folder.check(...options)).toEqual({ ...first, fresh: false });
    expect(await folder.check(...options, '--no-cache')).toEqual(first);
  });

  test('answers for other formats, rules and severities', async () => {
    const folder = new CachedFolder(defects);
    await folder.check();
    for (const options of [
      ['--format', 'json'],
      ['--format', 'junit'],
      ['--rule', 'dangling-id'],
      ['--quiet'],
    ])
      expect(await folder.check(...options)).toEqual({
        ...(await folder.check(...options, '--no-cache')),
        fresh: false,
      });
  });

  test('says again what could not be read', async () => {
    const folder = new CachedFolder({ [file]: clean });
    writeFileSync(join(folder.path, 'latin.md'), Buffer.from([0x41, 0xe9, 0x41]));
    const first = await folder.check();
    expect(first.error).toContain('latin.md was skipped');
    expect(await folder.check()).toEqual({ ...first, fresh: false });
    fill(folder.path, { 'broken.md': link('nowhere.md') });
    expect((await folder.check()).error).toContain('broken.md was skipped');
  });

  test('keeps each folder for itself', async () => {
    const one = new CachedFolder({ [file]: dangling });
    const two = temporaryFolder({ [file]: duplicate });
    await one.check();
    const other = await runTool(['check', two, '--today', day], { cache: one.cache });
    expect(other.out).toContain('duplicate-id');
    expect((await one.check()).fresh).toBe(false);
    expect(one.entries).toHaveLength(2);
  });

  test('is told apart from what another version of the tool found', async () => {
    const folder = new CachedFolder(defects);
    await folder.check();
    for (const part of folder.cache.tool) {
      writeFileSync(part, '2');
      expect((await folder.check()).fresh).toBe(true);
      expect((await folder.check()).fresh).toBe(false);
    }
  });
});

describe('nothing is kept', () => {
  test.each([
    ['where that is not wanted', ['--no-cache']],
    ['of files that are fixed', ['--fix']],
    ['of what would be fixed', ['--fix', '--dry-run']],
    ['of a text that is not saved', ['--stdin', '--stdin-filename', file]],
  ])('%s', async (_, options) => {
    const folder = new CachedFolder({ [file]: fixable });
    const names = options.map((option) => (option === file ? join(folder.path, file) : option));
    await folder.check(...names);
    // a note of what is worked on is there while it is
    const isThere = existsSync(folder.cache.folder);
    expect(isThere ? readdirSync(folder.cache.folder, { recursive: true }) : []).toEqual(
      isThere ? ['work'] : [],
    );
  });

  test('of the folder that is checked, in it', async () => {
    const folder = new CachedFolder(defects);
    await folder.check();
    expect(readdirSync(folder.path, { recursive: true }).sort()).toEqual(
      [file, 'ops', join('ops', file)].sort(),
    );
  });

  test('where no folder can be', async () => {
    const folder = new CachedFolder(defects);
    writeFileSync(folder.cache.folder, 'a file');
    const { out, error, fresh } = await folder.check();
    expect({ error, fresh }).toEqual({ error: '', fresh: true });
    expect(await folder.check()).toMatchObject({ out, error: '', fresh: true });
  });

  test('where nobody can tell which tool it is', async () => {
    const folder = new CachedFolder(defects);
    for (const part of folder.cache.tool) rmSync(part, { force: true });
    await folder.check();
    expect(folder.entries).toEqual([]);
  });
});

test('fixes go by the files, whatever is kept', async () => {
  const folder = new CachedFolder({ [file]: fixable });
  await folder.check();
  expect((await folder.check('--fix', '--dry-run')).out).toContain('+- [RUN-002]');
  expect((await folder.check('--fix')).out).toContain('Fixed 1 finding in 1 file');
  expect(await folder.check()).toMatchObject({
    fresh: true,
    out: expect.stringContaining('No findings') as string,
  });
});

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['emptied', () => Buffer.of()],
  ['overwritten', () => Buffer.from('{"fingerprint":"x"}')],
])('an entry that was %s is made again, without a word', async (_, damage) => {
  const folder = new CachedFolder(defects);
  const first = await folder.check();
  const [entry = ''] = folder.entries;
  writeFileSync(entry, damage(readFileSync(entry)));
  expect(await folder.check()).toEqual(first);
  expect(await folder.check()).toEqual({ ...first, fresh: false });
});

/** Every file has the same times, so that nothing but content can tell what changed. */
function write(folder: string, path: string, text: string): void {
  fill(folder, { [path]: text });
  utimesSync(join(folder, path), 1_700_000_000, 1_700_000_000);
}

const paths = [file, 'ops/SoT.RUNBOOKS.md', 'ops/SoT.DEPLOY.md', 'notes.md', 'exclude/notes.md', 'a/b/c.md'];
const texts = [
  clean,
  dangling,
  dangling.replace('RUN-077', 'RUN-001'),
  duplicate,
  fixable,
  clean.replaceAll('2026-11-01', '2025-11-01'),
  `# Notes\n\nSee RUN-002, RUN-003 and [there](ops/SoT.RUNBOOKS.md#nowhere).\n`,
  `\ufeff${runEntry('003', 'Disk is gone')}`,
  '',
];
const configurations = [
  'rules:\n  dangling-id: off\n',
  'rules:\n  dangling-id: eror\n',
  'rules:\n  stale-last-tested:\n    severity: error\n    staleAfterDays: 1\n',
  'exclude: [notes.md]\n',
  'templates: ["ops/**"]\n',
];
const ignores = ['exclude\n', 'ops/*.md\n!ops/SoT.RUNBOOKS.md\n', '*.md\n'];

const folders = fc.constantFrom('', 'ops/');
const step = fc.oneof(
  fc.record({
    act: fc.constant('write' as const),
    path: fc.constantFrom(...paths),
    text: fc.constantFrom(...texts),
  }),
  fc.record({
    act: fc.constant('write' as const),
    path: folders.map((folder) => `${folder}.runbook.yaml`),
    text: fc.constantFrom(...configurations),
  }),
  fc.record({
    act: fc.constant('write' as const),
    path: folders.map((folder) => `${folder}.gitignore`),
    text: fc.constantFrom(...ignores),
  }),
  fc.record({
    act: fc.constant('remove' as const),
    path: fc.constantFrom(...paths, '.runbook.yaml', '.gitignore', 'ops/.runbook.yaml', 'ops'),
  }),
  fc.record({
    act: fc.constant('rename' as const),
    from: fc.constantFrom(...paths),
    to: fc.constantFrom('a/z.md', 'z.md'),
  }),
  fc.record({ act: fc.constant('nothing' as const) }),
);
const asked = fc.constantFrom<readonly string[]>(
  [],
  [],
  ['--format', 'sarif'],
  ['--rule', 'dangling-id'],
  ['--today', '2027-11-20'],
  ['--config', 'one'],
  ['--config', 'two'],
);

describe('is seen, though all files have the same times:', () => {
  const missing = clean.replace('See RUN-002.', 'See [the draft](drafts/one.md) and RUN-002.');

  /** A folder with one document, which was checked. */
  async function checkedFolder(text: string): Promise<CachedFolder> {
    const folder = new CachedFolder({});
    write(folder.path, file, text);
    await folder.check();
    return folder;
  }

  test('another text of the same length', async () => {
    const folder = await checkedFolder(dangling);
    write(folder.path, file, dangling.replace('RUN-077', 'RUN-002'));
    expect((await folder.check()).out).toContain('No findings');
  });

  test('another name', async () => {
    const folder = await checkedFolder(dangling);
    renameSync(join(folder.path, file), join(folder.path, 'SoT.OTHER.md'));
    expect((await folder.check()).out).toContain('SoT.OTHER.md');
  });

  test('a configuration that comes, changes and goes', async () => {
    const folder = await checkedFolder(dangling);
    write(folder.path, '.runbook.yaml', 'rules:\n  dangling-id: off\n');
    expect((await folder.check()).out).toContain('No findings');
    write(folder.path, '.runbook.yaml', 'rules:\n  dangling-id: eror\n');
    expect((await folder.check()).out).toContain('eror');
    rmSync(join(folder.path, '.runbook.yaml'));
    expect((await folder.check()).out).toContain('RUN-077');
  });

  test('a rule that leaves out no document, but a file that one links to', async () => {
    const folder = await checkedFolder(missing);
    expect((await folder.check()).out).toContain('missing-link-target');
    write(folder.path, '.gitignore', 'drafts\n');
    expect((await folder.check()).out).not.toContain('missing-link-target');
  });
});

test('whatever changes, the answer is the one that is found without the cache', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, asked), { minLength: 2, maxLength: 6 }), async (steps) => {
      const folder = new CachedFolder({
        [file]: clean,
        'ops/SoT.RUNBOOKS.md': dangling,
        'notes.md': texts[6] ?? '',
      });
      const given = temporaryFolder({ one: configurations[0] ?? '', two: configurations[3] ?? '' });
      await folder.check();
      for (const [change, options] of steps) {
        if (change.act === 'write') write(folder.path, change.path, change.text);
        if (change.act === 'remove') rmSync(join(folder.path, change.path), { recursive: true, force: true });
        if (change.act === 'rename' && existsSync(join(folder.path, change.from))) {
          fill(folder.path, { 'a/here': '' });
          renameSync(join(folder.path, change.from), join(folder.path, change.to));
        }
        const own = options.map((option) => (/^(one|two)$/.test(option) ? join(given, option) : option));
        const { out, code, error } = await folder.check(...own, '--no-cache');
        expect(await folder.check(...own)).toMatchObject({ out, code, error });
        expect(await folder.check(...own)).toMatchObject({ out, code, error, fresh: false });
      }
    }),
    { numRuns: runs(8) },
  );
});

test('a change of a configuration that is given counts', async () => {
  const folder = new CachedFolder({ [file]: dangling });
  const config = join(temporaryFolder({ 'given.yaml': '' }), 'given.yaml');
  expect((await folder.check('--config', config)).out).toContain('dangling-id');
  appendFileSync(config, 'rules:\n  dangling-id: off\n');
  expect((await folder.check('--config', config)).out).not.toContain('dangling-id');
});
