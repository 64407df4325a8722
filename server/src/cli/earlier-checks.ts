/**
 * What earlier checks saved, opened when it is first asked for: to tell which tool this is, all of it is read. Knows nothing of
 * what it is used for.
 */
import { holdsAnything } from '../disk/look-at';
import { openSnapshots } from '../disk/open-snapshots';
import { readProgram } from '../disk/program';
import { DiskWorkLog, workLogFolder } from '../disk/work-log';
import { CheckCache, type CachePlace } from './check-cache';
import type { OpenSnapshots } from './open-workspace';
import type { Share } from './threads/share';

interface Saved {
  readonly cache: CheckCache;
  /** What is known of each file: where the check of a folder as a whole is of no use, only what changed is read. */
  readonly snapshots: OpenSnapshots;
  readonly log: DiskWorkLog;
  /** Where the log is, for threads that have logs of their own. */
  readonly notes: Share['notes'];
}

export class EarlierChecks {
  readonly #place: CachePlace | null;
  #saved: Saved | null | undefined;

  /** Null for a check that saves nothing and goes on from nothing. */
  constructor(place: CachePlace | null) {
    this.#place = place;
  }

  /** Null where nothing is saved, as when it cannot be told which tool this is. */
  get saved(): Saved | null {
    if (this.#saved === undefined) this.#saved = this.#place === null ? null : openSaved(this.#place);
    return this.#saved;
  }

  /** The log of the documents in which checks ended; null where there is no note of any. */
  get log(): DiskWorkLog | null {
    if (
      this.#saved === undefined &&
      (this.#place === null || !holdsAnything(workLogFolder(this.#place.folder)))
    )
      return null;
    return this.saved?.log ?? null;
  }

  /** The check ends as it should. */
  end(): void {
    this.#saved?.log.end();
  }
}

function openSaved({ folder, tool, worthSaving }: CachePlace): Saved | null {
  const program = readProgram(tool);
  if (program === null) return null;
  const notes = { folder: workLogFolder(folder), program };
  return {
    cache: new CheckCache(folder, program),
    snapshots: {
      ...openSnapshots(folder, program),
      ...(worthSaving === undefined ? {} : { worthSaving }),
    },
    // who ends a check that takes long does not mean the document that it happened to read
    log: new DiskWorkLog({ ...notes, ends: 2 }),
    notes,
  };
}
