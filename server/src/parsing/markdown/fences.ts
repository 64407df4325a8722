/**
 * The nested reading of fences (docs/runbook-format.md#code-blocks-in-code-blocks): templates put ```` ```bash ```` fences into an outer fence of
 * the same length, which CommonMark closes at the first inner closing line.
 *
 * Reads lines only; the block parser gets a text in which the inner fence lines no longer look like fences.
 */
import { LineIndex } from '../../text/line-index';
import type { Span } from '../../text/span';
import type { CodeBlock } from '../../model/markdown';

interface FenceLine {
  readonly line: Span;
  /** The run of backticks or tildes. */
  readonly run: Span;
  readonly info: Span;
  readonly bare: boolean;
}

const fencePattern = /^([ \t]*)(`{3,}(?!`)|~{3,}(?!~))([^\r\n]*)$/;

/**
 * The text with the inner fences of bare outer fences masked by letters of the same length, so that offsets stay.
 * Returns the text itself when no bare fence holds a fence line with an info string, or when the nested reading
 * does not close every fence by the end of the text.
 */
export function maskNestedFences(text: string): string {
  if (!/^[ \t]*(?:```|~~~)/m.test(text)) return text;
  const lines = fenceLines(text);
  if (!someNested(text, lines)) return text;
  const inner = readNested(text, lines);
  if (inner === null) return text;
  let masked = '';
  let at = 0;
  for (const { run } of inner) {
    masked += text.slice(at, run.start) + 'x'.repeat(run.end - run.start);
    at = run.end;
  }
  return masked + text.slice(at);
}

/** Whether all fences of a text are closed at its end and none of them is read as nested. */
export function closesItsFences(text: string): boolean {
  if (!text.includes('```') && !text.includes('~~~')) return true;
  const lines = fenceLines(text);
  return !someNested(text, lines) && !endsOpen(text, lines);
}

/** The fences in the content of a code block, read as CommonMark would if the content stood alone. */
export function fencesWithin(text: string, content: Span): CodeBlock[] {
  const fences: CodeBlock[] = [];
  const inside = text.slice(content.start, content.end);
  if (!inside.includes('```') && !inside.includes('~~~')) return fences;
  let open: FenceLine | null = null;
  const shift = (span: Span): Span => ({ start: span.start + content.start, end: span.end + content.start });
  for (const line of fenceLines(inside)) {
    if (open === null) open = line;
    else if (line.bare && closes(inside, line, open)) {
      fences.push(fenceBetween(inside, open, line.line.start, line.line.end, true, shift));
      open = null;
    }
  }
  if (open !== null) fences.push(fenceBetween(inside, open, inside.length, inside.length, false, shift));
  return fences;
}

function fenceBetween(
  text: string,
  open: FenceLine,
  contentEnd: number,
  end: number,
  closed: boolean,
  shift: (span: Span) => Span,
): CodeBlock {
  const from = nextLineStart(text, open.line.end);
  const to = closed ? lineEndBefore(text, contentEnd) : contentEnd;
  return {
    type: 'code',
    span: shift({ start: open.run.start, end }),
    fenced: true,
    info: shift(open.info),
    content: shift({ start: Math.min(from, end), end: Math.max(Math.min(from, end), to) }),
    closed,
    nested: [],
  };
}

function nextLineStart(text: string, lineEnd: number): number {
  if (text.startsWith('\r\n', lineEnd)) return lineEnd + 2;
  return Math.min(lineEnd + 1, text.length);
}

function lineEndBefore(text: string, lineStart: number): number {
  if (text.startsWith('\r\n', lineStart - 2)) return lineStart - 2;
  return Math.max(0, lineStart - 1);
}

function fenceLines(text: string): FenceLine[] {
  const found: FenceLine[] = [];
  const index = new LineIndex(text);
  for (let number = 0; number < index.count; number++) {
    const line = index.spanOf(number);
    const match = fencePattern.exec(text.slice(line.start, line.end));
    if (match === null) continue;
    const [, indent = '', run = '', rest = ''] = match;
    const info = rest.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '');
    if (run.startsWith('`') && info.includes('`')) continue;
    const runStart = line.start + indent.length;
    const infoStart = info === '' ? line.end : text.indexOf(info, runStart + run.length);
    found.push({
      line,
      run: { start: runStart, end: runStart + run.length },
      info: { start: infoStart, end: infoStart + info.length },
      bare: info === '',
    });
  }
  return found;
}

function closes(text: string, line: FenceLine, open: FenceLine): boolean {
  return sameCharacter(text, line, open) && length(line.run) >= length(open.run);
}

function sameCharacter(text: string, a: FenceLine, b: FenceLine): boolean {
  return text.charCodeAt(a.run.start) === text.charCodeAt(b.run.start);
}

function length(span: Span): number {
  return span.end - span.start;
}

/** Whether, read strictly, a bare fence holds a line that would open a fence with an info string. */
function someNested(text: string, lines: readonly FenceLine[]): boolean {
  let open: FenceLine | null = null;
  for (const line of lines) {
    if (open === null) open = line;
    else if (line.bare && closes(text, line, open)) open = null;
    else if (open.bare && !line.bare && closes(text, line, open)) return true;
  }
  return false;
}

/** Whether, read strictly, a fence is open at the end. */
function endsOpen(text: string, lines: readonly FenceLine[]): boolean {
  let open: FenceLine | null = null;
  for (const line of lines) {
    if (open === null) open = line;
    else if (line.bare && closes(text, line, open)) open = null;
  }
  return open !== null;
}

/** The inner fence lines in the nested reading, or null when a fence stays open. */
function readNested(text: string, lines: readonly FenceLine[]): FenceLine[] | null {
  const inner: FenceLine[] = [];
  const open: FenceLine[] = [];
  for (const line of lines) {
    const top = open.at(-1);
    if (top === undefined) open.push(line);
    else if (line.bare && closes(text, line, top)) {
      open.pop();
      if (open.length > 0) inner.push(line);
    } else if (top.bare && !line.bare && closes(text, line, top)) {
      open.push(line);
      inner.push(line);
    }
  }
  return open.length === 0 ? inner : null;
}
