/** Whatever files and documents are called and say, terminals and reports are told of it, not steered by it. */
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readInput } from '../../../server/src/cli/read-input';
import { temporaryFolder } from '../disk/temporary-folder';
import { day, runTool } from './run-tool';
import { dangling, fixable } from './sample-folder';

const odd = 'a\u001b[31m\u009b2J::error::|<b>\u202e.md';
const control = /(?!\n)[\p{Cc}\u202e]/u;

describe.skipIf(process.platform === 'win32')('control characters in names', () => {
  test.each([
    ['text', []],
    ['JSON', ['--format', 'json']],
    ['SARIF', ['--format', 'sarif']],
    ['GitHub annotations', ['--format', 'github']],
    ['GitLab', ['--format', 'gitlab']],
    ['rdjson', ['--format', 'rdjson']],
    ['Checkstyle', ['--format', 'checkstyle']],
    ['JUnit', ['--format', 'junit']],
  ])('are signs or escapes in %s', async (_, options) => {
    const folder = temporaryFolder({ [odd]: `Linked IDs: RUN-077\n`, 'SoT.RUNBOOKS.md': dangling });
    const { out, error } = await runTool(['check', folder, '--today', day, ...options]);
    expect(out).not.toMatch(control);
    expect(error).toBe('');
    expect(out).not.toMatch(/^::error/m);
  });

  test.each(['text', 'json', 'markdown', 'html'])(
    'are signs or escapes in a report as %s',
    async (format) => {
      const folder = temporaryFolder({ [odd]: fixable });
      expect((await runTool(['report', folder, '--today', day, '--format', format])).out).not.toMatch(
        control,
      );
    },
  );

  test('are signs where a file was skipped', async () => {
    const folder = temporaryFolder({ [odd]: new Uint8Array([0xff]) });
    const { error } = await runTool(['check', folder, '--today', day]);
    expect(error).toContain('was skipped');
    expect(error).not.toMatch(control);
  });

  test.each([
    ['on a terminal', { columns: 80 }],
    ['in colours', { colors: true }],
    ['for a program', {}],
  ])('cannot steer the differences of a dry run %s', async (_, options) => {
    const name = 'SoT.RUN\u001b]0;x\u0007\n.md';
    const folder = temporaryFolder({ [name]: fixable });
    const { out } = await runTool(['check', folder, '--fix', '--dry-run', '--today', day], options);
    expect(out).toContain('"a/SoT.RUN\\033]0;x\\a\\n.md"');
    // oxlint-disable-next-line no-control-regex
    expect(out.replace(/\u001b\[\d+m/g, '')).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  test('are signs in what is wrong with the call', async () => {
    const { error } = await runTool(['check', join(temporaryFolder(), 'no\u001b[2Jwhere')]);
    expect(error).not.toMatch(control);
  });
});

test('columns of the Markdown report are words of documents too', async () => {
  const table = '| Level | Value |\n| --- | --- |\n| `a` [x](y) <img> | 1 |\n';
  const folder = temporaryFolder({
    'SoT.MONITORING.md': `---\nid_prefix: MON-XXX\n---\n# Alerts\n\n## MON-001: Errors\n\n**ID**: MON-001\n**Status**: Active\n\n### Thresholds\n\n${table}`,
  });
  const { out } = await runTool(['report', folder, '--today', day, '--format', 'markdown']);
  expect(out).not.toMatch(/[^\\]<img>/);
});

test('standard input is read as far as a document may go, and as text', async () => {
  expect(await readInput(Readable.from([Buffer.from('# Gr'), Buffer.from('öße')]))).toBe('# Größe');
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(65_536, 0x61);
    })(),
  );
  await expect(readInput(endless)).rejects.toThrow('larger than 2 MB');
  await expect(readInput(Readable.from([Buffer.from([0xff])]))).rejects.toThrow('not UTF-8');
});
