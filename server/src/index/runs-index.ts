/** Which run files tell of which runbook. Knows nothing of what changed since. */
import type { RunFile } from '../document/run/run-file';
import type { Summary } from './summary';

/** A run file with what it says. */
export interface LocatedRun {
  readonly uri: string;
  readonly file: RunFile;
}

type Place = Pick<Summary, 'folder' | 'path'>;

export class RunsIndex {
  /** The run files of a runbook by its place, each by its URI. */
  readonly #runs = new Map<string, Map<string, RunFile>>();

  add(summary: Summary): void {
    const { run, uri, quiet } = summary;
    const of = this.runbookOf(summary);
    if (run === null || of === null || quiet) return;
    const key = keyOf(of);
    const known = this.#runs.get(key) ?? new Map<string, RunFile>();
    known.set(uri, run);
    this.#runs.set(key, known);
  }

  delete(summary: Summary): void {
    const of = this.runbookOf(summary);
    if (of === null) return;
    const known = this.#runs.get(keyOf(of));
    known?.delete(summary.uri);
    if (known?.size === 0) this.#runs.delete(keyOf(of));
  }

  /** Where the runbook is that a run file tells of; null for other documents, and where that is outside of the folder. */
  runbookOf({ run, folder }: Summary): Place | null {
    return run?.of == null ? null : { folder, path: run.of };
  }

  /** Whether there is a run of a document or of one of its entries. */
  hasOf(place: Place): boolean {
    return this.#runs.size > 0 && this.#runs.has(keyOf(place));
  }

  /** The runs of a document (an empty `entry`) or of one of its entries, the latest first. */
  of(place: Place, entry: string): readonly LocatedRun[] {
    const found = Array.from(this.#runs.get(keyOf(place)) ?? [], ([uri, file]) => ({ uri, file }));
    return found
      .filter(({ file }) => file.entry === entry)
      .sort((a, b) =>
        a.file.startedAt === b.file.startedAt
          ? a.uri < b.uri
            ? -1
            : 1
          : a.file.startedAt < b.file.startedAt
            ? 1
            : -1,
      );
  }
}

function keyOf({ folder, path }: Place): string {
  return `${folder}\n${path}`;
}
