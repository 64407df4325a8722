/** `runbook-md check --since`: only findings of files that git says have changed. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fill, temporaryFolder, type FolderContent } from '../server/disk/temporary-folder';
import { day, runTool } from '../server/cli/run-tool';
import { clean, dangling, fixable } from '../server/cli/sample-folder';

afterEach(() => {
  vi.unstubAllEnvs();
});

function git(folder: string, ...args: readonly string[]): void {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'pipe' });
}

/** A repository with one commit of these files. */
function repository(content: FolderContent): string {
  const folder = temporaryFolder(content);
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'Begin');
  return folder;
}

async function filesOf(folder: string, revision: string): Promise<string[]> {
  const { out } = await runTool(['check', folder, '--since', revision, '--format', 'json', '--today', day]);
  return (JSON.parse(out) as { file: string }[]).map(({ file }) => file);
}

const stray = 'Linked IDs: RUN-077\n';
const old = { 'SoT.RUNBOOKS.md': dangling, 'a b.md': stray, 'docs/c.md': stray } as const;

test('nothing when nothing has changed', async () => {
  expect(await filesOf(repository(old), 'HEAD')).toEqual([]);
});

test('of what was kept only those; and what they leave out is not taken for all there is', async () => {
  const folder = repository(old);
  const outside = temporaryFolder({ 'tool.js': '' });
  const cache = { folder: join(outside, 'cache'), tool: [join(outside, 'tool.js')] };
  const check = async (...options: readonly string[]): Promise<string> =>
    (await runTool(['check', folder, '--today', day, ...options], { cache })).out;
  expect(await check('--since', 'HEAD')).toBe('No findings in 0 documents.\n');
  expect(await check()).toContain('3 warnings in 3 documents.');
  expect(await check('--since', 'HEAD')).toBe('No findings in 0 documents.\n');
});

test('files that were changed, committed since, or are new', async () => {
  const folder = repository(old);
  fill(folder, { 'docs/c.md': `${stray}More.\n` });
  git(folder, 'commit', '--quiet', '--all', '--message', 'Change');
  fill(folder, { 'a b.md': `${stray}More.\n`, 'docs/é new.md': stray });
  expect(await filesOf(folder, 'HEAD')).toEqual(['a b.md', 'docs/é new.md']);
  expect(await filesOf(folder, 'HEAD~1')).toEqual(['a b.md', 'docs/c.md', 'docs/é new.md']);
});

test('files of the checked folder, when it is inside a repository', async () => {
  const folder = repository(old);
  fill(folder, { 'docs/SoT.RUNBOOKS.md': dangling, 'a b.md': `${stray}More.\n` });
  expect(await filesOf(join(folder, 'docs'), 'HEAD')).toEqual(['SoT.RUNBOOKS.md']);
});

test('the same while git runs a hook', async () => {
  const folder = repository(old);
  fill(folder, { 'docs/SoT.RUNBOOKS.md': dangling });
  vi.stubEnv('GIT_DIR', '.git');
  vi.stubEnv('GIT_INDEX_FILE', '.git/index');
  expect(await filesOf(join(folder, 'docs'), 'HEAD')).toEqual(['SoT.RUNBOOKS.md']);
});

test('no fixes elsewhere', async () => {
  const folder = repository({ 'SoT.RUNBOOKS.md': fixable, 'note.md': 'Nothing.\n' });
  const { out } = await runTool(['check', folder, '--fix', '--since', 'HEAD', '--today', day]);
  expect(out).toMatch(/^Nothing to fix\.\n/);
});

test.each(['no-such-branch', '--output=stolen', ''])(
  'a revision that git does not know: "%s"',
  async (revision) => {
    const folder = repository({ 'SoT.RUNBOOKS.md': clean });
    const { code, error } = await runTool(['check', folder, `--since=${revision}`]);
    expect(code).toBe(2);
    expect(error).toContain(`unknown git revision "${revision}"`);
  },
);

test('a folder in no repository', async () => {
  const folder = temporaryFolder();
  vi.stubEnv('GIT_CEILING_DIRECTORIES', join(folder, '..'));
  const { code, error } = await runTool(['check', folder, '--since', 'HEAD']);
  expect(code).toBe(2);
  expect(error).toContain('--since needs a git repository');
});

test('no git at all', async () => {
  vi.stubEnv('PATH', temporaryFolder());
  const { code, error } = await runTool(['check', temporaryFolder(), '--since', 'HEAD']);
  expect(code).toBe(2);
  expect(error).toContain('--since needs git, which was not found');
});

