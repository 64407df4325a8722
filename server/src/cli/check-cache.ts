/**
 * Keeps the check of a folder for the next time that everything is the same: the files, the rules that say which
 * files count, the configuration, the day, the tool and what it runs on. Content decides, not times or sizes.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { EntryStore } from '../disk/entry-store';
import type { Program } from '../disk/program';
import type { FolderCheck } from './folder-check';
import type { ReadFolder } from './read-folder';
import { readStoredCheck, writeStoredCheck } from './stored-check';

/** Counts up when the meaning of what is kept changes in a way that the tool's own code does not show. */
const format = 1;

export interface CachePlace {
  /** Absolute path of the folder to keep things in; it need not exist. */
  readonly folder: string;
  /** Absolute paths of the files that the tool may be made of: other code may find other things. */
  readonly tool: readonly string[];
  /** From how many documents on it is kept what is known of each; if not the usual number. */
  readonly worthSaving?: number;
}

/** What a check depends on besides the folder. */
export interface CheckTerms {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Whether findings come with details. */
  readonly detailed: boolean;
  /** Says which documents are set aside. */
  readonly setAside: string;
  /** What the documents have to pass; null leaves it to the configuration. */
  readonly profile: string | null;
}

/** Names a check, and everything that it was made of. */
export interface CheckKey {
  /** The same for all checks of which only the last one is kept. */
  readonly name: string;
  readonly fingerprint: string;
}

export class CheckCache {
  readonly #store: EntryStore;
  readonly #program: Program;

  /** `folder`: absolute path of the one to keep things in. */
  constructor(folder: string, program: Program) {
    this.#store = new EntryStore(join(folder, 'check'));
    this.#program = program;
  }

  /** To be asked before the contents of the folder are taken. */
  keyOf(
    { root, configuration, contents }: ReadFolder,
    { today, detailed, setAside, profile }: CheckTerms,
  ): CheckKey {
    const { fingerprint: tool } = this.#program;
    const hash = createHash('sha256').update(
      JSON.stringify({ format, tool, root, configuration, today, detailed, setAside, profile }),
    );
    for (const piece of contents.pieces()) hash.update(piece);
    const name = createHash('sha256')
      .update(JSON.stringify({ root, configuration: configuration?.path ?? null, detailed }))
      .digest('hex');
    return { name, fingerprint: hash.digest('hex') };
  }

  /** The check that was kept under this key; null when there is none. */
  async read({ name, fingerprint }: CheckKey): Promise<FolderCheck | null> {
    const text = await this.#store.read(name);
    const stored = text === null ? null : readStoredCheck(text);
    return stored?.fingerprint === fingerprint ? stored.check : null;
  }

  /** Keeps a check under a key, if that is possible. */
  async write({ name, fingerprint }: CheckKey, check: FolderCheck): Promise<void> {
    await this.#store.write(name, writeStoredCheck({ fingerprint, check }));
  }
}
