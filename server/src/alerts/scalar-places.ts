/**
 * Where scalars of YAML stand, found by going through the lines: block scalars, quoted and plain ones over one line or more.
 * What they say is read elsewhere, when somebody asks.
 */
import type { Span } from '../text/span';
import type { ScalarNode } from './nodes';
import { beforeSpace, type YamlLines } from './yaml-lines';

const blockHeader = /^[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*(?:[ \t]#.*)?$/;
/** A line that begins with a key is none of the text above, even where it stands too far in. */
const keyStart = /^(?:- )?["']?[A-Za-z_][\w.-]{0,60}["']?:(?:[ \t]|$)/;

/** Whether a block scalar begins at `offset` of the line that was looked at. */
export function isBlockHeader({ template, end }: YamlLines, offset: number): boolean {
  return end - offset < 200 && blockHeader.test(template.blank.slice(offset, end));
}

/** The block scalar whose header is at `offset`; all lines of it are passed. */
export function readBlockScalar(lines: YamlLines, offset: number, parent: number): ScalarNode {
  const { template, index } = lines;
  const header = template.blank.slice(offset, offset + 3);
  const style = header.startsWith('|') ? 'literal' : 'folded';
  const digit = /[1-9]/.exec(header.slice(1))?.[0];
  let indent = digit === undefined ? -1 : Math.max(parent, 0) + Number(digit);
  let first = -1;
  let last = -1;
  const headerEnd = lines.end;
  for (lines.line++; !lines.isDone; lines.line++) {
    lines.look(lines.line);
    if (lines.isBlank) continue;
    if (lines.indent <= parent) {
      if (lines.offset === lines.end) lines.hasDirectives = true;
      else break;
    } else {
      if (first < 0) first = lines.line;
      if (indent < 0 && lines.offset < lines.end) indent = lines.indent;
      last = lines.line;
    }
  }
  if (first < 0) return { kind: 'scalar', style, start: headerEnd, end: headerEnd, indent: 0, isSound: true };
  const around = { start: index.startOf(first), end: index.spanOf(last).end };
  while (last >= first && isLeftOver(lines, last, around)) last--;
  while (first < last && isLeftOver(lines, first, around)) first++;
  lines.look(first);
  if (indent < 0) ({ indent } = lines);
  const start = Math.min(index.startOf(first) + indent, lines.end);
  lines.look(Math.max(first, last));
  const end = last < first ? start : beforeSpace(template.text, lines.offset, lines.end);
  return { kind: 'scalar', style, start, end: Math.max(start, end), indent, isSound: true };
}

/** Whether a line at an end of a block scalar is blank, or holds actions that are about more than the scalar. */
function isLeftOver(lines: YamlLines, line: number, around: Span): boolean {
  lines.look(line);
  if (lines.isBlank) return true;
  const { start, end } = lines.index.spanOf(line);
  if (lines.offset < lines.end || !lines.template.isForeign(start, end, around)) return false;
  lines.hasDirectives = true;
  return true;
}

/** The quoted scalar that begins at `offset`; its lines are passed. Without an end it reaches to where the map goes on. */
export function readQuoted(lines: YamlLines, offset: number, parent: number): ScalarNode {
  const { template } = lines;
  const isSingle = template.blank.charAt(offset) === "'";
  const style = isSingle ? 'single' : 'double';
  const start = offset + 1;
  let from = start;
  const firstEnd = lines.end;
  for (;;) {
    const close = closingQuote(template.blank, from, lines.end, isSingle ? "'" : '"');
    if (close >= 0) {
      const isSound = lines.restFrom(close + 1) === lines.end;
      lines.line++;
      return { kind: 'scalar', style, start, end: close, indent: 0, isSound };
    }
    if (!nextOf(lines, parent)) break;
    from = lines.offset;
  }
  const end = beforeSpace(template.text, start, firstEnd);
  return { kind: 'scalar', style, start, end, indent: 0, isSound: false };
}

/** Goes to the next line if it belongs to what began in a line above. */
function nextOf(lines: YamlLines, parent: number): boolean {
  for (lines.line++; !lines.isDone; lines.line++) {
    lines.look(lines.line);
    if (lines.offset < lines.end) return lines.indent > parent && !lines.isMarker();
  }
  return false;
}

/** The offset of the quote that ends what is quoted, in this line; negative where it is not there. */
export function closingQuote(text: string, from: number, end: number, quote: string): number {
  for (let at = from; at < end; at++) {
    const character = text.charAt(at);
    if (character === '\\' && quote === '"') at++;
    else if (character === quote) {
      if (quote === '"' || text.charAt(at + 1) !== quote) return at;
      at++;
    }
  }
  return -1;
}

/** The plain scalar that begins at `offset`, over as many lines as it has. */
export function readPlain(lines: YamlLines, offset: number, parent: number): ScalarNode {
  const { blank } = lines.template;
  let end = plainEnd(blank, offset, lines.end);
  let hasComment = end < beforeSpace(blank, offset, lines.end);
  for (lines.line++; !hasComment && !lines.isDone; lines.line++) {
    lines.look(lines.line);
    if (lines.offset === lines.end) {
      if (!lines.isBlank) lines.hasDirectives = true;
      continue;
    }
    if (lines.indent <= parent || lines.isComment(lines.offset) || lines.isMarker()) break;
    if (keyStart.test(blank.slice(lines.offset, Math.min(lines.end, lines.offset + 70)))) break;
    end = plainEnd(blank, lines.offset, lines.end);
    hasComment = end < beforeSpace(blank, lines.offset, lines.end);
  }
  return { kind: 'scalar', style: 'plain', start: offset, end, indent: 0, isSound: true };
}

/** The offset behind the words of a line: in front of a comment. */
function plainEnd(blank: string, from: number, end: number): number {
  const comment = /[ \t]#/.exec(blank.slice(from, end));
  return beforeSpace(blank, from, comment === null ? end : from + comment.index);
}
