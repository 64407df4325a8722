import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkByCli, checkByServer, describeRow, type CheckedByCli } from '../support/both-faces';
import { productForTests } from '../support/built-product';
import { fill } from '../server/disk/temporary-folder';
import { owner, runbookSaying } from '../server/lsp/operations';

/** Texts in which nothing is to be found. */
const silent: Readonly<Record<string, string>> = {
  'empty.md': '',
  'white space.md': ' \n\t\n \r\n',
  'byte order mark.md': '\ufeff',
  'front matter.md': '---\ntitle: Nothing else\n---\n',
  'open front matter.md': '---\ntitle: Nothing else\n',
  'no line end.md': 'RUN-001',
  'control characters.md': '\u0001\u0002\u0008# RUN-\u007f\n\v\f',
  'joiners.md': '\n\n# 🚒\u200d\u200d\n',
  'deep.md': `${'> '.repeat(400)}- ${'['.repeat(400)}\n${' '.repeat(200)}- x\n`,
  'fence.md': '```',
};

const related = 'See RUN-555.\n\n**Related IDs**: RUN-556';

/** Texts with findings at known places. */
const speaking: Readonly<Record<string, string>> = {
  'unclosed.md': runbookSaying('```sh\necho RUN-555\n\n## RUN-557: Not a heading', 'RUN-021'),
  'unix.md': runbookSaying(related, 'RUN-022'),
  'windows.md': runbookSaying(related, 'RUN-023').replaceAll('\n', '\r\n'),
  'mac.md': runbookSaying(related, 'RUN-024').replaceAll('\n', '\r'),
  'marked.md': `\ufeff${runbookSaying(related, 'RUN-025')}`,
  'tabs.md': runbookSaying('-\tfirst\n\t-\tRUN-555\tthen', 'RUN-026'),
  'größer 漢字.md': runbookSaying('größer 🚒🧯 e\u0301 漢字 RUN-555.', 'RUN-027'),
};

/** Bytes that are no UTF-8 text. */
const unreadable: Readonly<Record<string, Uint8Array>> = {
  'binary.md': Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256),
  'utf16.md': Uint8Array.from([0xff, 0xfe, 0x23, 0x00, 0x20, 0x00, 0x41, 0x00]),
};

const step =
  '### Step 1: Restart\n\nDrain the node, then restart its workers one after the other, oldest first.\n\n```sh\nmake restart\n```\n\nVerify: `make status` is green.\n\n';
const part = `## Part\n\n${step.repeat(10)}See RUN-001.\n\n`;
const longRunbook = runbookSaying(`${part.repeat(Math.ceil(500_000 / part.length))}See RUN-555.`);

const product = productForTests();
let folder: string;
let cli: CheckedByCli;
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'runbook-odd-')));
  fill(folder, { 'SoT.X.md': owner, ...silent, ...speaking, ...unreadable });
  cli = await checkByCli(product, folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** `line:column-endColumn` of the findings of one rule in a file. */
function places({ rows }: CheckedByCli, wanted: string, rule: string): string[] {
  return rows
    .filter((row) => row.file === wanted && row.rule === rule)
    .map(({ line, column, endColumn }) => `${line}:${column}-${endColumn}`);
}

describe('odd texts', () => {
  it('have the same findings on the command line and in the editor, open or not', async () => {
    const files = ['SoT.X.md', ...Object.keys(silent), ...Object.keys(speaking)];
    const lines = cli.rows.map(describeRow).sort();
    expect(await checkByServer(product, folder, files)).toEqual({ workspace: lines, opened: lines });
  });

  it.each(Object.keys(silent))('say nothing: %s', (file) => {
    expect(cli.rows.filter((row) => row.file === file)).toEqual([]);
  });

  it.each(Object.keys(unreadable))(
    'that are no text are skipped, and the command line says so: %s',
    (file) => {
      expect(cli.rows.filter((row) => row.file === file)).toEqual([]);
      expect(cli.error).toContain(`${file} was skipped`);
    },
  );

  it('end in an error where a fence is never closed, on its opening line, and nowhere else', () => {
    expect(places(cli, 'unclosed.md', 'unclosed-fence')).toEqual(['8:1-6']);
    expect(places(cli, 'unclosed.md', 'dangling-id')).toEqual([]);
    expect(cli.code).toBe(1);
  });

  it.each(['unix.md', 'windows.md', 'mac.md', 'marked.md'])(
    'have their findings at the same places whatever their line ends and marks: %s',
    (file) => {
      expect(places(cli, file, 'dangling-id')).toEqual(['8:5-12', '10:18-25']);
    },
  );

  it('count a tab as one column', () => {
    expect(places(cli, 'tabs.md', 'dangling-id')).toEqual(['9:4-11']);
  });

  it('count letters beyond ASCII and emoji before an id in UTF-16 units', () => {
    expect(places(cli, 'größer 漢字.md', 'dangling-id')).toEqual(['8:19-26']);
  });
});

describe('long texts', () => {
  it.each([
    ['a line of one megabyte', runbookSaying(`${'word '.repeat(200_000)}RUN-555`), '8:1000001-1000008'],
    ['half a megabyte of runbook', longRunbook, `${longRunbook.split('\n').length - 1}:5-12`],
  ])('are read to their end: %s', async (_what, text, place) => {
    const own = realpathSync(mkdtempSync(path.join(tmpdir(), 'runbook-long-')));
    onTestFinished(() => {
      rmSync(own, { recursive: true, force: true });
    });
    fill(own, { 'SoT.X.md': owner, 'long.md': text });
    const found = await checkByCli(product, own);
    expect(found.error).toBe('');
    expect(places(found, 'long.md', 'dangling-id')).toEqual([place]);
    expect((await checkByServer(product, own, [])).workspace).toEqual(found.rows.map(describeRow).sort());
  });
});
