/** `runbook-md check` with a baseline: what is there is accepted, and only new findings fail. */
import { existsSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { fill, temporaryFolder } from '../disk/temporary-folder';
import { day, runTool, type Ran } from './run-tool';
import { bullet, clean, dangling, fixable, runEntry, sotFile } from './sample-folder';

const file = 'SoT.RUNBOOKS.md';
const baselineName = '.runbook-baseline.json';
const configured = { '.runbook.yaml': `baseline: ${baselineName}\n` };

async function check(folder: string, ...options: readonly string[]): Promise<Ran> {
  return runTool(['check', folder, '--max-warnings', '0', '--today', day, ...options]);
}

async function write(folder: string, ...options: readonly string[]): Promise<Ran> {
  return runTool(['check', folder, '--write-baseline', '--today', day, ...options]);
}

/** A folder whose findings are accepted. */
async function accepted(content: Readonly<Record<string, string>>): Promise<string> {
  const folder = temporaryFolder({ ...configured, ...content });
  expect((await write(folder)).code).toBe(0);
  expect(await check(folder)).toMatchObject({ code: 0, error: '' });
  return folder;
}

function edit(folder: string, change: (text: string) => string, name = file): void {
  const text = readFileSync(join(folder, name), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(folder, name), changed);
}

interface Row {
  readonly file: string;
  readonly rule: string;
  readonly accepted?: true;
}

async function rows(folder: string, ...options: readonly string[]): Promise<readonly Row[]> {
  return JSON.parse((await check(folder, '--format', 'json', ...options)).out) as readonly Row[];
}

const textOf = (folder: string): string => readFileSync(join(folder, baselineName), 'utf8');

describe('the file', () => {
  test('is JSON with one finding a line, the same for the same findings', async () => {
    const folder = await accepted({ [file]: dangling, 'b.md': 'Linked IDs: RUN-078, RUN-078\n' });
    const text = textOf(folder);
    expect(text).toMatch(/^\{"version": 1, "findings": \[\n(?:\{.*\},\n)*\{.*\}\n\]\}\n$/);
    const validate = new Ajv().compile(
      JSON.parse(readFileSync('schemas/runbook-baseline.schema.json', 'utf8')) as object,
    );
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
    const { findings } = JSON.parse(text) as { findings: readonly object[] };
    expect(findings).toEqual([
      {
        file: 'SoT.RUNBOOKS.md',
        rule: 'dangling-id',
        entry: 'RUN-001',
        at: expect.stringMatching(/^[0-9a-f]{12}\.[0-9a-f]{12}\.[0-9a-f]{12}$/) as string,
      },
      { file: 'b.md', rule: 'dangling-id', at: expect.stringMatching(/^\./) as string, count: 2 },
    ]);
    expect((await write(folder)).out).toBe(`3 findings accepted in ${baselineName}.\n`);
    expect(textOf(folder)).toBe(text);
  });

  test('is empty for a clean folder', async () => {
    expect(textOf(await accepted({ [file]: clean }))).toBe('{"version": 1, "findings": []}\n');
  });

  test.each([
    ['no JSON', '{', 'It is not JSON'],
    ['something else', '[]', 'It is not a baseline'],
    ['of a later version', '{"version": 2, "findings": []}', 'version 2'],
    [
      'with a finding that is none',
      '{"version": 1, "findings": [{"file": "a.md"}]}',
      'Number 1 of its findings',
    ],
    ['with conflicts', '{"version": 1, "findings": [\n<<<<<<< HEAD\n', 'merge conflicts'],
  ])('is refused: %s', async (_, text, reason) => {
    const folder = temporaryFolder({ ...configured, [file]: dangling, [baselineName]: text });
    const { code, error, out } = await check(folder);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(`cannot read the baseline "${baselineName}"`);
    expect(error).toContain(reason);
    expect((await check(folder, '--no-baseline')).code).toBe(1);
    expect((await write(folder)).code).toBe(0);
    expect((await check(folder)).code).toBe(0);
  });

  test.each([
    ['a document', file, dangling],
    ["another tool's file", 'package.json', '{"name": "shop"}'],
  ])('is not written over %s', async (_, name, text) => {
    const folder = temporaryFolder({
      '.runbook.yaml': `baseline: ${name}\n`,
      [file]: dangling,
      [name]: text,
    });
    for (const options of [[], ['--baseline', join(folder, name)]]) {
      const { code, error } = await write(folder, ...options);
      expect(code).toBe(2);
      expect(error).toContain('the file holds something else');
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    }
  });

  test('is missed where the configuration names it', async () => {
    const { code, error } = await check(temporaryFolder({ ...configured, [file]: clean }));
    expect(code).toBe(2);
    expect(error).toContain('It does not exist. Write it with "runbook-md check --write-baseline"');
  });

  test.each(['../outside.json', 'link/outside.json'])(
    'is not written outside of the folder: %s',
    async (path) => {
      const outer = temporaryFolder({
        'docs/.runbook.yaml': `baseline: ${path}\n`,
        [`docs/${file}`]: dangling,
      });
      symlinkSync(outer, join(outer, 'docs/link'));
      const { code, error } = await write(join(outer, 'docs'));
      expect(code).toBe(2);
      expect(error).toContain(`cannot write the baseline "${path}": it is outside the folder.`);
      expect(existsSync(join(outer, 'outside.json'))).toBe(false);
    },
  );

  test('may be given', async () => {
    const folder = temporaryFolder({ [file]: dangling });
    const place = join(folder, 'accepted.json');
    expect((await write(folder, '--baseline', place)).code).toBe(0);
    expect((await check(folder, '--baseline', place)).code).toBe(0);
    expect((await check(folder)).code).toBe(1);
  });

  test.each([
    ['--since', ['--write-baseline', '--since', 'HEAD']],
    ['--prune', ['--write-baseline', '--prune']],
    ['--no-baseline', ['--prune', '--no-baseline']],
    ['a baseline', ['--prune']],
  ])('goes by all findings: %s', async (reason, options) => {
    const { code, error } = await runTool(['check', temporaryFolder({ [file]: clean }), ...options]);
    expect(code).toBe(2);
    expect(error).toContain(reason);
  });
});

describe('what is accepted stays so', () => {
  test.each<readonly [string, (text: string) => string]>([
    ['when text moves', (text) => text.replace('# Runbooks\n', '# Runbooks\n\nMore words.\n\n')],
    ['when the words around it change', (text) => text.replace('du -xh', 'du -xch')],
    ['when the title changes', (text) => text.replace('# Runbooks\n', '# All runbooks\n')],
    ['when steps are numbered anew', (text) => text.replace('Step 1:', 'Step 2:')],
    ['when white space changes', (text) => text.replace('RUN-077', ' RUN-077 ')],
  ])('%s', async (_, change) => {
    const folder = await accepted({ [file]: dangling });
    edit(folder, change);
    const found = await rows(folder, '--rule', 'dangling-id');
    expect(found.map((one) => one.accepted)).toEqual([true]);
  });

  test('when its file is renamed, and pruning names the new one', async () => {
    const folder = await accepted({ 'docs/ops.md': '# Operations\n\nLinked IDs: RUN-078\n', [file]: clean });
    renameSync(join(folder, 'docs/ops.md'), join(folder, 'docs/operations.md'));
    expect(await check(folder)).toMatchObject({ code: 0, error: '' });
    await check(folder, '--prune');
    expect(textOf(folder)).toContain('"file":"docs/operations.md"');
    expect(await check(folder)).toMatchObject({ code: 0, error: '' });
  });

  test('when an entry moves to another document', async () => {
    const entry = runEntry('003', 'Disk is lost', '\nLinked IDs: RUN-077');
    const folder = await accepted({ [file]: `${clean}\n${entry}`, 'more.md': '# More runbooks\n' });
    edit(folder, (text) => text.replace(entry, ''));
    edit(folder, (text) => `${text}\n${entry}`, 'more.md');
    const found = await rows(folder, '--rule', 'dangling-id');
    expect(found).toMatchObject([{ file: 'more.md', accepted: true }]);
  });

  test('not when another document of another title has the same finding', async () => {
    const folder = await accepted({ 'a.md': '# Operations\n\nLinked IDs: RUN-078\n', [file]: clean });
    renameSync(join(folder, 'a.md'), join(folder, 'b.md'));
    edit(folder, (text) => text.replace('# Operations', '# Something else'), 'b.md');
    expect((await check(folder)).code).toBe(1);
  });
});

describe('what is new fails', () => {
  test('another finding of the same rule', async () => {
    const folder = await accepted({ [file]: dangling });
    edit(folder, (text) => text.replace('See RUN-001.', 'Linked IDs: RUN-088'));
    const { code, out } = await check(folder);
    expect(code).toBe(1);
    expect(out).toContain('RUN-088');
    expect(out).not.toContain('RUN-077');
    expect(out).toContain('1 warning in 1 document. 1 accepted finding not shown.');
  });

  test('one more on the same words', async () => {
    const folder = await accepted({ [file]: dangling });
    edit(folder, (text) => text.replace('Linked IDs: RUN-077', 'Linked IDs: RUN-077\n\nLinked IDs: RUN-077'));
    expect((await rows(folder)).map((one) => one.accepted)).toEqual([true, undefined]);
    expect((await check(folder)).code).toBe(1);
  });

  test('the same in another entry', async () => {
    const text = sotFile(
      [bullet.first, bullet.second],
      [
        runEntry('001', 'Disk is full', '\nLinked IDs: RUN-077'),
        runEntry('002', 'Disk is slow', '\nSee RUN-001.'),
      ],
    );
    const folder = await accepted({ [file]: text });
    edit(folder, (before) => before.replace('See RUN-001.', 'Linked IDs: RUN-077'));
    expect((await check(folder)).code).toBe(1);
  });

  test('the same in a copy of an entry that is still where it was, without it', async () => {
    const entry = runEntry('003', 'Disk is lost', '\nLinked IDs: RUN-077');
    const folder = await accepted({ [file]: `${clean}\n${entry}`, 'more.md': '# More runbooks\n' });
    edit(folder, (text) => text.replace('\nLinked IDs: RUN-077', ''));
    edit(folder, (text) => `${text}\n${entry}`, 'more.md');
    const found = await rows(folder, '--rule', 'dangling-id');
    expect(found.map((one) => one.accepted)).toEqual([undefined]);
  });

  test('a mistake in the configuration is never accepted', async () => {
    const folder = temporaryFolder({
      '.runbook.yaml': `${configured['.runbook.yaml']}rules: 3\n`,
      [file]: clean,
    });
    await write(folder);
    expect((await check(folder)).code).toBe(1);
  });
});

describe('what is gone', () => {
  test('is told, and removed on request', async () => {
    const folder = await accepted({ [file]: dangling, 'b.md': 'Linked IDs: RUN-078\n' });
    writeFileSync(join(folder, file), clean);
    writeFileSync(join(folder, 'b.md'), 'Nothing.\n');
    expect((await check(folder)).error).toBe(
      `runbook-md: 2 accepted findings are gone; --prune removes them from ${baselineName}.\n`,
    );
    expect((await check(folder, '--prune')).error).toBe('');
    expect(textOf(folder)).toBe('{"version": 1, "findings": []}\n');
  });

  test('leaves the others of its kind accepted', async () => {
    const twice = dangling.replace('Linked IDs: RUN-077', 'Linked IDs: RUN-077\n\nLinked IDs: RUN-077');
    const folder = await accepted({ [file]: twice });
    writeFileSync(join(folder, file), dangling);
    await check(folder, '--prune');
    expect(textOf(folder)).not.toContain('count');
    writeFileSync(join(folder, file), twice);
    expect((await check(folder)).code).toBe(1);
  });
});

describe('with other options', () => {
  test('--rule accepts the findings of one rule besides', async () => {
    const text = dangling.replace('- Disk is slow', '- Disk is quick');
    const folder = temporaryFolder({ ...configured, [file]: text });
    await write(folder, '--rule', 'dangling-id');
    expect((await rows(folder)).map(({ rule, accepted: is }) => [rule, is])).toEqual([
      ['nav-title-mismatch', undefined],
      ['dangling-id', true],
    ]);
    await write(folder, '--rule', 'nav-title-mismatch');
    expect((await rows(folder)).every((one) => one.accepted)).toBe(true);
  });

  test('--fix leaves what is accepted alone', async () => {
    const folder = await accepted({ [file]: fixable });
    await check(folder, '--fix');
    expect(readFileSync(join(folder, file), 'utf8')).toBe(fixable);
    await check(folder, '--fix', '--no-baseline');
    expect(readFileSync(join(folder, file), 'utf8')).not.toBe(fixable);
  });

  test('the cache holds what is found, whatever is accepted', async () => {
    const outside = temporaryFolder({ 'tool.js': '' });
    const cache = { folder: join(outside, 'cache'), tool: [join(outside, 'tool.js')] };
    const folder = temporaryFolder({
      ...configured,
      [file]: dangling,
      [baselineName]: '{"version":1,"findings":[]}',
    });
    const run = async (...options: readonly string[]): Promise<Ran> =>
      runTool(['check', folder, '--max-warnings', '0', '--today', day, ...options], { cache });
    expect((await run()).code).toBe(1);
    expect((await run('--no-baseline')).code).toBe(1);
    await write(folder);
    expect((await run()).code).toBe(0);
    expect((await run('--no-baseline')).code).toBe(1);
    fill(folder, { [baselineName]: '{"version":1,"findings":[]}' });
    expect((await run()).code).toBe(1);
  });

  test('SARIF says what was there before, other formats leave it out', async () => {
    const folder = await accepted({ [file]: dangling });
    const { out } = await check(folder, '--format', 'sarif');
    expect(JSON.parse(out)).toMatchObject({
      runs: [
        {
          results: [{ baselineState: 'unchanged', suppressions: [{ kind: 'external', status: 'accepted' }] }],
        },
      ],
    });
    for (const format of ['github', 'gitlab', 'rdjson', 'checkstyle', 'junit'])
      expect((await check(folder, '--format', format)).out).not.toContain('dangling-id');
  });

  test('several folders have theirs each', async () => {
    const one = await accepted({ [file]: dangling });
    const other = temporaryFolder({ [file]: dangling });
    const { code, out } = await runTool(['check', one, other, '--max-warnings', '0', '--today', day]);
    expect(code).toBe(1);
    expect(out).toContain('1 warning in 2 documents. 1 accepted finding not shown.');
  });
});
