/** `runbook-md check --fix`: what it writes, what it says, and what happens when a file cannot be written. */
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixWorkspace } from '../../../server/src/cli/fix-workspace';
import { openWorkspace } from '../../../server/src/cli/open-workspace';
import { readFolder } from '../../../server/src/cli/read-folder';
import { reportFixes } from '../../../server/src/cli/reporters/fixes';
import { nodeFileSystem, type FileSystem } from '../../../server/src/disk/file-system';
import { temporaryFolder } from '../disk/temporary-folder';
import { day, runTool } from './run-tool';
import { clean, duplicate, fixable } from './sample-folder';

const file = 'SoT.RUNBOOKS.md';
const link = 'See [RUN-001](SoT.RUNBOOKS.md#run-001-disk-is-ful).\n';
const goodLink = 'See [RUN-001](SoT.RUNBOOKS.md#run-001-disk-is-full).\n';

const fix = (folder: string, ...options: readonly string[]): ReturnType<typeof runTool> =>
  runTool(['check', folder, '--fix', '--today', day, ...options]);

const read = (folder: string, name = file): string => readFileSync(join(folder, name), 'utf8');

describe('--fix', () => {
  test('writes what needs no decision and says what was fixed and what is left', async () => {
    const left = '\nLinked IDs: RUN-077\n';
    const folder = temporaryFolder({ [file]: fixable, 'notes.md': link + left });
    const { code, out } = await fix(folder);
    expect(read(folder)).toBe(clean);
    expect(read(folder, 'notes.md')).toBe(goodLink + left);
    expect(out).toMatch(
      /^Fixed 2 findings in 2 files:\n {2}SoT\.RUNBOOKS\.md: nav-title-mismatch\n {2}notes\.md: anchor-mismatch\n\n/,
    );
    expect(out).toMatch(/RUN-077 is not defined anywhere[^]*\n1 warning in 2 documents\.\n$/);
    expect(code).toBe(0);
  });

  test('leaves nothing to do for a second run', async () => {
    const folder = temporaryFolder({ [file]: fixable });
    await fix(folder);
    const after = read(folder);
    expect((await fix(folder)).out).toBe('Nothing to fix.\nNo findings in 1 document.\n');
    expect(read(folder)).toBe(after);
  });

  test('still fails for errors that are left', async () => {
    expect((await fix(temporaryFolder({ [file]: duplicate }))).code).toBe(1);
  });

  test('fixes only the rules that are named', async () => {
    const folder = temporaryFolder({ [file]: fixable, 'notes.md': link });
    await fix(folder, '--rule', 'anchor-mismatch');
    expect(read(folder)).toBe(fixable);
    expect(read(folder, 'notes.md')).toBe(goodLink);
  });

  test('keeps JSON for programs and tells people beside it', async () => {
    const { out, error } = await fix(temporaryFolder({ [file]: fixable }), '--format', 'json');
    expect(out).toBe('[]\n');
    expect(error).toContain('Fixed 1 finding in 1 file:');
  });

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['no line end at the end', (text: string) => text.trimEnd()],
    ['mixed line ends', (text: string) => text.replace(/\n(?=#)/g, '\r\n')],
  ])('changes nothing but the fixed line in a file with %s', async (_, spell) => {
    const folder = temporaryFolder({ [file]: spell(fixable) });
    await fix(folder);
    expect(readFileSync(join(folder, file))).toEqual(Buffer.from(spell(clean)));
  });
});

describe('--fix --dry-run', () => {
  test('prints a difference that patch takes, and changes nothing', async () => {
    const folder = temporaryFolder({ [file]: fixable, 'docs/notes.md': link.replace('(', '(../') });
    const { code, out } = await fix(folder, '--dry-run');
    expect(code).toBe(0);
    expect(read(folder)).toBe(fixable);
    expect(out).toContain(`--- a/${file}\n+++ b/${file}\n@@ `);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: out });
    expect(read(folder)).toBe(clean);
    expect(read(folder, 'docs/notes.md')).toBe(goodLink.replace('(', '(../'));
  });

  test('prints no difference when there is nothing to fix, and says so beside it', async () => {
    const { out, error } = await fix(temporaryFolder({ [file]: clean }), '--dry-run');
    expect([out, error]).toEqual(['', 'runbook-md: nothing to fix.\n']);
  });
});

describe('a file that cannot be written', () => {
  const outcomeOf = async (
    folder: string,
    fileSystem: Partial<FileSystem>,
  ): Promise<Awaited<ReturnType<typeof fixWorkspace>>> => {
    const silent = { out: () => true, error: () => true, colors: false };
    const workspace = await openWorkspace(
      await readFolder(folder, { config: null, allowOutside: false }, silent),
      { today: day, snapshots: null },
      silent,
    );
    return fixWorkspace(
      workspace,
      { rules: null, files: null },
      { dryRun: false, lead: '', fileSystem: { ...nodeFileSystem, ...fileSystem } },
    );
  };

  test('is named with the reason; the others are written, and the exit code is 2', async () => {
    const folder = temporaryFolder({ [file]: fixable, 'notes.md': link });
    chmodSync(join(folder, 'notes.md'), 0o444);
    const { code, error, out } = await fix(folder);
    expect(code).toBe(2);
    expect(error).toBe(
      'runbook-md: notes.md was not fixed: It is read-only. Make it writable, then try again.\n' +
        'runbook-md: 1 of 2 files could not be written.\n',
    );
    expect(read(folder)).toBe(clean);
    expect(read(folder, 'notes.md')).toBe(link);
    // what was not fixed is still reported
    expect(out).toMatch(/Fixed 1 finding in 1 file:[^]*notes\.md\n[^]*anchor-mismatch/);
  });

  test('is left as somebody else has changed it meanwhile', async () => {
    const folder = temporaryFolder({ [file]: fixable });
    const { fixed, failures } = await outcomeOf(folder, {
      writeNew: async (path, bytes, mode) => {
        await nodeFileSystem.writeNew(path, bytes, mode);
        writeFileSync(join(folder, file), 'their words');
      },
    });
    expect(fixed).toEqual([]);
    expect(failures).toEqual([expect.stringMatching(/^SoT\.RUNBOOKS\.md was not fixed: .*changed/)]);
    expect(read(folder)).toBe('their words');
    expect(readdirSync(folder)).toEqual([file]);
  });

  test('is left whole when the disk is full', async () => {
    const folder = temporaryFolder({ [file]: fixable });
    const { failures } = await outcomeOf(folder, {
      writeNew: async (path, bytes, mode) => {
        await nodeFileSystem.writeNew(path, bytes.slice(0, 100), mode);
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      },
    });
    expect(failures).toEqual([expect.stringMatching(/^SoT\.RUNBOOKS\.md was not fixed: .*(?:space|full)/i)]);
    expect(read(folder)).toBe(fixable);
    expect(readdirSync(folder)).toEqual([file]);
  });
});

test('fixes that were taken back are told', () => {
  expect(reportFixes({ fixed: [], failures: [], dropped: 2 })).toMatch(
    /^Nothing to fix\.\nReverted 2 fixes: /,
  );
});
