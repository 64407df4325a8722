/** A world for runs: documents in memory that a person edits too, journals, records, and a process that may end at any moment. */
import { runFileOf, type RunFile } from '../../server/src/document/run/run-file';
import {
  JournalFailed,
  MemoryJournals,
  type JournalStore,
  type RunHolder,
} from '../../server/src/run/journal-store';
import type { RunHost } from '../../server/src/run/run-host';
import { RunSessions } from '../../server/src/run/run-sessions';
import { applyEdits, type Edit } from '../../server/src/text/edit';
import { english } from '../../server/src/text/say';
import type { Runbook } from '../../server/src/model/runbook';
import { DocumentParser } from '../../server/src/parsing/document-parser';
import { readRunbook } from '../../server/src/read-runbook';

/** The end of a process: thrown by the world where it is to end. */
export class ProcessEnded extends Error {
  override readonly name = 'ProcessEnded';
}

/** Texts by path, that know how often each was written. */
class WrittenFiles extends Map<string, string> {
  readonly #writes = new Map<string, number>();

  override set(path: string, text: string): this {
    this.#writes.set(path, (this.#writes.get(path) ?? 0) + 1);
    return super.set(path, text);
  }

  stampOf(path: string): string {
    return String(this.#writes.get(path) ?? 0);
  }
}

export class RunWorld {
  readonly files = new WrittenFiles();
  readonly journals = new MemoryJournals();
  /** Journals that were dropped, as they were then. */
  readonly dropped = new Map<string, string>();
  readonly edits: { readonly uri: string; readonly edits: readonly Edit[] }[] = [];
  /** How many more writes there are until the process ends; null for one that goes on. */
  untilEnd: number | null = null;
  /** How much of the write in which the process ends gets through, from 0 to 1. */
  share = 0;
  terminal = true;
  /** Whether the disk of the journals is full. */
  full = false;
  /** Another process that holds all runs. */
  elsewhere: RunHolder | null = null;
  readonly #parser = new DocumentParser();
  readonly #models = new Map<string, Runbook>();
  #minutes = 0;
  #runs = 0;

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.files.set(path, text);
  }

  /** A process that starts: it knows what is written, and nothing else. */
  sessions(): RunSessions {
    return new RunSessions(this.#host(), this.#store());
  }

  text(path: string): string {
    return this.files.get(path) ?? '';
  }

  /** Lets days go by. */
  wait(days: number): void {
    this.#minutes += days * 24 * 60;
  }

  /** The model of a text; those of the text that was asked for last is kept. */
  model(path: string, text: string): Runbook {
    const known = this.#models.get(path);
    if (known?.text === text) return known;
    const model = readRunbook(this.#parser, text, { path });
    this.#models.set(path, model);
    return model;
  }

  /** The run files, by path. */
  records(): [string, RunFile][] {
    return [...this.files].flatMap(([path, text]): [string, RunFile][] => {
      const file = runFileOf(this.model(path, text));
      return file === null ? [] : [[path, file]];
    });
  }

  /** Counts a write; throws where the process ends in it, after `part` of it was done. */
  #write(part: () => void): void {
    if (this.untilEnd === null) return;
    if (this.untilEnd > 0) {
      this.untilEnd--;
      return;
    }
    part();
    throw new ProcessEnded('the process has ended');
  }

  #store(): JournalStore {
    const { journals } = this;
    return {
      list: () => journals.list(),
      read: (run) => journals.read(run),
      append: async (run, lines) => {
        if (this.full) throw new JournalFailed('The disk is full.');
        this.#write(() => {
          const part = lines.slice(0, Math.floor(lines.length * this.share));
          const before = journals.texts.get(run) ?? '';
          const lead = before === '' || before.endsWith('\n') ? '' : '\n';
          if (part !== '') journals.texts.set(run, before + lead + part);
        });
        await journals.append(run, lines);
      },
      lock: () => Promise.resolve(this.elsewhere === null),
      unlock: () => journals.unlock(),
      holder: () => Promise.resolve(this.elsewhere),
      remove: (run) => {
        this.dropped.set(run, journals.texts.get(run) ?? '');
        return journals.remove(run);
      },
    };
  }

  #host(): RunHost {
    return {
      say: english,
      now: () => {
        const at = new Date(Date.UTC(2026, 10, 30, 3, 12) + this.#minutes++ * 60_000);
        return `${at.toISOString().slice(0, 19)}Z`;
      },
      newName: () => `run-${String(++this.#runs)}`,
      runbook: (uri) => {
        const text = this.files.get(uri);
        return text === undefined ? undefined : this.model(uri, text);
      },
      onDisk: (uri) => {
        const text = this.files.get(uri);
        return text === undefined ? null : { text, stamp: this.files.stampOf(uri) };
      },
      pathOf: (uri) => uri,
      isOurs: () => true,
      documents: () => this.files.keys(),
      edit: async (uri, text, edits) => {
        await Promise.resolve();
        if (this.files.get(uri) !== text) return 'failed';
        const after = applyEdits(text, edits);
        // a file is replaced in one step: all of it gets through, or nothing
        this.#write(() => {
          if (this.share > 0.5) this.files.set(uri, after);
        });
        this.edits.push({ uri, edits });
        this.files.set(uri, after);
        return 'saved';
      },
      recordPlace: (_, stem) => Promise.resolve({ uri: `runs/${stem}.md`, link: '' }),
      writeRecord: async (uri, text) => {
        await Promise.resolve();
        this.#write(() => {
          if (this.share > 0.5) this.files.set(uri, text);
        });
        this.files.set(uri, text);
        return 'saved';
      },
      linkBetween: (_, uri) => `../${uri}`,
      mayUseTerminal: () => this.terminal,
      recordsOf: (uri, entry) =>
        this.records()
          .filter(([, file]) => file.of === uri && file.entry === (entry ?? ''))
          .map(([path, file]) => ({ uri: path, file }))
          .sort((a, b) => (a.file.startedAt < b.file.startedAt ? 1 : -1)),
      changed: () => undefined,
    };
  }
}
