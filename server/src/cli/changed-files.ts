/** Asks git which files of a folder changed. Knows nothing of documents. */
import { git, GitMissingError } from './git';
import { UsageError } from './usage-error';

/** The option that asks for a revision, and what to say where there is no git, as a sentence. */
export interface AskedBy {
  readonly option: string;
  readonly otherwise: string;
}

/**
 * The files below `folder` (an absolute path) that differ from a revision of git, as paths relative to it with `/`:
 * committed since, changed in the working tree, or not tracked.
 * @throws UsageError when git is missing, the folder is in no repository, or there is no such revision.
 */
export async function changedFiles(
  folder: string,
  revision: string,
  askedBy: AskedBy,
): Promise<ReadonlySet<string>> {
  await requireRepository(folder, askedBy);
  const commit = await commitOf(folder, revision);
  const [changed, untracked] = await Promise.all([
    git(folder, ['diff', ...plainDifference, commit, '--']),
    git(folder, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  return new Set([...changed.split('\0'), ...untracked.split('\0')].filter((path) => path !== ''));
}

/** Names of files, compared by git alone: no program that a configuration or an attributes file names has a part in it. */
const plainDifference = [
  ...['--name-only', '--relative', '--no-renames', '-z'],
  ...['--no-ext-diff', '--no-textconv', '--ignore-submodules=all'],
];

/**
 * The lines of a file of {@link changedFiles} that are new or changed, first and last counted from 1; null for a file
 * that git does not know, all of which is new.
 */
export async function changedLines(
  folder: string,
  revision: string,
  file: string,
): Promise<readonly (readonly [number, number])[] | null> {
  const commit = await commitOf(folder, revision);
  const patch = await git(folder, ['diff', ...plainPatch, commit, '--', file]);
  if (patch === '') return null;
  return [...patch.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, start = '0', count = '1']) => [
    Number(start),
    Number(start) + Number(count) - 1,
  ]);
}

/** The text that a file of {@link changedFiles} had at a revision; null for one that was not there. */
export async function textBefore(folder: string, revision: string, file: string): Promise<string | null> {
  const commit = await commitOf(folder, revision);
  try {
    // the content as it is stored: nothing that a configuration names converts it
    return await git(folder, ['cat-file', 'blob', `${commit}:./${file}`]);
  } catch {
    return null;
  }
}

const plainPatch = [
  ...['--unified=0', '--relative', '--no-renames', '--text', '--no-color', '--no-prefix'],
  ...['--no-ext-diff', '--no-textconv', '--ignore-submodules=all'],
];

async function requireRepository(folder: string, { option, otherwise }: AskedBy): Promise<void> {
  try {
    await git(folder, ['rev-parse', '--git-dir']);
  } catch (error) {
    if (error instanceof GitMissingError)
      throw new UsageError(`${option} needs git, which was not found. Install it. ${otherwise}`);
    throw new UsageError(
      `${option} needs a git repository, but git cannot read one at "${folder}". ${otherwise}`,
    );
  }
}

async function commitOf(folder: string, revision: string): Promise<string> {
  const unknown = `unknown git revision "${revision}". Use a commit, branch or tag; in a shallow clone, fetch more history first.`;
  // git would read it as an option
  if (revision.startsWith('-') || revision.trim() === '') throw new UsageError(unknown);
  try {
    return (await git(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])).trim();
  } catch {
    throw new UsageError(unknown);
  }
}
