/**
 * Notes on disk which document this process works on, and knows those in which earlier ones ended. A note is one file a
 * process, written in place: what was written last is there, however the process ends. Whatever is wrong with the disk,
 * work goes on without notes. Knows nothing of what is worked on.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { WorkLog } from '../workspace';
import type { Program } from './program';
import { readFile } from './read-file';
import { sha256 } from './sha256';
import { mayRun, thisProcess } from './this-process';
import {
  digestOfText,
  noteBody,
  noteHead,
  readNote,
  readSetAside,
  sampleOf,
  writeSetAside,
  type SetAside,
} from './work-notes';

export interface WorkLogOptions {
  /** Absolute path of the folder for notes, which need not exist. */
  readonly folder: string;
  readonly program: Program;
  /** How many processes must have ended in a document for it to be set aside. */
  readonly ends: number;
}

interface Work {
  readonly uri: string;
  readonly text: string;
}

/** The folder below one for caches that holds the notes. */
export function workLogFolder(caches: string): string {
  return join(caches, 'work');
}

export class DiskWorkLog implements WorkLog {
  /** Told once of each document that is met and set aside, and whether it was not met before. */
  onMet: (uri: string, isNew: boolean) => void = () => undefined;
  /** Told when work begins, and when nothing has been worked on for a turn of the event loop. */
  onBusy: (isBusy: boolean) => void = () => undefined;
  readonly #folder: string;
  readonly #program: Program;
  readonly #ends: number;
  /** Documents in which processes ended, by URI. */
  readonly #known = new Map<string, SetAside>();
  readonly #met = new Set<string>();
  /** Documents that were worked on although a process had ended in them. */
  readonly #survived = new Set<string>();
  readonly #work: Work[] = [];
  readonly #line = Buffer.allocUnsafe(longestLine);
  #sampled: Work & { readonly sample: string } = { uri: '', text: '', sample: '' };
  #file: { readonly path: string; readonly descriptor: number; readonly body: number } | null = null;
  /** Whether the note names what was sampled last. */
  #isNoted = false;
  #isBusy = false;
  #isResting = false;
  #isEnded = false;