describe.skipIf(process.platform === 'win32')('a repository that nobody vouches for', () => {
  /** A program that leaves a trace when it is run, and the path of the trace. */
  function trap(folder: string, name: string): { readonly program: string; readonly trace: string } {
    const [program, trace] = [join(folder, name), join(folder, `${name}.ran`)];
    writeFileSync(program, `#!/bin/sh\ntouch '${trace}'\ncat\n`);
    chmodSync(program, 0o755);
    return { program, trace };
  }

  test.each([
    ['core.fsmonitor', (program: string) => `[core]\n\tfsmonitor = ${program}\n`],
    ['core.hooksPath', (program: string) => `[core]\n\thooksPath = ${join(program, '..')}\n`],
    ['core.pager', (program: string) => `[core]\n\tpager = ${program}\n[pager]\n\tdiff = ${program}\n`],
    ['an external diff', (program: string) => `[diff]\n\texternal = ${program}\n`],
    ['a diff driver', (program: string) => `[diff "x"]\n\tcommand = ${program}\n\ttextconv = ${program}\n`],
    ['a clean filter', (program: string) => `[filter "x"]\n\tclean = ${program}\n\trequired = true\n`],
    ['a filter process', (program: string) => `[filter "x"]\n\tprocess = ${program}\n`],
    ['an alias', (program: string) => `[alias]\n\trev-parse = !${program}\n\tdiff = !${program}\n`],
    ['ssh', (program: string) => `[core]\n\tsshCommand = ${program}\n\taskPass = ${program}\n`],
  ])('names programs, which are not run: %s', async (_, configuration) => {
    const folder = repository({ ...old, '.gitattributes': '*.md diff=x filter=x\n' });
    const outside = temporaryFolder();
    const { program, trace } = trap(outside, 'post-index-change');
    appendFileSync(join(folder, '.git/config'), configuration(program));
    fill(folder, { 'a b.md': `${stray}More.\n` });
    expect(await filesOf(folder, 'HEAD')).toEqual(['a b.md']);
    expect(existsSync(trace)).toBe(false);
  });

  test('includes a configuration that names programs, which are not run', async () => {
    const folder = repository({ ...old, '.gitattributes': '*.md filter=x\n' });
    const { program, trace } = trap(temporaryFolder(), 'filter');
    fill(folder, { more: `[filter "x"]\n\tclean = ${program}\n`, 'a b.md': `${stray}More.\n` });
    appendFileSync(join(folder, '.git/config'), '[include]\n\tpath = ../more\n');
    expect(await filesOf(folder, 'HEAD')).toEqual(['a b.md']);
    expect(existsSync(trace)).toBe(false);
  });

  test('holds a git of its own, which is not run', async () => {
    const folder = repository(old);
    const { trace } = trap(folder, 'git');
    vi.stubEnv('PATH', ['.', '', folder, process.env['PATH'] ?? ''].join(delimiter));
    fill(folder, { 'a b.md': `${stray}More.\n` });
    expect(await filesOf(folder, 'HEAD')).toEqual(['a b.md']);
    expect(existsSync(trace)).toBe(false);
  });

  test('is not helped by the environment', async () => {
    const folder = repository(old);
    const { program, trace } = trap(temporaryFolder(), 'program');
    for (const name of ['GIT_EXTERNAL_DIFF', 'GIT_PAGER', 'GIT_SSH_COMMAND', 'GIT_ASKPASS'])
      vi.stubEnv(name, program);
    vi.stubEnv('GIT_CONFIG_COUNT', '1');
    vi.stubEnv('GIT_CONFIG_KEY_0', 'core.fsmonitor');
    vi.stubEnv('GIT_CONFIG_VALUE_0', program);
    fill(folder, { 'a b.md': `${stray}More.\n` });
    expect(await filesOf(folder, 'HEAD')).toEqual(['a b.md']);
    expect(existsSync(trace)).toBe(false);
  });
});

describe('what comes with time', () => {
  const tested = (date: string): string =>
    clean.replace('**Last Tested**: 2026-11-01', `**Last Tested**: ${date}`);
  const stale = tested('2026-01-01');
  const rulesOf = async (folder: string, ...options: readonly string[]): Promise<string[]> => {
    const { out } = await runTool(['check', folder, '--format', 'json', '--today', day, ...options]);
    return (JSON.parse(out) as { rule: string }[]).map(({ rule }) => rule);
  };
  const file = 'SoT.RUNBOOKS.md';

  test('is the only thing that is asked for, or what is not', async () => {
    const folder = temporaryFolder({ [file]: stale.replace('See RUN-002.', 'Linked IDs: RUN-077') });
    expect(await rulesOf(folder)).toEqual(['stale-last-tested', 'dangling-id']);
    expect(await rulesOf(folder, '--time', 'all')).toEqual(['stale-last-tested', 'dangling-id']);
    expect(await rulesOf(folder, '--time', 'only')).toEqual(['stale-last-tested']);
    expect(await rulesOf(folder, '--time', 'without')).toEqual(['dangling-id']);
    const { code } = await runTool(['check', folder, '--time', 'never']);
    expect(code).toBe(2);
  });

  test('says so in JSON; what was never tested does not come with time', async () => {
    const folder = temporaryFolder({ [file]: stale, 'ops/SoT.RUNBOOKS.md': tested('Never') });
    const { out } = await runTool([
      'check',
      folder,
      '--format',
      'json',
      '--rule',
      'stale-last-tested',
      '--today',
      day,
    ]);
    expect((JSON.parse(out) as { byTime?: true }[]).map(({ byTime }) => byTime)).toEqual([true, undefined]);
  });

  test('does not fail a change that did not touch it', async () => {
    const folder = repository({ [file]: stale });
    fill(folder, { [file]: stale.replace('# Runbooks', '# Runbooks\n\nOf the platform.') });
    expect(await rulesOf(folder, '--since', 'HEAD')).toEqual([]);
    expect(await rulesOf(folder, '--since', 'HEAD', '--time', 'all')).toEqual(['stale-last-tested']);
    fill(folder, { [file]: tested('2026-02-01') });
    expect(await rulesOf(folder, '--since', 'HEAD')).toEqual(['stale-last-tested']);
    fill(folder, { [file]: stale, 'new/SoT.RUNBOOKS.md': stale.replaceAll('RUN-00', 'RUN-10') });
    expect(await rulesOf(folder, '--since', 'HEAD', '--rule', 'stale-last-tested')).toEqual([
      'stale-last-tested',
    ]);
  });
});
