/** `runbook-md renew`: dates change and nothing else, and such a change is told apart from others. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { day, runTool, type Ran } from '../server/cli/run-tool';
import { temporaryFolder } from '../server/disk/temporary-folder';

const configuration = `kinds:
  - name: page
    files: docs
    fields:
      - { name: Reviewed, sets: reviewDate }
      - { name: Review in, sets: reviewInterval }
`;

function page(date: string): string {
  return `# Page\r\n\r\n**Reviewed:** ${date} (drill)\r\n**Review in:** 3 months\r\n\r\nWords of 2025-01-31.`;
}

const content = {
  '.runbook.yaml': configuration,
  'docs/old.md': page('2025-01-31'),
  'docs/older.md': page('31 January 2025'),
  'docs/fresh.md': page('2026-11-01'),
  'docs/none.md': '# None\n\nWords.\n',
};

/** A repository with one commit. */
function repository(): string {
  const folder = temporaryFolder(content);
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  };
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', 'Begin');
  return folder;
}

async function renew(folder: string, ...args: readonly string[]): Promise<Ran> {
  const files = args.map((arg) => (arg.endsWith('.md') ? join(folder, arg) : arg));
  return runTool(['renew', '--folder', folder, '--today', day, ...files]);
}

test('renews what was given, in the form that it has, and leaves every other byte', async () => {
  const folder = repository();
  expect(await renew(folder, 'docs/old.md', 'docs/older.md')).toMatchObject({ code: 0, error: '' });
  expect(readFileSync(join(folder, 'docs/old.md'), 'utf8')).toBe(page(day));
  expect(readFileSync(join(folder, 'docs/older.md'), 'utf8')).toBe(page('20 November 2026'));
});

test('--stale renews those whose date has passed; --dry-run only shows it', async () => {
  const folder = repository();
  const shown = await renew(folder, '--stale', '--dry-run');
  expect(shown.out).toContain('-**Reviewed:** 2025-01-31 (drill)');
  expect(readFileSync(join(folder, 'docs/old.md'), 'utf8')).toBe(page('2025-01-31'));
  expect((await renew(folder, '--stale')).out).toBe(
    '  docs/old.md\n  docs/older.md\n2 review dates renewed.\n',
  );
  const again = await renew(folder, '--stale', '--dry-run');
  expect([again.out, again.error]).toEqual(['', 'runbook-md: no review date to renew.\n']);
});

test('a document without a date is named', async () => {
  const folder = repository();
  const { code, error } = await renew(folder, 'docs/none.md', 'docs/nowhere.md');
  expect([code, error]).toEqual([
    2,
    'runbook-md: docs/none.md has no review date. Say which field holds it: https://github.com/vscode-runbook/vscode-runbook/blob/main/docs/house-styles.md#fields\nrunbook-md: docs/nowhere.md is no document of this folder.\n',
  ]);
});

test('--verify tells a renewal from a change of content', async () => {
  const folder = repository();
  await renew(folder, '--stale');
  expect(await renew(folder, '--verify', 'HEAD')).toMatchObject({
    code: 0,
    out: 'Nothing but review dates changed in 2 files.\n',
  });
  const path = join(folder, 'docs/old.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace('Words', 'Other words'));
  expect(await renew(folder, '--verify', 'HEAD')).toMatchObject({ code: 1 });
  writeFileSync(path, page('2027-01-01'));
  expect((await renew(folder, '--verify', 'HEAD')).out).toBe(
    '  docs/old.md\n1 file of 2 changed in more than the review date.\n',
  );
  expect((await renew(folder, '--verify', 'nothing')).code).toBe(2);
  expect((await renew(folder)).code).toBe(2);
});

test('--verify outside of a repository says so, of itself', async () => {
  const folder = temporaryFolder(content);
  expect(await renew(folder, '--verify', 'HEAD')).toMatchObject({
    code: 2,
    error: expect.stringContaining(
      `--verify needs a git repository, but git cannot read one at "${folder}". It compares the documents with those of a revision.`,
    ) as string,
  });
});
