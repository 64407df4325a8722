/**
 * The runs that a process holds, and those that it finds in the journals: begins, resumes and ends them. A run is held by one
 * process at a time.
 */
import type {
  EndRunParams,
  OpenRun,
  RunActResult,
  RunCommandLines,
  RunCommandParams,
  RunEnd,
  RunTarget,
  StartRunParams,
} from '../../../protocol/src/run';
import type { RunView } from '../../../protocol/src/run-view';
import { runnableIn } from '../document/run/build-plan';
import { words, type Words } from '../text/say';
import type { AnyAct } from './acts';
import { safeLines } from './commands';
import { journalLine, readJournal, type Journal } from './journal';
import { JournalFailed, RunTaken, type JournalStore } from './journal-store';
import { LiveRun } from './live-run';
import { stepOf } from './act-words';
import { summaryOf, timelineOf } from './record-texts';
import type { RunHost } from './run-host';
import { targetsIn } from './run-targets';
import { beginning, standingRun, unappliedActs } from './run-state';
import { stepById } from './items';
import { notHere, StoredRuns } from './stored-runs';
import { positionOf } from './view-words';

/** Something that cannot be done, in words for people. */
export class RunProblem extends Error {
  override readonly name = 'RunProblem';
}

const noSteps = words`No steps were found here. A run needs a runbook with a numbered list, headings of steps, or phases.`;

/** More entries than people read in one line. */
const mostNamed = 8;

/** Why an entry, or a document as a whole (null), cannot be run, and what of it can. */
function whyNotRun(asked: string | null, runnable: readonly (string | null)[]): Words {
  const ids = runnable.filter((id) => id !== null);
  if (ids.length === 0) return noSteps;
  const named = [...ids.slice(0, mostNamed), ...(ids.length > mostNamed ? ['…'] : [])].join(', ');
  return asked === null
    ? words`Say which entry is to be run: ${named}.`
    : words`${asked} has no steps to run here. Entries that have: ${named}.`;
}

export class RunSessions {
  readonly #host: RunHost;
  readonly #store: JournalStore;
  readonly #stored: StoredRuns;
  readonly #held = new Map<string, LiveRun>();

  constructor(host: RunHost, store: JournalStore) {
    this.#host = host;
    this.#store = store;
    this.#stored = new StoredRuns(host, store);
  }

