/**
 * The words and marks of languages that describe objects: HCL of Terraform, Jsonnet. Only as much of them as tells where
 * keys, strings and brackets are. Linear, whatever the text.
 */
import type { AlertText } from '../model/alert-rule';

export type ObjectLanguage = 'terraform' | 'jsonnet';

/** `text` is a string of any form, `end` a line end. */
export type TokenKind = 'word' | 'text' | 'open' | 'close' | 'mark' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** UTF-16 offsets; of a text its content. */
  readonly start: number;
  readonly end: number;
  /** Of texts only. */
  readonly style: AlertText['style'];
  /** The column (from 0) at which the lines of a block of text begin. */
  readonly indent: number;
  /** Whether a text is what it says: without escapes of its own. */
  readonly isSound: boolean;
}

const usual = { style: 'plain', indent: 0, isSound: true } as const;
const wordPattern = /[A-Za-z_$0-9][\w$.-]*/y;
const heredocPattern = /<<(-?)([A-Za-z_]\w{0,60})[ \t]*\r?\n/y;
const blockPattern = /\|\|\|-?[ \t]*\r?\n/y;

/** The tokens of a text in their order. */
export class ObjectTokens {
  readonly #text: string;
  readonly #language: ObjectLanguage;
  #at = 0;

  constructor(text: string, language: ObjectLanguage) {
    this.#text = text;
    this.#language = language;
  }

  /** The next token; null at the end. */
  next(): Token | null {
    const text = this.#text;
    while (this.#at < text.length) {
      const start = this.#at;
      const character = text.charAt(start);
      if (character === '\n') return this.#token('end', start, start + 1);
      if (this.#passComment(start, character) || /\s/.test(character)) {
        if (this.#at === start) this.#at++;
        continue;
      }
      const block = this.#block(start);
      if (block !== null) return block;
      if (character === '"' || (character === "'" && this.#language === 'jsonnet'))
        return this.#string(start);
      if ('{[('.includes(character)) return this.#token('open', start, start + 1);
      if ('}])'.includes(character)) return this.#token('close', start, start + 1);
      wordPattern.lastIndex = start;
      if (wordPattern.test(text)) return this.#token('word', start, wordPattern.lastIndex);
      return this.#token('mark', start, start + 1);
    }
    return null;
  }

  #token(kind: TokenKind, start: number, end: number): Token {
    this.#at = end;
    return { kind, start, end, ...usual };
  }

  #passComment(start: number, character: string): boolean {
    const next = this.#text.charAt(start + 1);
    if (character === '#' || (character === '/' && next === '/')) {
      const end = this.#text.indexOf('\n', start);
      this.#at = end < 0 ? this.#text.length : end;
      return true;
    }
    if (character !== '/' || next !== '*') return false;
    const end = this.#text.indexOf('*/', start + 2);
    this.#at = end < 0 ? this.#text.length : end + 2;
    return true;
  }

  /** A string between quotes. One without an end reaches to the end of its line. */
  #string(start: number): Token {
    const text = this.#text;
    const quote = text.charAt(start);
    const isVerbatim = this.#language === 'jsonnet' && text.charAt(start - 1) === '@';
    let hasEscape = isVerbatim;
    let braces = 0;
    for (let at = start + 1; at < text.length; at++) {
      const character = text.charAt(at);
      if (character === '\n') return this.#textToken(start + 1, at, quote, false);
      if (character === '\\' && !isVerbatim) {
        hasEscape = true;
        at++;
      } else if (this.#language === 'terraform' && /[$%]/.test(character) && text.charAt(at + 1) === '{') {
        braces++;
        at++;
      } else if (character === '{' && braces > 0) braces++;
      else if (character === '}' && braces > 0) braces--;
      else if (character === quote && braces === 0)
        return this.#textToken(start + 1, at, quote, !hasEscape || (quote === '"' && !isVerbatim));
    }
    return this.#textToken(start + 1, text.length, quote, false);
  }

  #textToken(start: number, end: number, quote: string, isSound: boolean): Token {
    this.#at = Math.min(this.#text.length, isSound || this.#text.charAt(end) === quote ? end + 1 : end);
    return { kind: 'text', start, end, style: quote === '"' ? 'double' : 'single', indent: 0, isSound };
  }

  /** Lines of text between marks of their own; null where there are none. */
  #block(start: number): Token | null {
    const pattern = this.#language === 'terraform' ? heredocPattern : blockPattern;
    pattern.lastIndex = start;
    const opening = pattern.exec(this.#text);
    if (opening === null) return null;
    const [whole, dash, name] = opening;
    const isIndented = this.#language === 'jsonnet' || dash === '-';
    const mark = name ?? '|||';
    let indent = Infinity;
    let from = start + whole.length;
    const first = from;
    while (from < this.#text.length) {
      const found = this.#text.indexOf('\n', from);
      const end = found < 0 ? this.#text.length : found;
      const line = this.#text.slice(from, end);
      const words = line.trimStart();
      const isClosing = words.startsWith(mark) && (name === undefined || words.trimEnd() === mark);
      if (isClosing) {
        this.#at = from + line.length - words.length + mark.length;
        return this.#lines(first, Math.max(first, from - 1), isIndented ? indent : 0);
      }
      if (words.trim() !== '') indent = Math.min(indent, line.length - words.length);
      from = end + 1;
    }
    this.#at = this.#text.length;
    return this.#lines(first, this.#text.length, isIndented ? indent : 0);
  }

  #lines(first: number, end: number, indent: number): Token {
    const column = Number.isFinite(indent) ? indent : 0;
    const isFirstFull =
      this.#text.slice(first, first + column).trimStart() === '' &&
      this.#text.indexOf('\n', first) >= first + column;
    const start = isFirstFull ? Math.min(first + column, end) : first;
    const last = end > start && this.#text.charAt(end - 1) === '\r' ? end - 1 : end;
    return { kind: 'text', start, end: last, style: 'literal', indent: column, isSound: true };
  }
}
