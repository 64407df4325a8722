/** Paths of files to create, as people type them. Pure text, tested without an editor. */

/** What can be wrong with a path. */
export type PathProblem = 'empty' | 'outside' | 'characters';

/** Characters that not every file system takes, and those that nobody sees. */
const forbidden = /[<>:"|?*\\]|\p{Cc}/u;

/** A path below a folder as it is meant: without blanks around it, and with an extension of Markdown. */
export function toMarkdownPath(typed: string): string {
  const path = typed.trim();
  return /\.(?:md|markdown)$/i.test(path) ? path : `${path}.md`;
}

/** What is wrong with a path below a folder, or undefined. */
export function pathProblem(typed: string): PathProblem | undefined {
  const segments = typed.trim().split('/');
  if (typed.trim() === '' || segments.at(-1) === '') return 'empty';
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return 'outside';
  return forbidden.test(typed.trim()) || segments.some((segment) => /[. ]$/.test(segment))
    ? 'characters'
    : undefined;
}

/** The path itself where nothing is there, else the first of `name-2`, `name-3`… that is free. */
export async function freePath(path: string, exists: (path: string) => Promise<boolean>): Promise<string> {
  const extension = /\.\w{1,20}$/.exec(path)?.[0] ?? '';
  const stem = path.slice(0, path.length - extension.length);
  let free = path;
  for (let number = 2; await exists(free); number++) free = `${stem}-${String(number)}${extension}`;
  return free;
}