  /** What of some documents can be run. */
  targets(uris: Iterable<string>): RunTarget[] {
    return targetsIn(this.#host, uris);
  }

  async start({ textDocument, entry, drill, who, clear }: StartRunParams): Promise<RunView> {
    const { uri } = textDocument;
    const runbook = this.#host.runbook(uri);
    const asked = entry ?? null;
    const only = runbook === undefined ? [] : runnableIn(runbook);
    const target = asked === null && !only.includes(null) && only.length === 1 ? (only[0] ?? null) : asked;
    if (runbook === undefined || !only.includes(target)) throw this.#problem(whyNotRun(asked, only));
    const at = this.#host.now();
    const start = beginning(runbook, {
      ...{ run: this.#host.newName(at), uri, path: this.#host.pathOf(uri), entry: target },
      ...{ kind: runbook.kind.kind, drill: drill ?? false, who: (who ?? '').trim(), at },
    });
    if (start === null) throw this.#problem(noSteps);
    await this.#store.lock(start.run);
    const line = journalLine({ is: 'start', ...start });
    await this.#inWords(this.#store.append(start.run, line));
    const journal = readJournal(line);
    if (journal === null) throw this.#problem(words`The journal of the run cannot be read.`);
    const run = this.#hold(journal);
    if (clear === true) await run.clear();
    this.#host.changed([]);
    return run.view();
  }

  /** An act of a person; refused where another process holds the run. */
  async act(name: string, act: AnyAct): Promise<RunActResult> {
    const run = this.#held.get(name);
    if (run === undefined && (await this.#store.holder(name)) === null) return this.#live(name).act(act);
    const done = run === undefined ? null : await this.#unlessTaken(run, () => run.act(act));
    if (done !== null) return done;
    const message = this.#host.say(await this.#takenWords(name));
    return { view: await this.state(name), refused: { why: 'elsewhere', message, open: [] } };
  }

  /** Where a run is, also one that another process holds. */
  async state(name: string): Promise<RunView> {
    return (this.#held.get(name) ?? (await this.#read(name))).view();
  }

  /** The runs of documents of this workspace that have not ended, the latest first. */
  async list(): Promise<OpenRun[]> {
    const here = [...this.#held.values()].filter(
      (run) => run.standing().facts.endedAt === null && this.#host.isOurs(run.uri),
    );
    const stored = await this.#stored.open((name) => this.#held.has(name));
    return [
      ...here.map(({ journal }) => this.#open(journal, 'here')),
      ...stored.map(({ journal, held }) => this.#open(journal, held)),
    ].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  }

  async resume(name: string): Promise<RunView> {
    const held = this.#held.get(name);
    if (held !== undefined) return held.view();
    if (!(await this.#store.lock(name))) throw this.#problem(await this.#takenWords(name));
    const journal = await this.#stored.journal(name);
    if (journal === null || (journal.closed && unappliedActs(journal).length === 0)) {
      await this.#store.unlock(name);
      throw this.#problem(words`There is no such run to resume.`);
    }
    const run = this.#hold(journal);
    await run.apply();
    if (run.standing().facts.endedAt !== null && !journal.closed) await this.#finish(run);
    this.#host.changed([]);
    return run.view();
  }

  /** Ends a run and writes its record. */
  async end({ run: name, outcome, note }: EndRunParams): Promise<RunEnd> {
    const run = this.#live(name);
    const ended = await this.#unlessTaken(run, async () => {
      if (run.standing().facts.endedAt === null)
        await run.act({ act: 'end', outcome, ...(note === undefined ? {} : { note }) });
      return this.#finish(run);
    });
    if (ended === null) throw this.#problem(await this.#takenWords(name));
    return ended;
  }

  /** The texts of a run so far. */
  texts(name: string): RunEnd {
    return this.#texts(this.#live(name));
  }

  /** The lines of a command, filled in, with values that are given for this once. */
  command({ run: name, command, values }: RunCommandParams): RunCommandLines {
    const { plan, facts } = this.#live(name).standing();
    const text = stepById(plan, stepOf(command))?.commands.find(({ id }) => id === command)?.text;
    const { say } = this.#host;
    const refuse = (why: Words): RunCommandLines => ({ lines: [], missing: [], refused: say(why) });
    if (text === undefined) return refuse(words`This command is no longer in the runbook.`);
    const uri = this.#live(name).uri;
    if (!this.#host.mayUseTerminal(uri))
      return refuse(words`The configuration of this workspace keeps commands out of terminals.`);
    const given = new Map([...facts.slots, ...Object.entries(values ?? {})]);
    const { lines, missing, refused } = safeLines(text, Object.fromEntries(given));
    if (refused !== null) return refuse(refused);
    return {
      lines,
      missing: missing.map((slot) => ({ ...slot, value: null })),
      refused: null,
    };
  }

  /** A document was edited, or is there again: the runs that may look otherwise, and may go into it now. */
  documentChanged(uri: string): void {
    const runs = this.#of(uri);
    if (runs.length > 0) this.#host.changed(runs.map(({ name }) => name));
    for (const run of runs) void this.#unlessTaken(run, () => run.apply()).catch(() => undefined);
  }

  /** A document is on disk as an editor has it. */
  async documentSaved(uri: string): Promise<void> {
    for (const run of this.#of(uri)) {
      await this.#unlessTaken(run, () => run.saved());
      await this.#unlessTaken(run, () => run.apply());
    }
    for (const run of [...this.#held.values()])
      if (run.journal.record === uri) await this.#unlessTaken(run, () => run.close());
  }

  /** Comes back when all that was done is in the documents, or cannot be. */
  async settled(): Promise<void> {
    for (const run of [...this.#held.values()]) await this.#unlessTaken(run, () => run.settled());
  }

  /** Lets go of all runs, so that others can resume them; of those that are over nothing is kept but their records. */
  async release(): Promise<void> {
    for (const [name, run] of this.#held)
      await (run.isOver() ? this.#store.remove(name) : this.#store.unlock(name));
    this.#held.clear();
  }

  #of(uri: string): LiveRun[] {
    return [...this.#held.values()].filter((run) => run.uri === uri);
  }

  async #finish(run: LiveRun): Promise<RunEnd> {
    const record = await run.writeRecord();
    this.#host.changed([run.name]);
    return { ...this.#texts(run), record };
  }

  #texts(run: LiveRun): RunEnd {
    const standing = run.standing();
    return {
      view: run.view(),
      record: run.journal.record,
      summary: summaryOf(standing),
      timeline: timelineOf(standing),
    };
  }

  #hold(journal: Journal): LiveRun {
    const run = new LiveRun(journal, this.#host, this.#store);
    this.#held.set(run.name, run);
    return run;
  }

  /** A run that another process holds, to be looked at. */
  async #read(name: string): Promise<LiveRun> {
    const journal = await this.#stored.journal(name);
    if (journal === null) throw this.#problem(notHere);
    return new LiveRun(journal, this.#host, this.#store);
  }

  /** Does something with a run that is held; lets go of it, and gives null, where another process has taken it. */
  async #unlessTaken<T>({ name }: LiveRun, work: () => Promise<T>): Promise<T | null> {
    try {
      return await this.#inWords(work());
    } catch (error) {
      if (!(error instanceof RunTaken)) throw error;
      this.#held.delete(name);
      this.#host.changed([]);
      return null;
    }
  }

  async #inWords<T>(written: Promise<T>): Promise<T> {
    try {
      return await written;
    } catch (error) {
      if (!(error instanceof JournalFailed)) throw error;
      const { message } = error;
      throw this.#problem(
        words`The journal of the run could not be written, so nothing was done. ${message}`,
      );
    }
  }

  async #takenWords(name: string): Promise<Words> {
    const journal = await this.#stored.journal(name);
    return journal === null ? words`There is no such run to resume.` : this.#stored.takenWords(journal);
  }

  #live(name: string): LiveRun {
    const run = this.#held.get(name);
    if (run === undefined) throw this.#problem(notHere);
    return run;
  }

  #open(journal: Journal, held: OpenRun['held']): OpenRun {
    const { start, acts } = journal;
    const { plan, facts } = standingRun(journal, this.#host.runbook(start.uri));
    const { run, uri, entry, title, at, drill } = start;
    return {
      ...{ run, textDocument: { uri }, entry, title, startedAt: at, drill, held },
      lastActAt: acts.at(-1)?.at ?? at,
      who: facts.who,
      position: positionOf(plan, facts.place, this.#host.say),
    };
  }

  #problem(message: Words): RunProblem {
    return new RunProblem(this.#host.say(message));
  }
}
