/**
 * Globs of the configuration: how they are written, checked and matched. Matching is linear in the path.
 *
 * As written, a glob without a slash means a name at any depth (`*.draft.md`), one with a slash is relative to the
 * folder of its file (`docs/*.md`, `/README.md`), a glob that matches a folder covers everything in it, and a leading
 * `!` takes back what earlier globs of the list matched. `normalizeGlob` turns this into the full form, in which
 * every glob is relative to its folder; all other functions take the full form.
 */
import { shorten } from '../text/shorten';
import { type Words, words } from '../text/say';
import { compileWildcards, InvalidWildcard, type WildcardFault } from '../text/wildcards';

/** Tells of a path, POSIX style and relative to the folder of the globs, whether they cover it. */
export type PathMatcher = (path: string) => boolean;

export interface GlobOptions {
  readonly ignoreCase: boolean;
}

/** The full form of a glob as a person wrote it, or what is wrong with it as a sentence. */
export function normalizeGlob(written: string): { readonly glob: string } | { readonly problem: Words } {
  const negated = written.startsWith('!');
  const body = (negated ? written.slice(1) : written)
    .trim()
    .replace(/^\.\//, '')
    .replace(/(?<!\/)\/+$/, '');
  if (body === '' || body === '.') {
    return { problem: words`Empty glob. Use ** for everything in the folder.` };
  }
  if (/\\[A-Za-z0-9]/.test(body) || /^[A-Za-z]:/.test(body)) {
    return { problem: words`A glob must be relative to the folder of this file, with "/" as separator.` };
  }
  if (body.split('/').includes('..')) {
    return {
      problem: words`A glob cannot leave the folder of this file. Move it to the configuration of a folder above.`,
    };
  }
  const anchored = body.includes('/') ? body.replace(/^\/+/, '') : `**/${body}`;
  try {
    compileAll([anchored], false);
  } catch (error) {
    if (error instanceof InvalidWildcard)
      return { problem: invalid[error.fault](shorten(written), error.most) };
    throw error;
  }
  return { glob: (negated ? '!' : '') + anchored };
}

const invalid: Readonly<Record<WildcardFault, (glob: string, most: number) => Words>> = {
  length: (glob, most) => words`Invalid glob "${glob}": it is longer than ${most} characters.`,
  bracket: (glob) => words`Invalid glob "${glob}": it has an unclosed bracket.`,
  range: (glob) => words`Invalid glob "${glob}": it has an invalid range in brackets.`,
  depth: (glob, most) => words`Invalid glob "${glob}": it nests more than ${most} braces.`,
  brace: (glob) => words`Invalid glob "${glob}": it has an unclosed brace.`,
};

/** The glob of a configuration in `folder`, as one relative to the workspace folder. */
export function moveGlob(folder: string, glob: string): string {
  if (folder === '') return glob;
  const literal = escapeGlob(folder);
  return isNegated(glob) ? `!${literal}/${glob.slice(1)}` : `${literal}/${glob}`;
}

/** A glob that means this path and no other. */
export function escapeGlob(path: string): string {
  return path.replace(/[\\[\](){}*?!+@|$^]/g, '\\$&');
}

/** A matcher for a list of globs: the last glob that matches decides. Compile once, match often. */
export function compileGlobs(globs: readonly string[], { ignoreCase }: GlobOptions): PathMatcher {
  if (!globs.some(isNegated)) return compileAll(globs, ignoreCase);
  const compiled = globs.map((glob) => {
    const body = isNegated(glob) ? glob.slice(1) : glob;
    return { matches: compileAll([body], ignoreCase), covers: !isNegated(glob) };
  });
  return (path) => compiled.findLast(({ matches }) => matches(path))?.covers ?? false;
}

/** A matcher for the files whose names a glob spells with their ending: `*.mdx`, `docs/*.{txt,md}`; null for other globs. */
export function compileEnding(glob: string): PathMatcher | null {
  const isSpelt = /\.(?:\w{1,12}|\{[\w,]{1,100}\})$/.test(glob.slice(glob.lastIndexOf('/') + 1));
  return isSpelt && !isNegated(glob) ? compileWildcards([glob], { ignoreCase: false, braces: true }) : null;
}

/** What any of some globs matches, and everything below that: a folder is covered with all that it holds. */
function compileAll(globs: readonly string[], ignoreCase: boolean): PathMatcher {
  const wildcards = globs.flatMap((glob) => {
    const body = glob.replace(/(?<!\/\*\*)(?:\/\*\*)+$/, '');
    return [body, `${body}/**`];
  });
  return compileWildcards(wildcards, { ignoreCase, braces: true });
}

/** Whether a glob takes back what earlier ones matched. */
export function isNegated(glob: string): boolean {
  return glob.startsWith('!');
}
