/** Asks git which files of a folder changed. Knows nothing of documents. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UsageError } from './usage-error';

const run = promisify(execFile);

/** Bytes of file names that git may answer with. */
const longestAnswer = 256 * 1024 * 1024;

/**
 * The files below `folder` (an absolute path) that differ from a revision of git, as paths relative to it with `/`:
 * committed since, changed in the working tree, or not tracked.
 * @throws UsageError when git is missing, the folder is in no repository, or there is no such revision.
 */
export async function changedFiles(folder: string, revision: string): Promise<ReadonlySet<string>> {
  await requireRepository(folder);
  const commit = await commitOf(folder, revision);
  const [changed, untracked] = await Promise.all([
    git(folder, ['diff', '--name-only', '--relative', '--no-renames', '-z', commit, '--']),
    git(folder, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  return new Set([...changed.split('\0'), ...untracked.split('\0')].filter((path) => path !== ''));
}

async function requireRepository(folder: string): Promise<void> {
  try {
    await git(folder, ['rev-parse', '--git-dir']);
  } catch (error) {
    if (isMissing(error))
      throw new UsageError('--since needs git, which was not found. Install it, or leave --since out.');
    throw new UsageError(
      `--since needs a git repository, and "${folder}" is in none that git can read. Leave --since out to check all files.`,
    );
  }
}

async function commitOf(folder: string, revision: string): Promise<string> {
  const unknown = `git knows no revision "${revision}" here. Name a commit, a branch or a tag; a shallow clone may have to be fetched further.`;
  // git would read it as an option
  if (revision.startsWith('-') || revision.trim() === '') throw new UsageError(unknown);
  try {
    return (await git(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])).trim();
  } catch {
    throw new UsageError(unknown);
  }
}

async function git(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', folder, ...args], {
    maxBuffer: longestAnswer,
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !hookVariables.has(name))),
  });
  return stdout;
}

/** Set while git runs a hook, relative to the folder of the hook: git finds the repository of our folder by itself. */
const hookVariables: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_WORK_TREE',
]);

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
