/**
 * What threads found, for a check that goes on from it as from what an earlier one saved: whatever they left out, or saw
 * otherwise than it is, is read as if it had changed since.
 */
import { fromLines } from '../../files/folder-snapshots';
import { sha256 } from '../../disk/sha256';
import type { OpenSnapshots } from '../open-workspace';
import type { Terminal } from '../terminal';
import type { Share } from './share';
import type { ThreadOptions } from './share-out';

export interface SharedCheck extends Pick<ThreadOptions, 'judge'> {
  readonly shares: readonly Share[];
}

/** `saved`: what earlier checks left, which goes before; null where nothing is saved. */
export function judgedInThreads(
  saved: OpenSnapshots | null,
  { judge, shares }: SharedCheck,
  { progress }: Pick<Terminal, 'progress'>,
): OpenSnapshots {
  const before = saved ?? { digest: sha256, worthSaving: Infinity, snapshots: nowhere };
  const [first] = shares;
  const count = shares.reduce((sum, { listing }) => sum + listing.found.documents.length, 0);
  return {
    ...before,
    snapshots: {
      write: (key, folder, files) => before.snapshots.write(key, folder, files),
      async read(key) {
        const earlier = await before.snapshots.read(key);
        if (earlier !== null) return earlier;
        progress?.(`Checking ${String(count)} documents`);
        const judged = await judge(shares);
        progress?.('');
        if (judged === null || first === undefined) return null;
        const files = judged.flatMap((lines) => [...fromLines(lines)]);
        return { today: first.today, skipped: first.unreadable, files, isNew: true };
      },
    },
  };
}

const nowhere: OpenSnapshots['snapshots'] = {
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
};
