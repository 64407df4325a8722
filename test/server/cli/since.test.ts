/** `runbook check --since`: only findings of files that git says have changed. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { fill, temporaryFolder, type FolderContent } from '../disk/temporary-folder';
import { day, runTool } from './run-tool';
import { clean, dangling, fixable } from './sample-folder';

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
    expect(error).toContain(`git knows no revision "${revision}" here`);
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
