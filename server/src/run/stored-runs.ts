/**
 * The runs that journals tell of and that this process does not hold: which are open, and who holds them. Journals of runs
 * that are over are dropped. Changes no document.
 */
import { digestOfText } from '../text/digest';
import { words, type Words } from '../text/say';
import { editsOf } from './document-edits';
import { factsAfter } from './facts';
import { readJournal, type Journal } from './journal';
import type { JournalStore } from './journal-store';
import { recordOf } from './record';
import type { RunHost } from './run-host';
import { standingRun, unappliedActs } from './run-state';
import { utcMinute } from './times';

/** A run that nobody has touched for so many days is forgotten; a playbook may take weeks. */
const longestRest = 180;

/** Said where a run has to be resumed first. */
export const notHere = words`This run is not open here. Resume it first.`;

export interface StoredRun {
  readonly journal: Journal;
  readonly held: 'elsewhere' | 'left';
}

export class StoredRuns {
  readonly #host: RunHost;
  readonly #store: JournalStore;

  constructor(host: RunHost, store: JournalStore) {
    this.#host = host;
    this.#store = store;
  }

  /** The journal of a run; null where there is none, or none that can be read. */
  async journal(run: string): Promise<Journal | null> {
    return readJournal(await this.#store.read(run));
  }

  /** Those of this workspace that have not ended, and those that ended and left something to be written. */
  async open(isHeldHere: (run: string) => boolean): Promise<StoredRun[]> {
    const open: StoredRun[] = [];
    for (const name of await this.#store.list()) {
      if (isHeldHere(name)) continue;
      const text = await this.#store.read(name);
      const journal = readJournal(text);
      const isElsewhere = (await this.#store.holder(name)) !== null;
      if (!isElsewhere && this.#isOver(journal, text)) await this.#drop(name, text);
      else if (journal !== null && this.#host.isOurs(journal.start.uri)) {
        const isEnded = isElsewhere && (journal.closed || factsOf(journal).endedAt !== null);
        if (!isEnded) open.push({ journal, held: isElsewhere ? 'elsewhere' : 'left' });
      }
    }
    return open;
  }

  /** Why a run cannot be taken: who has it, and since when. */
  async takenWords(journal: Journal): Promise<Words> {
    const holder = await this.#store.holder(journal.start.run);
    if (holder === null) return notHere;
    if (holder === 'unknown')
      return words`This run is in progress in another window. Continue there, or close it there first.`;
    const { who } = factsOf(journal);
    const since = `${utcMinute(holder.since)} UTC`;
    const { pid, host } = holder;
    return who === ''
      ? words`This run has been in progress in another window or terminal since ${since} (process ${pid} on ${host}). Continue there, or close it there first.`
      : words`${who} has this run in progress in another window or terminal since ${since} (process ${pid} on ${host}). Continue there, or close it there first.`;
  }

  #isOver(journal: Journal | null, text: string): boolean {
    // the process ended in the first line; what another version wrote has whole lines
    if (journal === null) return !text.includes('\n');
    if (unappliedActs(journal).length === 0 && journal.closed) return true;
    const last = journal.acts.at(-1)?.at ?? journal.start.at;
    if (Date.parse(this.#host.now()) - Date.parse(last) > longestRest * 24 * 3_600_000) return true;
    return this.#host.isOurs(journal.start.uri) && this.#isWritten(journal);
  }

  /** Whether a run has ended, and all that it is to write is on the disk. */
  #isWritten(journal: Journal): boolean {
    const { start, acts, record, recorded, closed } = journal;
    const run = standingRun(journal, this.#host.runbook(start.uri));
    const { runbook, facts } = run;
    if (facts.endedAt === null || record === null) return false;
    const left = unappliedActs(journal).flatMap((act) =>
      runbook === undefined ? [] : editsOf({ ...run, runbook }, act),
    );
    if (left.length > 0) return false;
    if (closed) return true;
    const saved = this.#host.onDisk(record)?.text;
    if (saved === undefined || !saved.endsWith('\n')) return false;
    // something was done since: it is written again
    const told = recorded.get(digestOfText(saved));
    if (told !== undefined) return told === acts.length;
    // one that was cut off is written again, too; one that somebody has edited is not
    const whole = recordOf(run, this.#host.linkBetween(record, start.uri));
    return saved === whole || !whole.startsWith(saved);
  }

  async #drop(name: string, text: string): Promise<void> {
    if (!(await this.#store.lock(name))) return;
    // somebody may have resumed it meanwhile
    if ((await this.#store.read(name)) === text) await this.#store.remove(name);
    else await this.#store.unlock(name);
  }
}

function factsOf({ start, acts }: Journal): ReturnType<typeof factsAfter> {
  return factsAfter(start, acts);
}
