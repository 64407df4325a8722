/** The classes of the module `vscode` that the product and the language client reckon with, as far as they do. */
import { CancellationTokenSource as TokenSource, Emitter } from 'vscode-languageserver/node';
import { URI, Utils } from 'vscode-uri';
import type { AnyClass } from './strict-api';

interface Place {
  readonly line: number;
  readonly character: number;
}

class Position implements Place {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}

  compareTo(other: Place): number {
    return this.line - other.line || this.character - other.character;
  }

  isEqual(other: Place): boolean {
    return this.compareTo(other) === 0;
  }

  isBefore(other: Place): boolean {
    return this.compareTo(other) < 0;
  }

  isBeforeOrEqual(other: Place): boolean {
    return this.compareTo(other) <= 0;
  }

  isAfter(other: Place): boolean {
    return this.compareTo(other) > 0;
  }

  isAfterOrEqual(other: Place): boolean {
    return this.compareTo(other) >= 0;
  }

  with(line = this.line, character = this.character): Position {
    return new Position(line, character);
  }

  translate(lines = 0, characters = 0): Position {
    return new Position(this.line + lines, this.character + characters);
  }
}

class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(...passed: readonly [Position, Position] | readonly [number, number, number, number]) {
    const [first, second] =
      passed.length === 2 ? passed : [new Position(passed[0], passed[1]), new Position(passed[2], passed[3])];
    [this.start, this.end] = first.isAfter(second) ? [second, first] : [first, second];
  }

  get isEmpty(): boolean {
    return this.start.isEqual(this.end);
  }

  get isSingleLine(): boolean {
    return this.start.line === this.end.line;
  }

  isEqual(other: Range): boolean {
    return this.start.isEqual(other.start) && this.end.isEqual(other.end);
  }

  contains(other: Position | Range): boolean {
    const { start, end } = other instanceof Range ? other : { start: other, end: other };
    return this.start.isBeforeOrEqual(start) && this.end.isAfterOrEqual(end);
  }

  with(start = this.start, end = this.end): Range {
    return new Range(start, end);
  }
}

class Selection extends Range {
  get anchor(): Position {
    return this.start;
  }

  get active(): Position {
    return this.end;
  }
}

class Disposable {
  readonly #end: () => unknown;

  constructor(end: () => unknown) {
    this.#end = end;
  }

  static from(...all: readonly { dispose: () => unknown }[]): Disposable {
    return new Disposable(() => {
      for (const one of all) one.dispose();
    });
  }

  dispose(): unknown {
    return this.#end();
  }
}

export class EventEmitter<T> {
  readonly #emitter = new Emitter<T>();

  get event(): (...passed: Parameters<Emitter<T>['event']>) => Disposable {
    return (...passed) => {
      const listening = this.#emitter.event(...passed);
      return new Disposable(() => {
        listening.dispose();
      });
    };
  }

  fire(value: T): void {
    this.#emitter.fire(value);
  }

  dispose(): void {
    this.#emitter.dispose();
  }
}

class CancellationTokenSource {
  readonly #source = new TokenSource();

  get token(): object {
    return this.#source.token;
  }

  cancel(): void {
    this.#source.cancel();
  }

  dispose(): void {
    this.#source.dispose();
  }
}

class MarkdownString {
  value: string;

  constructor(value = '') {
    this.value = value;
  }

  appendMarkdown(more: string): this {
    this.value += more;
    return this;
  }

  appendText(more: string): this {
    return this.appendMarkdown(more);
  }
}

/** As VS Code's own, its contents are a list however they are given. */
class Hover {
  readonly contents: readonly unknown[];

  constructor(
    contents: unknown,
    readonly range?: Range,
  ) {
    this.contents = Array.isArray(contents) ? contents : [contents];
  }
}

class WorkspaceEdit {
  readonly #edits = new Map<string, [URI, unknown[]]>();

  get size(): number {
    return this.#edits.size;
  }

  set(uri: URI, edits: readonly unknown[]): void {
    this.#edits.set(uri.toString(), [uri, [...edits]]);
  }

  get(uri: URI): unknown[] {
    return this.#edits.get(uri.toString())?.[1] ?? [];
  }

  entries(): [URI, unknown[]][] {
    return [...this.#edits.values()];
  }
}

/** As VS Code's own: made by its functions, never by `new`. */
class Uri {
  static readonly file = (path: string): URI => URI.file(path);
  static readonly parse = (text: string): URI => URI.parse(text);
  static readonly from = (parts: Parameters<typeof URI.from>[0]): URI => URI.from(parts);
  static readonly joinPath = (uri: URI, ...more: string[]): URI => Utils.joinPath(uri, ...more);

  static [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof URI;
  }

  with(): never {
    throw new Error('this object is no URI');
  }
}

const working = {
  Position,
  Range,
  Selection,
  Disposable,
  EventEmitter,
  CancellationTokenSource,
  MarkdownString,
  Hover,
  WorkspaceEdit,
  Uri,
};

/** By name. Made anew: what else is declared of them is put into them. */
export const workingClasses = working as unknown as Readonly<Record<keyof typeof working, AnyClass>>;

export { CancellationTokenSource, Disposable, Position, Range };
