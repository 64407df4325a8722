/** Formatting while typing: a new line goes on with the checklist or the numbered steps, an empty item ends them. */
import { isOurs } from '../document/scope';
import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { Block } from '../model/markdown';
import type { Runbook } from '../model/runbook';
import { firstFrom } from '../text/span';
import { isInert } from '../document/sections/section-lookup';
import { toRange, type FeatureContext } from './shared/feature-context';

const item = /^([ \t>]*)(?:([-*+])([ \t]+)\[[ xX]\]|(\d{1,6})([.)]))([ \t]+|$)([^]*)$/;

/** The edits after a line end was typed; `position` is behind it. */
export function onTypeFormatting(context: FeatureContext, uri: string, position: Position): TextEdit[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined || !isOurs(runbook) || position.line === 0) return [];
  const { lines } = runbook;
  const above = lines.spanOf(position.line - 1);
  const match = item.exec(lines.textOf(position.line - 1));
  if (match === null || isInert(runbook, above.start) || isTorn(runbook.blocks, above.end)) return [];
  const [, indent = '', bullet, gap = ' ', number, close = '.', space = ' ', words = ''] = match;
  const start = lines.startOf(position.line);
  const end = lines.offsetAt(position);
  if (runbook.text.slice(start, end).trim() !== '') return [];
  const rest = lines.textOf(position.line).trim();
  if (words.trim() === '') {
    // an item that says nothing, with nothing that would move down: the list is over
    const emptied = { start: above.start, end: above.end };
    return rest === '' ? [{ range: toRange(runbook, emptied), newText: indent.trimEnd() }] : [];
  }
  // an item that nothing stands in has nothing below a blank line: what goes on there would be no part of any item
  const column =
    indent.length + (bullet === undefined ? `${number ?? ''}${close}${space}` : bullet + gap).length;
  if (rest === '' && goesOn(runbook, position.line, column)) return [];
  if (/^(?:[-*+]|\d+[.)])\s/.test(rest) || isUnderlined(runbook, position.line, indent.length)) return [];
  const marker =
    bullet === undefined
      ? `${nextNumber(runbook, position.line - 1, indent, Number(number))}${close}`
      : `${bullet}${gap}[ ]`;
  return [
    { range: toRange(runbook, { start, end }), newText: indent + marker + (space === '' ? ' ' : space) },
  ];
}

/** Whether a link, code or emphasis goes on behind the line end at `offset`, which an item would end. */
function isTorn(blocks: readonly Block[], offset: number): boolean {
  const block = blocks[firstFrom(blocks, offset + 1, ({ span }) => span.start) - 1];
  if (block === undefined || block.span.end < offset) return false;
  if (block.type === 'quote' || block.type === 'footnote') return isTorn(block.blocks, offset);
  if (block.type === 'list') {
    const item = block.items[firstFrom(block.items, offset + 1, ({ span }) => span.start) - 1];
    return item !== undefined && isTorn(item.blocks, offset);
  }
  return 'inlines' in block && block.inlines.some(({ span }) => span.start < offset && offset < span.end);
}

/** Whether the next words below a blank line stand at this column (UTF-16 units) or behind it. */
function goesOn({ lines }: Runbook, line: number, column: number): boolean {
  for (let at = line + 1; at < lines.count && at < line + 40; at++) {
    const text = lines.textOf(at);
    const lead = /^[ \t>]*/.exec(text)?.[0].length ?? 0;
    if (lead < text.length) return at > line + 1 && lead >= column;
  }
  return false;
}

/** A line that makes a heading of the words above it, or is a rule where there are none. */
const underline = /^[ \t>]*(?:-+|=+)[ \t]*$/;

/**
 * Whether the words that a new item in this line would begin with, its own or those right below it, are a heading by the
 * line under them, or a rule that is part of the item above would underline it. `indent`: UTF-16 units before the marker.
 */
function isUnderlined({ lines }: Runbook, line: number, indent: number): boolean {
  const isFirst = (at: number): boolean => at === line + 1 && lines.textOf(line).trim() === '';
  for (let at = line + 1; at < lines.count && at < line + 40; at++) {
    const text = lines.textOf(at);
    if (underline.test(text)) return !isFirst(at) || text.search(/[-=]/) > indent;
    if (/^[ \t>]*(?:$|#|`{3}|~{3}|[-*+][ \t]|\d{1,9}[.)][ \t])/.test(text)) return false;
  }
  return false;
}

/** One more, unless the list repeats one number. */
function nextNumber({ lines }: Runbook, line: number, indent: string, number: number): string {
  for (let before = line - 1; before >= 0 && line - before < 40; before--) {
    const text = lines.textOf(before);
    const other = item.exec(text);
    if (other?.[4] !== undefined && other[1] === indent)
      return String(Number(other[4]) === number ? number : number + 1);
    if (text.trim() !== '' && !text.startsWith(`${indent} `)) break;
  }
  return String(number + 1);
}
