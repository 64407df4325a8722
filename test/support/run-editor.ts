/**
 * An editor that has a runbook open for the built server, in which a person writes while a run changes it; it saves at once, a
 * moment later or not at all, and may end at any moment.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { startServer, type BuiltProduct, type ServerProcess } from './built-product';

/** Numbers from 0 to 1, the same in each run of the test. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What a person writes: nothing else in the documents looks like it. */
export const mark = /\(by hand \d+\)/g;

/** A text without what a person wrote and without ticks and log rows, which are what a run may change. */
export function unchangedPart(text: string): string {
  return text
    .replace(mark, '')
    .replaceAll('[x]', '[ ]')
    .replace(/(?<=\n#+ Execution Log\n)[^#]*/, '');
}

export function marksIn(text: string): readonly string[] {
  return text.match(mark) ?? [];
}

export class RunEditor {
  text: string;
  /** What is wrong with edits that came from the server. */
  readonly wrong: string[] = [];
  /** The lines that the server has ticked something in, each time it did, unless that was lost with the editor. */
  ticked: string[] = [];
  readonly #name: string;
  readonly #folder: string;
  readonly #product: BuiltProduct;
  readonly #random: () => number;
  #version = 1;
  #server: ServerProcess | null = null;

  constructor(product: BuiltProduct, folder: string, name: string, random: () => number) {
    this.#product = product;
    this.#folder = folder;
    this.#name = name;
    this.#random = random;
    this.text = this.onDisk();
  }

  onDisk(): string {
    return readFileSync(join(this.#folder, 'docs', this.#name), 'utf8');
  }

  /** Opens the document as it is in the editor, saved or not, in a new process of the server. */
  async start(): Promise<ServerProcess> {
    const server = await startServer(this.#product, join(this.#folder, 'docs'), {
      args: ['--no-cache'],
      runStorage: join(this.#folder, 'journals'),
      applyEdit: (edit) => this.#apply(edit),
    });
    this.#server = server;
    const { text } = this;
    const textDocument = { uri: this.#uri(), languageId: 'markdown', version: ++this.#version, text };
    await this.#notify('textDocument/didOpen', { textDocument });
    if (this.#random() < 0.5) await this.save();
    return server;
  }

  /** The server has ended. With `too` the editor has, and what was not saved is gone. */
  ended(too: boolean): void {
    this.#server = null;
    if (!too) return;
    this.text = this.onDisk();
    const isThere = new Set(this.text.replace(mark, '').split('\n'));
    this.ticked = this.ticked.filter((line) => isThere.has(line.replace(mark, '').replace('[ ]', '[x]')));
  }

  /** A person writes something somewhere, or ticks a box. */
  async write(count: number): Promise<void> {
    const boxes = [...this.text.matchAll(/\[ \]/g)].map(({ index }) => index);
    const box = boxes[Math.floor(this.#random() * boxes.length)];
    const place = Math.floor(this.#random() * this.text.length);
    // not into what was written earlier, by which it is known
    const at = [...this.text.matchAll(mark)]
      .map(({ index, 0: { length } }) => [index, index + length] as const)
      .reduce((free, [from, to]) => (from < free && free < to ? to : free), place);
    this.text =
      box !== undefined && this.#random() < 0.1
        ? `${this.text.slice(0, box)}[x]${this.text.slice(box + 3)}`
        : `${this.text.slice(0, at)}(by hand ${String(count)})${this.text.slice(at)}`;
    await this.#tell();
    if (this.#random() < 0.7) await this.save();
  }

  async save(): Promise<void> {
    if (this.text === this.onDisk()) return;
    writeFileSync(join(this.#folder, 'docs', this.#name), this.text);
    await this.#notify('textDocument/didSave', { textDocument: { uri: this.#uri() } });
  }

  #uri(): string {
    return this.#server?.uri(this.#name) ?? '';
  }

  async #tell(): Promise<void> {
    const textDocument = { uri: this.#uri(), version: ++this.#version };
    const contentChanges = [{ text: this.text }];
    await this.#notify('textDocument/didChange', { textDocument, contentChanges });
  }

  /** The server may be gone at any time: a closed connection throws at once, one that breaks rejects. */
  async #notify(method: string, params: object): Promise<void> {
    try {
      await this.#server?.connection.sendNotification(method, params);
    } catch {
      // what was not said is said by the document that the next process opens
    }
  }

  async #apply(edit: WorkspaceEdit): Promise<boolean> {
    for (const change of edit.documentChanges ?? []) {
      if (!('textDocument' in change)) continue;
      const { uri, version } = change.textDocument;
      const isRunbook = uri === this.#uri();
      if (isRunbook && version !== this.#version) return false;
      let text = isRunbook ? this.text : '';
      for (const one of [...change.edits].reverse())
        if ('newText' in one) text = this.#edited(text, one.range, one.newText);
      if (!isRunbook) {
        const path = fileURLToPath(uri);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
        continue;
      }
      const marks = marksIn(this.text);
      this.text = text;
      if (marksIn(text).join() !== marks.join()) this.wrong.push('an edit by hand is gone');
      await this.#tell();
      const server = this.#server;
      // as an editor that saves what a run changes, or one that saves on its own
      if (this.#random() < 0.5) await this.save();
      else
        setTimeout(() => {
          if (this.#server !== null && this.#server === server) void this.save();
        }, 1);
    }
    return true;
  }

  #edited(
    text: string,
    { start, end }: { start: { line: number; character: number }; end: { line: number; character: number } },
    newText: string,
  ): string {
    const lines = text.split('\n');
    const offset = ({ line, character }: { line: number; character: number }): number =>
      lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
    const before = text.slice(offset(start), offset(end));
    if (newText === '[x]') this.ticked.push(lines[start.line] ?? '');
    if (newText === '[x]' && before !== '[ ]') this.wrong.push(`a tick in the place of "${before}"`);
    if (newText === '[ ]') this.wrong.push('a tick is gone');
    return text.slice(0, offset(start)) + newText + text.slice(offset(end));
  }
}
