/** What the `.gitignore` files of a folder tree leave out. Knows their rules, not where the files are read from. */
import ignore, { type Ignore } from 'ignore';

/** The name of the files that hold such rules. */
export const ignoreFileName = '.gitignore';

/** Rules by folder. Paths are POSIX style, relative to the top folder, which itself is the empty path. */
export class IgnoreRules {
  readonly #rules = new Map<string, Ignore>();
  readonly #ignoreCase: boolean;

  /** With `ignoreCase` names match as they do on a file system that takes no account of case. */
  constructor({ ignoreCase }: { readonly ignoreCase: boolean }) {
    this.#ignoreCase = ignoreCase;
  }

  /** Takes over the text of the `.gitignore` in `folder`. */
  set(folder: string, text: string): void {
    this.#rules.set(folder, ignore({ ignoreCase: this.#ignoreCase, allowRelativePaths: false }).add(text));
  }

  /**
   * Whether a file or folder is left out by a rule about itself. The folders above it are taken to be not left out:
   * Git does not look into a folder that is, and neither may the caller.
   */
  ignores(path: string, isFolder: boolean): boolean {
    const suffix = isFolder ? '/' : '';
    // The nearest .gitignore that says anything about a path decides.
    for (let at = path.lastIndexOf('/'); ; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, Math.max(at, 0));
      const verdict = this.#verdict(folder, path.slice(at + 1) + suffix);
      if (verdict !== null) return verdict;
      if (at <= 0) return false;
    }
  }

  /** What the `.gitignore` in `folder` says about a path relative to it; null when nothing. */
  #verdict(folder: string, path: string): boolean | null {
    const rules = this.#rules.get(folder);
    if (rules === undefined) return null;
    const { ignored, unignored } = rules.test(path);
    if (unignored) return false;
    if (!ignored) return null;
    // A folder above that these rules leave out was taken back by a nearer file, so it speaks no longer for the path.
    return isIgnoredThroughParent(rules, path) ? null : true;
  }
}

function isIgnoredThroughParent(rules: Ignore, path: string): boolean {
  const at = path.lastIndexOf('/', path.length - 2);
  return at > 0 && rules.test(path.slice(0, at + 1)).ignored;
}
