/**
 * One run that this process holds: its acts go into the journal, then are shown, then change the document, in this order.
 * What was written and is not in the document yet is put there at the next occasion, once.
 */
import type { RunActResult } from '../../../protocol/src/run';
import type { RunView } from '../../../protocol/src/run-view';
import { allBoxes, allSteps } from '../document/run/plan';
import { digestOfText } from '../text/digest';
import { applyEdits } from '../text/edit';
import { wordsOfAct } from './act-words';
import type { AnyAct, Effect, RecordedAct } from './acts';
import { isSecret } from './commands';
import { decide } from './decide';
import type { Decision } from './decision';
import { editsOf } from './document-edits';
import { sameItems } from './items';
import { journalLine, withEntry, type HandedEdit, type Journal, type JournalEntry } from './journal';
import type { JournalStore } from './journal-store';
import { changesOf } from './record-changes';
import { recordOf, recordWithLater } from './record';
import type { RunHost } from './run-host';
import { fileNameOf } from './run-paths';
import { standingRun, unappliedActs, type StandingRun } from './run-state';
import { viewOf } from './run-view';

/** How often an edit is tried while somebody types in the document. */
const mostTries = 5;

export class LiveRun {
  readonly name: string;
  readonly uri: string;
  readonly #host: RunHost;
  readonly #store: JournalStore;
  #journal: Journal;
  /** Acts whose edits an editor has, and has not saved. */
  readonly #unsaved = new Set<number>();
  /** The edits that earlier processes made, by their acts, and of which it is not known whether they were saved. */
  readonly #earlier: ReadonlyMap<number, HandedEdit>;
  #notices: readonly string[] = [];
  /** Whether this process has written the run file: where it is gone then, somebody has removed it. */
  #hasRecord = false;
  #acts: Promise<unknown> = Promise.resolve();
  #edits: Promise<unknown> = Promise.resolve();
  #records: Promise<unknown> = Promise.resolve();

  constructor(journal: Journal, host: RunHost, store: JournalStore) {
    this.name = journal.start.run;
    this.uri = journal.start.uri;
    this.#journal = journal;
    this.#earlier = journal.handed;
    this.#host = host;
    this.#store = store;
  }

  get journal(): Journal {
    return this.#journal;
  }

  standing(): StandingRun {
    return standingRun(this.#journal, this.#host.runbook(this.uri), this.#unsaved);
  }

  view(): RunView {
    const run = this.standing();
    const { changes, changed } = changesOf(this.#host, this.uri, run.start.entry);
    return viewOf({
      run,
      say: this.#host.say,
      terminal: this.#host.mayUseTerminal(this.uri),
      changes,
      changed,
      notices: this.#notices,
    });
  }

  /** An act of a person. Answered when it is written down; the document follows. */
  act(given: AnyAct): Promise<RunActResult> {
    return this.#inTurn(async () => {
      const act = withoutSecrets(given);
      const run = this.standing();
      const decision = decide(run, act);
      if (decision.refused !== undefined) {
        const { message, ...refused } = decision.refused;
        return { view: this.view(), refused: { ...refused, message: this.#host.say(message) } };
      }
      await this.#write(run, act, decision);
      // what is done afterwards goes into the record, too
      void (run.facts.endedAt === null ? this.apply() : this.writeRecord());
      return { view: this.view(), refused: null };
    });
  }

  /** Clears all boxes that are ticked, as acts of this run. */
  clear(): Promise<void> {
    return this.#inTurn(async () => {
      const { plan } = this.standing();
      const ticked = [...allBoxes(plan), ...allSteps(plan)].filter(({ box }) => box?.checked === true);
      for (const { id } of ticked)
        await this.#write(this.standing(), { act: 'untick', box: id }, { effects: [] });
      void this.apply();
    });
  }

  /** Puts what was written down and is not in the document there. Comes back when that is done or cannot be. */
  apply(): Promise<void> {
    const applied = this.#edits.then(() => this.#apply());
    this.#edits = applied.catch(() => undefined);
    return applied;
  }

  /** Comes back when all that was done is written, or cannot be. */
  async settled(): Promise<void> {
    await this.#records;
    await this.apply();
  }

