/** A way through the lines of YAML in which a template may stand: which line is content, and how far in it begins. */
import type { LineIndex } from '../text/line-index';
import type { TemplateText } from './template-text';

const space = 0x20;
const tab = 0x09;
const hash = 0x23;

/** Goes through lines, which may be those of a document inside a string. */
export class YamlLines {
  /** The number of the line that has been reached. */
  line: number;
  /** Of the line that was looked at: the column (from 0) at which it begins, actions included. */
  indent = 0;
  /** The offset of its first word outside of actions; its end where there is none. */
  offset = 0;
  /** The offset behind its last character. */
  end = 0;
  /** Whether it has nothing but white space. */
  isBlank = true;
  /** Whether a line was passed that holds nothing but actions of a template. */
  hasDirectives = false;

  constructor(
    readonly template: TemplateText,
    readonly index: LineIndex,
    from: number,
    /** The line behind the last one. */
    readonly to: number,
  ) {
    this.line = from;
  }

  /** Whether all lines have been passed. */
  get isDone(): boolean {
    return this.line >= this.to;
  }

  /** Goes on to the next line with content; false where there is none in this document. */
  seek(): boolean {
    while (!this.isDone) {
      this.look(this.line);
      if (this.offset < this.end) {
        if (!this.isComment(this.offset)) return !this.isMarker();
      } else if (!this.isBlank) this.hasDirectives = true;
      this.line++;
    }
    return false;
  }

  /** Reads how a line begins. */
  look(line: number): void {
    const { blank, text } = this.template;
    const { start, end } = this.index.spanOf(line);
    const from = start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
    this.end = end;
    this.offset = behindSpace(blank, from, end);
    const first = behindSpace(text, from, end);
    this.indent = first - from;
    this.isBlank = first === end;
  }

  /** Whether a comment stands at `offset`, which is behind white space. */
  isComment(offset: number): boolean {
    return this.template.blank.charCodeAt(offset) === hash;
  }

  /** The offset of what follows in the line, at its end where only a comment does. */
  restFrom(offset: number): number {
    const rest = behindSpace(this.template.blank, offset, this.end);
    return this.isComment(rest) ? this.end : rest;
  }

  /** Whether the line parts two documents. */
  isMarker(): boolean {
    const { blank } = this.template;
    const mark = blank.slice(this.offset, Math.min(this.end, this.offset + 4)).trimEnd();
    return mark === '---' || mark === '...';
  }
}

/** The offset of the first character that is neither a space nor a tab, at most `end`. */
function behindSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset behind the last character that is neither a space nor a tab, at least `from`. */
export function beforeSpace(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

function isSpace(code: number): boolean {
  return code === space || code === tab;
}
