/**
 * Where the files of a workspace folder may really be: inside of it. A link can lead anywhere, and what it leads to can
 * be changed at any moment, so that paths without links are compared. Reads no files.
 */
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

export class Boundary {
  /** The path of the folder without links. */
  readonly root: string;
  readonly #inside: string;

  /** `root`: an absolute path without links. */
  constructor(root: string) {
    this.root = root;
    this.#inside = root.endsWith(sep) ? root : root + sep;
  }

  /** The boundary of the folder at an absolute path, which may be a link itself, and need not exist. */
  static of(folder: string): Boundary {
    try {
      return new Boundary(realpathSync.native(folder));
    } catch {
      return new Boundary(folder);
    }
  }

  /** Whether a path without links is the folder or lies inside of it. */
  holds(real: string): boolean {
    return real === this.root || real.startsWith(this.#inside);
  }
}
