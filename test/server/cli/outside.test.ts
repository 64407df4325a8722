/** Folders that hold links, pipes and devices: nothing outside of them is read or written, and nothing waits. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { link, temporaryFolder } from '../disk/temporary-folder';
import { day, runTool } from './run-tool';
import { dangling, fixable } from './sample-folder';

const content = {
  'work/notes.md': '# Notes\n\nSee [RUN-001](linked.md) and [more](shared/deep/b.md).\n',
  'work/linked.md': link('../elsewhere/SoT.RUNBOOKS.md'),
  'work/shared': link('../elsewhere'),
  'elsewhere/SoT.RUNBOOKS.md': fixable,
  'elsewhere/deep/b.md': dangling,
};

const check = (folder: string, ...options: readonly string[]): ReturnType<typeof runTool> =>
  runTool(['check', folder, '--today', day, ...options]);

describe('links that lead out of the folder', () => {
  test('are not followed; one line says so, and links to them are not called wrong', async () => {
    const folder = join(temporaryFolder(content), 'work');
    const { code, out, error } = await check(folder);
    expect(out).toMatch(/^No findings in 1 document\./);
    expect(error).toBe(
      'runbook-md: linked.md was skipped: It is a link that points outside the workspace folder. So does 1 other link.\n',
    );
    expect(code).toBe(0);
  });

  test('are followed with --allow-outside, but --fix writes nothing there', async () => {
    const folder = temporaryFolder(content);
    const work = join(folder, 'work');
    expect((await check(work, '--allow-outside')).out).toContain('in 3 documents.');
    const { code, error } = await check(work, '--allow-outside', '--fix');
    expect(error).toContain('was not fixed: It is a link that points outside the folder');
    expect(code).toBe(2);
    expect(readFileSync(join(folder, 'elsewhere/SoT.RUNBOOKS.md'), 'utf8')).toBe(fixable);
  });

  test('to all there is end at once', async () => {
    const folder = temporaryFolder({ 'a.md': '# A\n', x: link('/') });
    expect((await check(folder)).out).toMatch(/^No findings in 1 document\./);
  });
});

describe.skipIf(process.platform === 'win32')('rule files that are none', () => {
  test.each(['.gitignore', '.runbook.yaml', 'pipe.md'])('%s as a pipe', async (name) => {
    const folder = temporaryFolder({ 'a.md': '# A\n' });
    execFileSync('mkfifo', [join(folder, name)]);
    const { out, error } = await check(folder);
    expect(out).toMatch(/^No findings in 1 document\./);
    expect(error).toBe(
      name === 'pipe.md' ? '' : `runbook-md: ${name} was skipped: It is a device or a pipe, not a file.\n`,
    );
  });

  test.each(['.gitignore', '.runbook.yaml', 'zero.md'])('%s as a link to a device', async (name) => {
    const folder = temporaryFolder({ 'a.md': '# A\n', [name]: link('/dev/zero') });
    const { out, error } = await check(folder, '--allow-outside');
    expect(out).toMatch(/^No findings in 1 document\./);
    expect(error).toBe(
      name === 'zero.md' ? '' : `runbook-md: ${name} was skipped: It is a device or a pipe, not a file.\n`,
    );
  });

  test.each(['.gitignore', '.runbook.yaml'])('%s of far too many lines', async (name) => {
    const folder = temporaryFolder({ 'a.md': '# A\n', [name]: '# a*b*c*d\n'.repeat(100_000) });
    const { out, error } = await check(folder);
    expect(out).toMatch(/^No findings in 1 document\./);
    expect(error).toBe(
      `runbook-md: ${name} was skipped: It is 1 MB; such files above 0.3 MB are not read. Shorten it.\n`,
    );
  });

  test.each(['alerts.yaml', 'ids.json', '.git/config'])('%s as a pipe', async (name) => {
    const folder = temporaryFolder({
      '.runbook.yaml': 'imports: [ids.json]\nalerts: {}\n',
      'a.md': '# A\n',
      '.git/HEAD': 'ref: refs/heads/main\n',
    });
    execFileSync('mkfifo', [join(folder, name)]);
    const { out, code } = await check(folder);
    expect(out).toContain('1 document');
    expect(code).toBeLessThan(2);
  });

  test('a configuration that is named and is a pipe', async () => {
    const folder = temporaryFolder({ 'a.md': '# A\n' });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const { code, error } = await check(folder, '--config', join(folder, 'pipe'));
    expect(error).toContain('It is a device or a pipe');
    expect(code).toBe(2);
  });
});
