/**
 * Lists of ids, element by element: `RUN-001, [RUN-002](#…) (alert) and RUN-003`, bullets that begin with an id. Tells an
 * id that is an element from one that words about something else mention.
 */
import type { Block, ListItem } from '../../model/markdown';
import type { Label, Mention, Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { encloses, firstFrom, trimSpan, type Span } from '../../text/span';

/** An element of a list of ids. */
export interface IdElement {
  /** Whether it is the only one of its list. */
  readonly alone: boolean;
  /** The words in brackets or behind a dash that say something of it; empty at its end where there are none. */
  readonly remark: Span;
  /** The list item, where the list is all that it says; else null. */
  readonly item: ListItem | null;
  /** The label in front of the list, else null. */
  readonly label: Label | null;
  /** The element with the comma that goes with it. */
  readonly span: Span;
}

/** Longer stretches are no lists of ids. */
const longest = 4000;
const id = '[A-Z][A-Z0-9]{1,11}(?:-[A-Z]{2,12}){0,2}-\\d{1,4}[a-z]?(?![\\w-]|\\.\\w)';
const link = '\\[\\[?[^\\[\\]\\r\\n]{1,300}\\]\\]?(?:\\([^()\\r\\n]{0,400}\\)|\\[[^\\[\\]\\r\\n]{0,200}\\])?';
const element = new RegExp(`[*_~\`]{0,3}(?:${id}|${link}|<?https?:[^\\s<>]{1,400}>?)[*_~\`]{0,3}`, 'y');
const bracketed = /[ \t]{0,4}\([^()\r\n]{0,200}\)/y;
const separator = /[ \t]{0,4}(?:[,;&|·/+]|\band\b|\bor\b|\r?\n)(?:[\s>]{0,16}(?:and\b|or\b|&))?[\s>]{0,16}/y;
const lead = /(?:\[[ xX]\][ \t]{1,4})?(?:see(?: also)?:?[ \t]{1,4})?/iy;
const description = /[*_~`]{0,3}[ \t]{0,4}(?:[:–—(]|-[ \t])/y;

/** The element that a mention is, or null where it stands in other words. Cost follows the list. */
export function idElementOf(runbook: Runbook, mention: Mention): IdElement | null {
  const place = placeOf(runbook, mention.span);
  const { content, item, label } = place;
  if (content === null || content.end - content.start > longest) return null;
  const { heads, end } = elementsOf(runbook.text, content);
  const rest = trimSpan(runbook.text, { start: end, end: content.end });
  const described = matches(description, runbook.text, end);
  const closed = /^\.?$/.test(runbook.text.slice(rest.start, rest.end));
  if (!described && !closed) return null;
  const index = heads.findIndex(({ word }) => encloses(word, mention.span));
  const own = heads[index];
  if (own === undefined) return null;
  const alone = heads.length === 1;
  const remark = alone && described ? rest : own.remark;
  return { alone, remark, item, label, span: withComma(heads, index) };
}

interface Head {
  readonly word: Span;
  readonly remark: Span;
}

/** The elements from the start of a stretch, and where the last of them ends. */
function elementsOf(text: string, { start, end }: Span): { heads: Head[]; end: number } {
  const heads: Head[] = [];
  let at = endOf(lead, text, start);
  let last = at;
  while (at < end) {
    const word = { start: at, end: endOf(element, text, at) };
    if (word.end === at) break;
    const remark = { start: word.end, end: endOf(bracketed, text, word.end) };
    heads.push({ word, remark });
    last = remark.end;
    at = endOf(separator, text, last);
    if (at === last) break;
  }
  return { heads, end: last };
}

function withComma(heads: readonly Head[], index: number): Span {
  const own = heads[index];
  const before = heads[index - 1];
  const next = heads[index + 1];
  if (own === undefined) return { start: 0, end: 0 };
  if (before !== undefined) return { start: before.remark.end, end: own.remark.end };
  return { start: own.word.start, end: next?.word.start ?? own.remark.end };
}

/** The stretch that a mention would be an element of: the value of a label, a paragraph, a cell. */
function placeOf(
  runbook: Runbook,
  span: Span,
): { readonly content: Span | null; readonly item: ListItem | null; readonly label: Label | null } {
  const { labels } = runbook;
  for (let index = firstFrom(labels, span.start, (one) => one.span.start) - 1, seen = 0; seen < 8; seen++) {
    const label = labels[index - seen];
    if (label === undefined) break;
    if (label.value !== null && encloses(label.value.span, span))
      return { content: label.value.span, item: null, label };
  }
  // a label without a value may stand in the same paragraph as what it names
  const above = labels[firstFrom(labels, span.start, (one) => one.span.start) - 1];
  const least =
    above?.value === null && above.nameSpan.end <= span.start ? lineEnd(runbook, above.nameSpan.end) : 0;
  let item: ListItem | null = null;
  let blocks: readonly Block[] = runbook.blocks;
  for (;;) {
    const block = blocks[firstFrom(blocks, span.start + 1, (one) => one.span.start) - 1];
    if (block === undefined || !encloses(block.span, span)) return { content: null, item, label: null };
    if (block.type === 'paragraph') {
      const start = Math.min(Math.max(block.span.start, least), span.start);
      return { content: trimSpan(runbook.text, { start, end: block.span.end }), item, label: null };
    }
    if (block.type === 'quote') blocks = block.blocks;
    else if (block.type === 'list') {
      item = block.items.find((one) => encloses(one.span, span)) ?? null;
      if (item === null) return { content: null, item, label: null };
      blocks = item.blocks;
    } else if (block.type === 'table') {
      const cells = block.rows.flatMap((row) => row.cells);
      return { content: cells.find((cell) => encloses(cell.span, span))?.span ?? null, item, label: null };
    } else return { content: null, item, label: null };
  }
}

/** The edit that takes an element out of a list that has others. */
export function removeElement({ span }: IdElement): Edit {
  return { span, newText: '' };
}

/**
 * The edit that takes the whole line of the only element away: its list item, or the field that holds nothing else. Null
 * where more than that stands on its lines, or where the list would be empty behind it.
 */
export function removeLine(runbook: Runbook, { item, label }: IdElement, at: number): Edit | null {
  const { lines, text } = runbook;
  const line = lines.lineAt(at);
  const whole = lines.spanOf(line);
  const span = { start: whole.start, end: lines.startOf(line + 1) };
  if (label !== null) {
    const before = text.slice(whole.start, label.nameSpan.start);
    const ends = lines.lineAt(label.span.end) === line || !/^[ \t>]*[^\s>]/.test(lines.textOf(line + 1));
    return /^[ \t>]*(?:[-*+][ \t]+)?[*_]{0,2}$/.test(before) && (ends || startsAnew(runbook, line + 1))
      ? { span, newText: '' }
      : null;
  }
  if (item?.blocks.length !== 1 || lines.lineAt(Math.max(item.span.start, item.span.end - 1)) !== line)
    return null;
  if (!/^[ \t>]*$/.test(text.slice(whole.start, item.marker.start))) return null;
  return { span, newText: '' };
}

/** Whether a line begins a label or a block of its own, so that it says nothing about the line above. */
function startsAnew({ labels, lines }: Runbook, line: number): boolean {
  const next = labels[firstFrom(labels, lines.startOf(line), (one) => one.span.start)];
  return (
    (next !== undefined && lines.lineAt(next.span.start) === line) ||
    /^[ \t]{0,3}(?:[-*_]{3}|#|`{3}|~{3}|<)/.test(lines.textOf(line))
  );
}

function lineEnd({ lines }: Runbook, offset: number): number {
  return lines.spanOf(lines.lineAt(offset)).end;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? at : at + match[0].length;
}
