/** Checks a folder by reading what is in it: opens it, fixes it on request, and collects what is left. */
import { checkWorkspace } from './check-workspace';
import { fixWorkspace, type FixOutcome } from './fix-workspace';
import type { FolderCheck } from './folder-check';
import { openWorkspace } from './open-workspace';
import type { ReadFolder } from './read-folder';
import type { Selection } from './selection';
import type { Terminal } from './terminal';
import { judgedInThreads } from './threads/judged-in-threads';
import type { Share } from './threads/share';
import { shareOut, type ThreadOptions } from './threads/share-out';
import type { OpenSnapshots } from './open-workspace';
import { toUri } from '../disk/paths';
import type { ProfileName } from '../config/configuration';
import type { Baseline } from '../service';
import type { WorkLog } from '../workspace';

export interface FreshCheckOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** What is fixed; of what is left, all findings in its files are collected. */
  readonly selection: Selection;
  readonly detailed: boolean;
  /** Null for leaving files alone. */
  readonly fix: 'write' | 'show' | null;
  /** Put before the names of files. */
  readonly lead: string;
  /** A text that takes the place of a file, by its absolute path; null for none. */
  readonly unsaved: { readonly path: string; readonly text: string } | null;
  /** What earlier checks left; null for reading everything. */
  readonly snapshots: OpenSnapshots | null;
  readonly workLog: WorkLog;
  /** Findings that are not fixed; null for none. */
  readonly accepted: Baseline | null;
  /** As {@link OpenOptions.profile}. */
  readonly profile: ProfileName | null;
  /** Without them one thread does everything. */
  readonly threads?: ThreadOptions | undefined;
  /** As {@link Share.notes}; without them nothing is noted. */
  readonly notes?: Share['notes'];
}

export interface FreshCheck {
  readonly check: FolderCheck;
  /** Null where nothing was to be fixed. */
  readonly fixed: FixOutcome | null;
}

/** Takes the contents of the folder. */
export async function checkAfresh(
  folder: ReadFolder,
  {
    today,
    selection,
    detailed,
    fix,
    lead,
    unsaved,
    snapshots,
    workLog,
    accepted,
    profile,
    threads,
    notes = null,
  }: FreshCheckOptions,
  terminal: Terminal,
): Promise<FreshCheck> {
  const judges = fix === null && selection.files === null && unsaved === null;
  const shares =
    judges && !detailed && threads !== undefined ? shareOut(folder, threads, { today, profile, notes }) : [];
  const known =
    shares.length < 2 || threads === undefined
      ? snapshots
      : judgedInThreads(snapshots, { ...threads, shares }, terminal);
  const workspace = await openWorkspace(
    folder,
    { today, snapshots: known, workLog, profile, judges },
    terminal,
  );
  if (unsaved !== null) workspace.service.openDocument(toUri(unsaved.path), 0, unsaved.text);
  const fixed =
    fix === null
      ? null
      : await fixWorkspace(workspace, selection, { dryRun: fix === 'show', lead, accepted });
  const check = checkWorkspace(workspace, { files: selection.files, detailed }, terminal);
  await workspace.save();
  return { check, fixed };
}
