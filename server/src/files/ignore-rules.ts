/** What the `.gitignore` files of a folder tree leave out. Knows their rules, not where the files are read from. */
import { compileWildcards, InvalidWildcard } from '../text/wildcards';

/** The name of the files that hold such rules. */
export const ignoreFileName = '.gitignore';

/** Rules by folder. Paths are POSIX style, relative to the top folder, which itself is the empty path. */
export class IgnoreRules {
  readonly #rules = new Map<string, readonly IgnoreRule[]>();
  /** How long the paths of these folders are: others need not be looked up, which takes as long as they are. */
  readonly #lengths = new Set<number>();
  readonly #ignoreCase: boolean;

  /** With `ignoreCase` names match as they do on a file system that takes no account of case. */
  constructor({ ignoreCase }: { readonly ignoreCase: boolean }) {
    this.#ignoreCase = ignoreCase;
  }

  /** Takes over the text of the `.gitignore` in `folder`. Returns what of it does not count, in words, or null. */
  set(folder: string, text: string): string | null {
    const { rules, beyond } = readRules(text, this.#ignoreCase);
    this.#rules.set(folder, rules);
    this.#lengths.add(folder.length);
    return beyond;
  }

  /**
   * Whether a file or folder is left out by a rule about itself. The folders above it are taken to be not left out:
   * Git does not look into a folder that is, and neither may the caller.
   */
  ignores(path: string, isFolder: boolean): boolean {
    // The nearest .gitignore that says anything about a path decides.
    for (let at = path.lastIndexOf('/'); ; at = path.lastIndexOf('/', at - 1)) {
      const length = Math.max(at, 0);
      const verdict = this.#lengths.has(length)
        ? this.#verdict(path.slice(0, length), path.slice(at + 1), isFolder)
        : null;
      if (verdict !== null) return verdict;
      if (at <= 0) return false;
    }
  }

  /** What the `.gitignore` in `folder` says about a path relative to it; null when nothing. */
  #verdict(folder: string, path: string, isFolder: boolean): boolean | null {
    const rule = this.#rules
      .get(folder)
      ?.findLast((one) => (isFolder || !one.foldersOnly) && one.matches(path));
    return rule === undefined ? null : !rule.negated;
  }
}

/** One line of a `.gitignore`. */
interface IgnoreRule {
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  /** Takes a path relative to the folder of the file. */
  readonly matches: (path: string) => boolean;
}

/** What of one file counts, in UTF-16 units and lines, far above what people write; what is behind does not. */
const longestText = 200_000;
const mostRules = 5000;
/** Lines with three runs of anything in a name that one file may hold: each is followed in all its ways. */
const mostManifold = 20;
const manifold = /\*[^/*]+\*[^/*]+\*/;

interface ReadRules {
  readonly rules: readonly IgnoreRule[];
  /** What was left out, as sentences. */
  readonly beyond: string | null;
}

function readRules(text: string, ignoreCase: boolean): ReadRules {
  const rules: IgnoreRule[] = [];
  let manifolds = 0;
  let beyond =
    text.length > longestText ? `Only its first ${String(longestText)} characters count. Shorten it.` : null;
  for (const line of text
    .slice(0, longestText)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)) {
    if (manifold.test(line) && ++manifolds > mostManifold) {
      beyond ??= `Only its first ${String(mostManifold)} patterns with three or more * in a name count. Simplify them.`;
      continue;
    }
    const rule = readRule(line, ignoreCase);
    if (rule === null) continue;
    if (rules.length === mostRules)
      return { rules, beyond: `Only its first ${String(mostRules)} rules count. Shorten it.` };
    rules.push(rule);
  }
  return { rules, beyond };
}

function readRule(line: string, ignoreCase: boolean): IgnoreRule | null {
  // blanks at the end count only behind a backslash
  const written = line.replace(/(?<![ \\]) +$/, '');
  if (written.trim() === '' || written.startsWith('#')) return null;
  const negated = written.startsWith('!');
  const body = written.slice(negated ? 1 : 0);
  const foldersOnly = body.endsWith('/');
  const pattern = foldersOnly ? body.slice(0, -1) : body;
  const anchored = pattern.includes('/');
  if (pattern === '') return null;
  const matches = compile(pattern.replace(/^\//, ''), ignoreCase);
  if (matches === null) return null;
  return { negated, foldersOnly, matches: anchored ? matches : (path) => matches(nameOf(path)) };
}

/** Null for what Git takes for no pattern, such as a bracket that is not closed. */
function compile(pattern: string, ignoreCase: boolean): ((path: string) => boolean) | null {
  try {
    return compileWildcards([pattern], { ignoreCase, braces: false });
  } catch (error) {
    if (error instanceof InvalidWildcard) return null;
    throw error;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