  /** Takes in what ended processes have left. */
  constructor({ folder, program, ends }: WorkLogOptions) {
    this.#folder = folder;
    this.#program = program;
    this.#ends = ends;
    for (const name of this.#names()) this.#takeIn(name);
  }

  /** Documents that are tried once more before they are set aside. */
  get suspects(): readonly string[] {
    return [...this.#known.values()].filter(({ ends }) => ends < this.#ends).map(({ uri }) => uri);
  }

  /** All that decides what is set aside, as text; empty where nothing is. */
  get terms(): string {
    const counting = [...this.#known.values()].filter(({ ends }) => ends >= this.#ends);
    if (counting.length === 0) return '';
    return JSON.stringify(counting.map(({ uri, length, sample }) => [uri, length, sample]).sort());
  }

  isSetAside(uri: string, text: string): boolean {
    const known = this.#known.get(uri);
    if (known === undefined || known.ends < this.#ends || !this.#isOf(known, text)) return false;
    if (!this.#met.has(uri)) {
      this.#met.add(uri);
      this.onMet(uri, known.digest === '');
      if (known.digest === '') this.#keep({ ...known, digest: digestOfText(text) });
    }
    return true;
  }

  during<T>(uri: string, text: string, work: () => T): T {
    this.#begin(uri, text);
    try {
      return work();
    } finally {
      this.#end();
    }
  }

  /** A document is to be read, whatever happened before. */
  forget(uri: string): void {
    this.#met.delete(uri);
    if (this.#known.delete(uri)) this.#remove(this.#nameOf(uri));
  }

  /** The process ends as it should: nothing is to be found. */
  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    for (const uri of this.#survived)
      if ((this.#known.get(uri)?.ends ?? this.#ends) < this.#ends) this.forget(uri);
    if (this.#file === null) return;
    const { path, descriptor } = this.#file;
    this.#file = null;
    attempt(() => {
      closeSync(descriptor);
    });
    attempt(() => {
      rmSync(path, { force: true });
    });
  }

  #begin(uri: string, text: string): void {
    const around = this.#work.at(-1);
    this.#work.push({ uri, text });
    if (around?.uri === uri && around.text === text) return;
    if (this.#known.has(uri)) this.#survived.add(uri);
    this.#note(uri, text);
  }

  #end(): void {
    const ended = this.#work.pop();
    const around = this.#work.at(-1);
    if (around === undefined) this.#rest();
    else if (around.uri !== ended?.uri || around.text !== ended.text) this.#note(around.uri, around.text);
  }

  /** Notes soon that nothing is worked on; when more work follows at once, that is noted instead. */
  #rest(): void {
    if (this.#isResting || !this.#isBusy) return;
    this.#isResting = true;
    setImmediate(() => {
      this.#isResting = false;
      if (this.#work.length > 0) return;
      this.#write(noteBody(null));
      this.#isNoted = false;
      this.#isBusy = false;
      this.onBusy(false);
    });
  }

  #note(uri: string, text: string): void {
    if (this.#isEnded) return;
    if (this.#sampled.text !== text || this.#sampled.uri !== uri)
      this.#sampled = { uri, text, sample: sampleOf(text) };
    else if (this.#isNoted) return;
    if (!this.#isBusy) this.onBusy(true);
    this.#isBusy = true;
    this.#write(noteBody({ uri, length: text.length, sample: this.#sampled.sample }));
    this.#isNoted = true;
  }

  #write(body: string): void {
    if (this.#isEnded) return;
    try {
      this.#file ??= this.#open();
      const length = body.length * 3 > longestLine ? this.#line.write('\n') : this.#line.write(body);
      writeSync(this.#file.descriptor, this.#line, 0, length, this.#file.body);
    } catch {
      // a disk that is full or not ours: no notes are left
      this.end();
    }
  }

  #open(): { path: string; descriptor: number; body: number } {
    const head = noteHead(thisProcess(), this.#program.fingerprint);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, `${String(process.pid)}-${randomUUID()}${noteSuffix}`);
    const descriptor = openSync(path, 'wx', 0o600);
    return { path, descriptor, body: writeSync(descriptor, head) };
  }

  #takeIn(name: string): void {
    const path = join(this.#folder, name);
    const content = readFile(path, { size: 2 * longestLine, noun: 'notes', advice: '' }, null);
    if ('problem' in content) return;
    const text = Buffer.from(content.bytes).toString();
    if (isOld(path)) this.#remove(name);
    else if (name.endsWith(noteSuffix)) this.#takeNote(name, text);
    else {
      const known = readSetAside(text);
      // what stopped another version need not stop this one
      if (known !== null && known.program === this.#program.fingerprint && name === this.#nameOf(known.uri))
        this.#known.set(known.uri, known);
    }
  }

  #takeNote(name: string, content: string): void {
    const note = readNote(content);
    if (note === null || mayRun(note)) return;
    this.#remove(name);
    if (note.text === null || note.program !== this.#program.fingerprint) return;
    const before = this.#stored(note.text.uri);
    const isAgain = before?.sample === note.text.sample && before.length === note.text.length;
    this.#keep({ ...note.text, program: note.program, ends: isAgain ? before.ends + 1 : 1, digest: '' });
  }

  #stored(uri: string): SetAside | null {
    const content = readFile(
      join(this.#folder, this.#nameOf(uri)),
      { size: longestLine, noun: 'notes', advice: '' },
      null,
    );
    return 'bytes' in content ? readSetAside(Buffer.from(content.bytes).toString()) : null;
  }

  #keep(one: SetAside): void {
    this.#known.set(one.uri, one);
    attempt(() => {
      writeFileSync(join(this.#folder, this.#nameOf(one.uri)), writeSetAside(one), { mode: 0o600 });
    });
  }

  /** Whether a text is the one in which processes ended. */
  #isOf({ length, sample, digest }: SetAside, text: string): boolean {
    if (length !== text.length) return false;
    return digest === '' ? sample === sampleOf(text) : digest === digestOfText(text);
  }

  #nameOf(uri: string): string {
    return `${sha256(`${this.#program.name}\n${uri}`)}${asideSuffix}`;
  }

  /** The files of the folder, those of documents that are known first. */
  #names(): readonly string[] {
    try {
      const names = readdirSync(this.#folder).filter(
        (name) => name.endsWith(noteSuffix) || name.endsWith(asideSuffix),
      );
      return names
        .sort((a, b) =>
          a.endsWith(asideSuffix) === b.endsWith(asideSuffix) ? 0 : a.endsWith(asideSuffix) ? -1 : 1,
        )
        .slice(0, mostFiles);
    } catch {
      return [];
    }
  }

  #remove(name: string): void {
    attempt(() => {
      rmSync(join(this.#folder, name), { force: true });
    });
  }
}

const noteSuffix = '.note';
const asideSuffix = '.aside';
/** Bytes of what is noted of a document. */
const longestLine = 16 * 1024;
/** Files that are looked at. */
const mostFiles = 1000;
/** Milliseconds after which what ended processes have left counts no more. */
const longestAge = 30 * 24 * 60 * 60 * 1000;

function isOld(path: string): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs > longestAge;
  } catch {
    return false;
  }
}

function attempt(change: () => void): void {
  try {
    change();
  } catch {
    // nothing depends on it
  }
}
