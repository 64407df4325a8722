/**
 * Takes the sting out of text that no author writes and no Markdown parser survives: thousands of brackets in one
 * paragraph, a line of thousands of quote marks. Such runs take parsers quadratic time or their whole stack.
 *
 * What is too much is replaced by letters of the same length, so that offsets stay and the words stay words.
 */
import type { Span } from '../../text/span';

/** Most that a paragraph, a line or a nesting may hold; far above what authors write. */
const limits = {
  brackets: 1000,
  marks: 2000,
  pipes: 500,
  depth: 40,
  indent: 120,
  underlines: 50,
  lazyLines: 300,
} as const;

const markersPattern = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)|\[\^(?:\\\S|[^\\\]\s]){1,200}\]:))+/;
const rulePattern = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;
const underlinePattern = /^[ \t]{0,3}(?:=+|-+)[ \t]*$/;
const underlines = new RegExp(underlinePattern.source, 'gm');
const fencePattern = /^[ \t>]*(?:`{3}|~{3})/;
/** A heading or a blank line. */
const closingPattern = /^(?:#{1,6}(?:[ \t]|$)|[ \t]*$)/;
const definitionPattern = /^[ \t]{0,3}\[[^\]]{1,200}\]:/;

/** Lines without a blank one between them, as far as they may form one paragraph. */
interface Run {
  /** Offsets of its first line's markers, empty when it starts no list item or quote. */
  markers: Span;
  start: number;
  end: number;
  lines: number;
  brackets: number;
  marks: number;
  underlines: Span[];
}

/** The text itself, or the text with what is too much masked. */
export function tame(text: string): string {
  if (isSurelyTame(text)) return text;
  const masks: { span: Span; pattern: RegExp }[] = [];
  let run: Run | null = null;
  /** Markers of the items above without a blank line between: without its own, an item goes on with theirs. */
  let above: Span[] = [];
  const finish = (): void => {
    if (run === null) return;
    const span = { start: run.start, end: run.end };
    if (run.brackets > limits.brackets) masks.push({ span, pattern: /[[\]]/g });
    if (run.marks > limits.marks) masks.push({ span, pattern: /[*_~]/g });
    const { markers } = run;
    if (markers.end > markers.start) above.push(markers);
    if (run.lines > limits.lazyLines)
      masks.push(...above.splice(0).map((span) => ({ span, pattern: /\S/g })));
    if (run.underlines.length > limits.underlines)
      masks.push(...run.underlines.map((underline) => ({ span: underline, pattern: /[-=]/g })));
    run = null;
  };
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const [line] = match;
    const start = match.index;
    const end = start + line.length;
    // what closes a paragraph, whatever stands in it: pieces of a text are judged alone
    if (closingPattern.test(line)) {
      finish();
      above = [];
    }
    if (fencePattern.test(line)) {
      finish();
      continue;
    }
    const markers = markersPattern.exec(line)?.[0].length ?? 0;
    if (markers > limits.depth && !rulePattern.test(line)) {
      const from = deepMarkers(line, markers);
      if (from < markers) masks.push({ span: { start: start + from, end: start + markers }, pattern: /\S/g });
    }
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (indent > limits.indent && markers > 0)
      masks.push({ span: { start: start + indent, end: start + indent + 1 }, pattern: /\S/g });
    if (count(line, /\|/g) > limits.pipes) masks.push({ span: { start, end }, pattern: /\|/g });
    const fresh = run === null || isApart(text, run.end, start);
    if (fresh || markers > 0 || /^[ \t]*\|/.test(line) || definitionPattern.test(line)) {
      if (run !== null && isApart(text, run.end, start)) {
        finish();
        above = [];
      } else finish();
      run = {
        markers: { start, end: start + markers },
        start,
        end,
        lines: 0,
        brackets: 0,
        marks: 0,
        underlines: [],
      };
    }
    if (run === null) continue;
    run.end = end;
    run.lines++;
    run.brackets += count(line, /[[\]]/g);
    run.marks += count(line, /[*_~]/g);
    if (underlinePattern.test(line)) run.underlines.push({ start, end });
  }
  finish();
  return masks.length === 0 ? text : masked(text, masks);
}

/** More markers than may nest, or more indentation than a marker may have, at the start of some line. */
const tooDeep = new RegExp(
  `^(?:[ \\t]{${String(limits.indent + 1)}}|(?:[ \\t]{0,20}(?:>|[-*+]|\\d{1,9}[.)]|\\[\\^(?:\\\\\\S|[^\\\\\\]\\s]){1,200}\\]:)){${String(limits.depth + 1)}})`,
  'm',
);

/** Whether even all marks of the text together would not be too much for one paragraph: true of nearly all documents. */
function isSurelyTame(text: string): boolean {
  return (
    holdsAtMost(limits.lazyLines, '\r\n', text) &&
    holdsAtMost(limits.brackets, '[]', text) &&
    holdsAtMost(limits.marks, '*_~', text) &&
    holdsAtMost(limits.pipes, '|', text) &&
    !tooDeep.test(text) &&
    count(text, underlines) <= limits.underlines
  );
}

/** Whether a text holds no more than so many of some characters. Engines look for one character faster than code does for any. */
function holdsAtMost(most: number, characters: string, text: string): boolean {
  let left = most;
  for (const character of characters)
    for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1))
      if (--left < 0) return false;
  return true;
}

/** Whether a blank line lies between two offsets, the end of a line and the start of a later one. */
function isApart(text: string, end: number, start: number): boolean {
  const between = text.slice(end, start);
  return between.length > 2 || (between.length === 2 && between !== '\r\n');
}

function count(line: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(line)) found++;
  return found;
}

/** Offset in a line at which its markers nest too deep. */
function deepMarkers(line: string, end: number): number {
  let depth = 0;
  for (const match of line.slice(0, end).matchAll(/\[\^|[>*+-]|\d{1,9}[.)]/g))
    if (++depth > limits.depth) return match.index;
  return end;
}

function masked(text: string, masks: readonly { span: Span; pattern: RegExp }[]): string {
  let result = text;
  const pieces: string[] = [];
  // one pass for each pattern: spans of one pattern never overlap, those of two may
  for (const source of new Set(masks.map(({ pattern }) => pattern.source))) {
    let at = 0;
    for (const { span, pattern } of masks) {
      if (pattern.source !== source || span.start < at) continue;
      pieces.push(result.slice(at, span.start), result.slice(span.start, span.end).replace(pattern, 'x'));
      at = span.end;
    }
    pieces.push(result.slice(at));
    result = pieces.splice(0).join('');
  }
  return result;
}