  /** The document is on disk as the editor has it. */
  async saved(): Promise<void> {
    const saved = [...this.#unsaved];
    this.#unsaved.clear();
    if (saved.length > 0) await this.#append(saved.map((n) => ({ is: 'applied', n })));
  }

  /**
   * Writes the run file of a run that has ended, or what was done since into it, and closes the journal. One that somebody has
   * edited or removed stays so. Its URI, or null where it cannot be written.
   */
  writeRecord(): Promise<string | null> {
    const written = this.#records.then(() => this.#writeRecord());
    this.#records = written.catch(() => undefined);
    return written;
  }

  async #writeRecord(): Promise<string | null> {
    await this.apply();
    const run = this.standing();
    const place = this.#journal.record ?? (await this.#findPlace(run));
    if (place === null) {
      this.#notices = [
        this.#host.say`There is no place for a run file: the runbook lies in no workspace folder.`,
      ];
      return null;
    }
    const known = this.#host.runbook(place)?.text;
    const there = known ?? this.#host.onDisk(place)?.text;
    const text = this.#recordAfter(there, recordOf(run, this.#host.linkBetween(place, this.uri)));
    if (text === null) {
      await this.close();
      return place;
    }
    const { acts } = this.#journal;
    await this.#append([
      ...(this.#journal.record === null ? [{ is: 'record' as const, uri: place }] : []),
      { is: 'recorded', text: digestOfText(text), acts: acts.length },
    ]);
    const outcome =
      known === undefined
        ? await this.#host.writeRecord(place, text)
        : await this.#host.edit(place, known, [{ span: { start: 0, end: known.length }, newText: text }]);
    if (outcome === 'failed') {
      this.#notices = [
        this.#host
          .say`The run file could not be written. What happened is kept, and is written when the run is resumed.`,
      ];
      return null;
    }
    this.#hasRecord = true;
    if (outcome === 'saved' || this.#host.onDisk(place)?.text === text) await this.close();
    return place;
  }

  /** The run file is on disk: closes the journal, unless something is to go into the document still. Whether it is closed. */
  async close(): Promise<boolean> {
    const isWhole = unappliedActs(this.#journal).every(({ n }) => this.#unsaved.has(n));
    if (isWhole && !this.#journal.closed && this.standing().facts.endedAt !== null)
      await this.#append([{ is: 'closed' }]);
    return this.#journal.closed;
  }

  /** What the run file is to say where it says `there`; null for the same, and where somebody has edited or removed it. */
  #recordAfter(there: string | undefined, whole: string): string | null {
    if (there === undefined) return this.#hasRecord ? null : whole;
    const isOurs = this.#journal.recorded.has(digestOfText(there));
    // one that was cut off is written again
    const text = isOurs ? recordWithLater(there, this.standing()) : whole.startsWith(there) ? whole : there;
    return text === there ? null : text;
  }

  /** Whether the run file is on disk, and nothing is left to go into the document. */
  isOver(): boolean {
    return this.#journal.closed && unappliedActs(this.#journal).length === 0;
  }

  async #findPlace({ start: { at, entry, title } }: StandingRun): Promise<string | null> {
    const stem = `${at.slice(0, 16).replace('T', '-').replace(':', '')}-${entry ?? fileNameOf(title)}`;
    return (await this.#host.recordPlace(this.uri, stem))?.uri ?? null;
  }

  async #apply(): Promise<void> {
    for (const act of unappliedActs(this.#journal)) {
      if (this.#unsaved.has(act.n)) continue;
      const outcome = await this.#applyOne(act);
      if (outcome === 'failed') {
        this.#notices = [
          this.#host.say`The runbook could not be changed. What was done is kept, and goes into it later.`,
        ];
        this.#host.changed([this.name]);
        return;
      }
      if (outcome === 'later') break;
      if (outcome === 'edited') this.#unsaved.add(act.n);
      else await this.#append([{ is: 'applied', n: act.n }]);
    }
    this.#notices = [];
  }

  /** `later`: there is no document now; it may return, as after another branch was looked at. */
  async #applyOne(act: RecordedAct): Promise<'saved' | 'edited' | 'failed' | 'later'> {
    for (let tried = 0; tried < mostTries; tried++) {
      const run = this.standing();
      const { runbook } = run;
      if (runbook === undefined) return 'later';
      const edits = editsOf({ ...run, runbook }, act);
      if (edits.length === 0 || applyEdits(runbook.text, edits) === runbook.text || this.#wasTakenBack(act.n))
        return this.#isSaved() ? 'saved' : 'edited';
      const saved = this.#host.onDisk(this.uri);
      // one that is not saved yet may be, as it is, before the edit is made: then a new stamp says nothing of the edit
      const stamp = saved?.text === runbook.text ? saved.stamp : '';
      await this.#append([{ is: 'handed', n: act.n, text: digestOfText(runbook.text), stamp }]);
      const outcome = await this.#host.edit(this.uri, runbook.text, edits);
      // an editor that saves at once says so before it says that it has the edit
      if (outcome === 'edited' && this.#isSaved()) return 'saved';
      if (outcome !== 'failed') return outcome;
    }
    return 'failed';
  }

  /** Whether the disk has the document as an editor has it. */
  #isSaved(): boolean {
    const saved = this.#host.onDisk(this.uri);
    return saved === null || saved.text === this.#host.runbook(this.uri)?.text;
  }

  /**
   * Whether an edit that an earlier process made was saved, and undone by hand since: the file has the text that it had before
   * the edit, and was written in between.
   */
  #wasTakenBack(n: number): boolean {
    const handed = this.#earlier.get(n);
    const saved = this.#host.onDisk(this.uri);
    if (handed === undefined || saved === null || handed.stamp === '' || saved.stamp === handed.stamp)
      return false;
    return this.#isSaved() && digestOfText(saved.text) === handed.text;
  }

  async #write(
    run: StandingRun,
    act: AnyAct,
    { effects, place }: Extract<Decision, { readonly effects: readonly Effect[] }>,
  ): Promise<void> {
    const { items, facts } = run;
    const { acts } = this.#journal;
    const at = this.#host.now();
    const recorded: RecordedAct = {
      n: acts.length + 1,
      // a clock that was set back must not make things happen before others
      at: at < facts.since ? facts.since : at,
      who: act.act === 'who' ? act.who : facts.who,
      act,
      effects,
      ...(place === undefined ? {} : { place }),
      words: wordsOfAct(act, items),
    };
    const followed: JournalEntry[] = sameItems(items, this.#journal.items) ? [] : [{ is: 'items', items }];
    await this.#append([...followed, { is: 'act', ...recorded }]);
  }

  async #append(entries: readonly JournalEntry[]): Promise<void> {
    await this.#store.append(this.name, entries.map(journalLine).join(''));
    this.#journal = entries.reduce(withEntry, this.#journal);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#acts.then(work);
    this.#acts = done.catch(() => undefined);
    return done;
  }
}

/** What is by its name a secret is written down nowhere. */
function withoutSecrets(act: AnyAct): AnyAct {
  if (act.act !== 'fill') return act;
  return {
    ...act,
    values: Object.fromEntries(Object.entries(act.values).filter(([name]) => !isSecret(name))),
  };
}
