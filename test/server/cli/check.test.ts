/** `runbook-md check`: what it prints, which findings it is about, and how it ends. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { largestDocument } from '../../../server/src/text/document-size';
import { temporaryFolder } from '../disk/temporary-folder';
import { day, runTool } from './run-tool';
import { bullet, clean, dangling, duplicate, fixable, runEntry, sotFile } from './sample-folder';

const check = (folder: string, ...options: readonly string[]): ReturnType<typeof runTool> =>
  runTool(['check', folder, '--today', day, ...options]);

const file = 'SoT.RUNBOOKS.md';

interface JsonRow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly rule: string;
  readonly severity: string;
}

async function rowsOf(folder: string, ...options: readonly string[]): Promise<JsonRow[]> {
  const { out } = await check(folder, '--format', 'json', ...options);
  return JSON.parse(out) as JsonRow[];
}

const rulesOf = async (folder: string, ...options: readonly string[]): Promise<string[]> =>
  (await rowsOf(folder, ...options)).map(({ rule }) => rule);

describe('exit codes', () => {
  test('0 for a clean folder, and for warnings', async () => {
    expect(await check(temporaryFolder({ [file]: clean }))).toEqual({
      code: 0,
      out: 'No findings in 1 document.\n',
      error: '',
    });
    expect((await check(temporaryFolder({ [file]: dangling }))).code).toBe(0);
  });

  test('1 for an error', async () => {
    expect((await check(temporaryFolder({ [file]: duplicate }))).code).toBe(1);
  });

  test('1 for more warnings than are allowed, with the reason', async () => {
    const folder = temporaryFolder({ [file]: dangling });
    expect((await check(folder, '--max-warnings', '1')).code).toBe(0);
    const tooMany = await check(folder, '--max-warnings', '0');
    expect(tooMany.code).toBe(1);
    expect(tooMany.error).toBe('runbook-md: 1 warning; --max-warnings allows 0.\n');
  });

  test.each([
    ['a missing folder', ['/no/such/folder'], 'does not exist'],
    ['an unknown option', ['.', '--fixx'], "unknown option '--fixx'"],
    ['an unknown format', ['.', '--format', 'xml'], 'Allowed choices are text, json, sarif, github, gitlab'],
    ['an impossible day', ['.', '--today', '2026-02-30'], 'invalid --today "2026-02-30"'],
    ['a rule that does not exist', ['.', '--rule', 'danglingid'], 'Did you mean "dangling-id"?'],
    ['a limit that is no number', ['.', '--max-warnings', '-1'], 'whole number, 0 or more'],
    ['--dry-run alone', ['.', '--dry-run'], '--dry-run needs --fix'],
    [
      '--dry-run in JSON',
      ['.', '--fix', '--dry-run', '--format', 'json'],
      'cannot be combined with --format json',
    ],
    ['--quiet with a limit of warnings', ['.', '--quiet', '--max-warnings', '3'], 'use one or the other'],
    ['--stdin without a name', ['.', '--stdin'], '--stdin needs --stdin-filename'],
    ['a name without --stdin', ['.', '--stdin-filename', 'a.md'], '--stdin-filename needs --stdin'],
    ['--stdin with --fix', ['.', '--stdin', '--stdin-filename', 'a.md', '--fix'], 'use one or the other'],
    ['--stdin with two folders', ['.', '..', '--stdin', '--stdin-filename', 'a.md'], 'takes one folder'],
    [
      'a configuration that is not there',
      ['docs', '--config', '/no/such.yaml'],
      'cannot read the configuration',
    ],
  ])('2 for %s', async (_, args, message) => {
    const { code, out, error } = await runTool(['check', ...args]);
    expect(error).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('2 for a file in place of a folder, with what to give instead', async () => {
    const { code, error } = await check(join(temporaryFolder({ [file]: clean }), file));
    expect(code).toBe(2);
    expect(error).toContain('it is a file, not a folder. Give the folder that holds your runbooks.');
  });
});

describe('which findings', () => {
  test('only those of the rules that are named', async () => {
    const folder = temporaryFolder({ [file]: `${duplicate}\nLinked IDs: RUN-077\n` });
    expect(new Set(await rulesOf(folder))).toEqual(new Set(['dangling-id', 'duplicate-id']));
    expect(await rulesOf(folder, '--rule', 'dangling-id')).toEqual(['dangling-id']);
    expect((await check(folder, '--rule', 'dangling-id')).code).toBe(0);
    expect(await rulesOf(folder, '--rule', 'dangling-id', '--rule', 'duplicate-id')).toHaveLength(3);
  });

  test('only errors with --quiet', async () => {
    const folder = temporaryFolder({ [file]: `${duplicate}\nLinked IDs: RUN-077\n` });
    expect(new Set(await rulesOf(folder, '--quiet'))).toEqual(new Set(['duplicate-id']));
  });

  test('of a configuration file that is named, in place of those in the folder', async () => {
    const folder = temporaryFolder({
      [file]: dangling,
      '.runbook.yaml': 'rules: { dangling-id: off }\n',
      'other/strict.yaml': 'rules: { dangling-id: error }\n',
    });
    expect(await rulesOf(folder)).toEqual([]);
    const [row] = await rowsOf(folder, '--config', join(folder, 'other/strict.yaml'));
    expect(row).toMatchObject({ rule: 'dangling-id', severity: 'error' });
  });

  test('and what is wrong in a configuration, under the name of its file', async () => {
    const folder = temporaryFolder({ [file]: clean, '.runbook.yaml': 'rulez: {}\n' });
    expect(await rowsOf(folder)).toEqual([
      expect.objectContaining({ file: '.runbook.yaml', rule: 'configuration', line: 1, column: 1 }),
    ]);
    const given = join(folder, '.runbook.yaml');
    expect(await rowsOf(folder, '--config', given)).toEqual([expect.objectContaining({ file: given })]);
    expect(await rowsOf(folder, '--rule', 'dangling-id')).toEqual([]);
  });

  test('of a configuration file that is named, with the styles beside it', async () => {
    const folder = temporaryFolder({
      [`docs/${file}`]: dangling,
      'docs/pages/full.md': '# Full\n',
      'strict/a.yaml': 'extends: [./b.yaml, ./gone.yaml, acme]\n',
      'strict/b.yaml':
        'kindz: 1\nrules: { dangling-id: error }\nkinds: [{ name: page, files: pages, template: t.md }]\n',
      'strict/node_modules/acme/runbook.yaml':
        'kinds: [{ name: page, fields: [{ name: Owner, required: true }] }]\n',
      'docs/.runbook.yaml': 'extends: ./nowhere.yaml\n',
      'docs/b.yaml': 'rules: { dangling-id: off }\n',
    });
    const given = join(folder, 'strict/a.yaml');
    const rows = await rowsOf(join(folder, 'docs'), '--config', given);
    expect(rows.map(({ file: of, line, column, message }) => [of, line, column, message])).toEqual([
      [given, 1, 21, 'There is no file "./gone.yaml".'],
      [join(folder, 'strict/b.yaml'), 1, 1, 'Unknown setting "kindz". Did you mean "kinds"?'],
      [join(folder, 'strict/b.yaml'), 3, 47, expect.stringContaining('"t.md" is no document')],
      [file, expect.any(Number), expect.any(Number), expect.stringContaining('RUN-077')],
    ]);
  });

  test('of styles of a file that is named, which are part of what is remembered', async () => {
    const folder = temporaryFolder({
      [`docs/${file}`]: dangling,
      'a.yaml': 'extends: ./b.yaml\n',
      'b.yaml': 'rules: { dangling-id: error }\n',
    });
    const cache = { folder: temporaryFolder({}), tool: [join(temporaryFolder({ 't.js': '' }), 't.js')] };
    const run = async (): Promise<number> => {
      const args = ['check', join(folder, 'docs'), '--config', join(folder, 'a.yaml'), '--today', day];
      return (await runTool(args, { cache })).code;
    };
    expect([await run(), await run()]).toEqual([1, 1]);
    writeFileSync(join(folder, 'b.yaml'), 'rules: { dangling-id: off }\n');
    expect(await run()).toBe(0);
  });

  test('and a template that is not there, at the place that names it', async () => {
    const configuration = 'kinds:\n  - { name: page, files: pages, template: t/page.md }\n';
    const folder = temporaryFolder({ [file]: clean, '.runbook.yaml': configuration });
    expect(await rowsOf(folder)).toEqual([
      expect.objectContaining({ rule: 'configuration', severity: 'error', line: 2, column: 43 }),
    ]);
  });

  test('of several folders, each a workspace of its own and named in front of its files', async () => {
    const folder = temporaryFolder({ [`a/${file}`]: dangling, [`b/${file}`]: clean });
    const [a, b] = [join(folder, 'a'), join(folder, 'b')];
    const { out } = await runTool(['check', a, b, '--format', 'json', '--today', day]);
    expect(JSON.parse(out)).toEqual([expect.objectContaining({ file: `${a}/${file}` })]);
  });

  test('staleness by the day that is given', async () => {
    const folder = temporaryFolder({ [file]: clean });
    const { out } = await runTool(['check', folder, '--format', 'json', '--today', '2027-11-20']);
    expect((JSON.parse(out) as JsonRow[]).map(({ rule }) => rule)).toContain('stale-last-tested');
  });
});

describe('a text from standard input', () => {
  const stdin = (folder: string, name: string, input: string): ReturnType<typeof runTool> =>
    runTool(
      [
        'check',
        folder,
        '--stdin',
        '--stdin-filename',
        join(folder, name),
        '--format',
        'json',
        '--today',
        day,
      ],
      { input },
    );

  test('takes the place of its file, with the rest of the workspace around it', async () => {
    const folder = temporaryFolder({ [file]: clean, 'notes.md': 'Linked IDs: RUN-099\n' });
    const changed = await stdin(folder, file, dangling);
    expect(JSON.parse(changed.out)).toEqual([expect.objectContaining({ file, rule: 'dangling-id' })]);
    const fresh = await stdin(folder, 'docs/new.md', 'Linked IDs: RUN-001, RUN-099\n');
    expect(JSON.parse(fresh.out)).toEqual([expect.objectContaining({ file: 'docs/new.md', column: 22 })]);
  });

  test('must lie in the folder', async () => {
    const { code, error } = await stdin(temporaryFolder(), '../elsewhere.md', '');
    expect(code).toBe(2);
    expect(error).toContain('Give the folder that contains it');
  });
});

describe('JSON', () => {
  test('has nine keys, counts from 1 and ends before the next character', async () => {
    const folder = temporaryFolder({ [file]: fixable });
    const { out } = await check(folder, '--format', 'json');
    expect(JSON.parse(out)).toEqual([
      {
        file,
        line: 15,
        column: 38,
        endLine: 15,
        endColumn: 51,
        rule: 'nav-title-mismatch',
        severity: 'information',
        message: expect.stringContaining('Disk is slow') as string,
        fixable: true,
      },
    ]);
  });

  test('is an empty array for a clean folder', async () => {
    expect((await check(temporaryFolder(), '--format', 'json')).out).toBe('[]\n');
  });

  test('is in the order of files and places', async () => {
    const folder = temporaryFolder({
      'b.md': 'Linked IDs: RUN-050, RUN-051\n',
      [file]: dangling,
      'a.md': 'Linked IDs: RUN-052\n',
    });
    expect((await rowsOf(folder)).map((row) => row.file)).toEqual([file, 'a.md', 'b.md', 'b.md']);
  });
});

describe('GitHub annotations', () => {
  test('are commands with their place, escaped', async () => {
    const folder = temporaryFolder({ 'a, 100%: b/SoT.RUNBOOKS.md': dangling });
    const { out, code } = await check(folder, '--format', 'github');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^::warning file=a%2C 100%25%3A b\/SoT\.RUNBOOKS\.md,line=60,col=13,endLine=60,endColumn=20,title=Runbook%3A dangling-id::RUN-077 is not defined anywhere[^\n]+\n$/,
    );
  });

  test('name files from the folder that the run begins in', async () => {
    const { out } = await runTool(['check', 'examples/broken', '--format', 'github', '--today', day]);
    expect(out).toContain('::error file=examples/broken/');
  });
});

describe('JUnit', () => {
  test('is XML with a failure for each error and warning, and a case that passes for a clean document', async () => {
    const folder = temporaryFolder({
      [file]: dangling.replace('RUN-001: Disk is full', 'RUN-001: Disk & "co" <full>'),
      'notes.md': 'Nothing here.\n',
    });
    const { out } = await check(folder, '--format', 'junit');
    expect(out).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="runbook" tests="5" failures="2" errors="0">/,
    );
    expect(out).toContain('<testcase classname="notes.md" name="no findings"/>');
    expect(out).toMatch(/<failure type="warning" message="RUN-077 is not defined anywhere/);
    expect(out).toContain('Disk &amp; &quot;co&quot;');
    // every element that opens closes again
    const open = [...out.matchAll(/<(\/?)([\w-]+)[^<>]*?(\/?)>/g)].reduce<string[]>(
      (stack, [, end, name = '', empty]) => {
        if (end === '/') expect(stack.pop()).toBe(name);
        else if (empty !== '/') stack.push(name);
        return stack;
      },
      [],
    );
    expect(open).toEqual([]);
  });
});

describe('on the way', () => {
  test('tells a terminal how far it is, and leaves nothing there', async () => {
    const shown: string[] = [];
    const folder = temporaryFolder({ [file]: clean });
    await runTool(['check', folder], { progress: (text) => shown.push(text) });
    expect(shown[0]).toBe('Reading 1 of 1 documents');
    expect(shown.at(-1)).toBe('');
  });

  test('says which files were left out, and checks the others', async () => {
    const folder = temporaryFolder({
      [file]: dangling,
      'latin1.md': new Uint8Array([0x4b, 0xf6, 0x6c, 0x6e]),
      'export.md': 'RUN-999\n'.repeat(largestDocument / 8 + 1),
    });
    const { error, out } = await check(folder);
    expect(error).toContain('latin1.md was skipped: It is not UTF-8 text');
    expect(error).toContain(
      'export.md was skipped: It is 2.1 MB; documents above 2 MB are not read. Split it or exclude it.',
    );
    expect(out).not.toContain('RUN-999');
    expect(out).toContain('dangling-id');
  });
});

describe('text', () => {
  const textOf = async (line: string, options: Parameters<typeof runTool>[1] = {}): Promise<string[]> => {
    const folder = temporaryFolder({ [file]: clean, 'note.md': `${line}\n` });
    const { out } = await runTool(['check', folder, '--today', day], options);
    return out.split('\n');
  };
  const under = (lines: readonly string[], words: string): string => {
    const index = lines.findIndex((line) => line.includes(words) && !line.includes('not defined anywhere'));
    return `${lines[index] ?? ''}\n${lines[index + 1] ?? ''}`;
  };

  test('marks the words below their line', async () => {
    expect(under(await textOf('Linked IDs: RUN-050'), 'Linked')).toBe(
      '           Linked IDs: RUN-050\n                       ^^^^^^^',
    );
  });

  test('counts wide characters and emoji as terminals show them, and tabs as blanks', async () => {
    expect(under(await textOf('Related IDs: 数据库 🔥 RUN-050'), 'Related')).toBe(
      '           Related IDs: 数据库 🔥 RUN-050\n                                  ^^^^^^^',
    );
    expect(under(await textOf('Linked IDs:\tRUN-050'), 'Linked')).toBe(
      '           Linked IDs:    RUN-050\n                          ^^^^^^^',
    );
  });

  test('shows the part of a long line that matters', async () => {
    const [shown = '', carets = ''] = under(
      await textOf(`Linked IDs: ${'RUN-001, '.repeat(30)}RUN-050`),
      '…',
    ).split('\n');
    expect(shown.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('RUN-050');
    expect(shown.length).toBeLessThan(130);
  });

  test('takes no orders from documents', async () => {
    const lines = await textOf('Linked IDs: \u001b[31m\u202eRUN-050');
    expect(lines.join('\n')).not.toContain('\u001b');
    expect(lines.join('\n')).not.toContain('\u202e');
  });

  test('wraps messages on terminals', async () => {
    const lines = await textOf('Linked IDs: RUN-050', { columns: 80 });
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines[1]).toMatch(/^ {2}1:13 {5}warning {5}RUN-050/);
    expect(lines[2]).toMatch(/^ {11}\S/);
  });

  test('has colours where they are wanted', async () => {
    const folder = temporaryFolder({ [file]: dangling });
    const colored = async (colors: boolean, ...options: string[]): Promise<boolean> =>
      (await runTool(['check', folder, ...options], { colors })).out.includes('\u001b[');
    expect(await colored(true)).toBe(true);
    expect(await colored(true, '--no-color')).toBe(false);
    expect(await colored(false, '--color')).toBe(true);
  });

  test('counts what was found', async () => {
    const two = sotFile([bullet.first], [runEntry('001', 'Disk is full', '\nLinked IDs: RUN-050, RUN-051')]);
    const { out } = await check(temporaryFolder({ [file]: two }), '--rule', 'dangling-id');
    expect(out.trimEnd().split('\n').at(-1)).toBe('2 warnings in 1 document.');
  });
});
