/** What stands in a stretch of a document, block by block, as a person reads it while working: text, code, commands. */
import type { Block, CodeBlock, ListItem } from '../../model/markdown';
import { languageOf } from '../../model/code-languages';
import type { Runbook } from '../../model/runbook';
import { encloses, firstFrom, trimSpan, type Span } from '../../text/span';
import type { PlanBlock } from './plan';
import { plain, plainIn, wordsIn } from './plan-words';

export interface BlockSource {
  readonly runbook: Runbook;
  readonly within: Span;
  /** What is shown elsewhere. */
  readonly skips: readonly Span[];
  /** The id of the command that a fence is; null for code that is none. */
  readonly commandAt: (fence: CodeBlock) => string | null;
}

/** The blocks of a stretch in order. */
export function blocksIn(source: BlockSource): PlanBlock[] {
  const found: PlanBlock[] = [];
  const { runbook, within } = source;
  // a document has many blocks, and a step few
  const from = Math.max(0, firstFrom(runbook.blocks, within.start + 1, startOf) - 1);
  walk(source, runbook.blocks.slice(from, firstFrom(runbook.blocks, within.end, startOf)), 0, '', found);
  return found;
}

function startOf({ span }: Block): number {
  return span.start;
}

/** The deepest lists that are shown as such. */
const deepest = 6;

function walk(
  source: BlockSource,
  blocks: readonly Block[],
  level: number,
  marker: string,
  found: PlanBlock[],
): void {
  let mark = marker;
  for (const block of blocks) {
    if (!meets(source.within, block.span)) continue;
    const count = found.length;
    addBlock(source, block, level, mark, found);
    if (found.length > count) mark = '';
  }
}

function addBlock(
  source: BlockSource,
  block: Block,
  level: number,
  marker: string,
  found: PlanBlock[],
): void {
  const { runbook, within, skips, commandAt } = source;
  const { text } = runbook;
  switch (block.type) {
    case 'heading':
      if (encloses(within, block.span) && !isSkipped(skips, block.span))
        found.push({
          type: 'text',
          words: [{ text: plainIn(runbook, block.content), form: 'strong' }],
          level,
          marker,
        });
      break;
    case 'paragraph':
      for (const rest of without(skips, intersection(within, block.span))) {
        const words = wordsIn(runbook, trimSpan(text, rest));
        if (words.some((one) => /[\p{L}\p{N}]/u.test(one.text)))
          found.push({ type: 'text', words, level, marker });
      }
      break;
    case 'code': {
      if (!encloses(within, block.span) || isSkipped(skips, block.span)) break;
      const command = commandAt(block);
      found.push(
        command === null
          ? {
              type: 'code',
              text: codeText(runbook, block),
              language: block.fenced ? languageOf(text, block) : '',
            }
          : { type: 'command', command },
      );
      break;
    }
    case 'list':
      for (const item of block.items)
        if (meets(within, item.span))
          walk(source, item.blocks, Math.min(level + 1, deepest), markerOf(runbook, item), found);
      break;
    case 'quote':
    case 'footnote':
      walk(source, block.blocks, level, marker, found);
      break;
    case 'table':
      if (isSkipped(skips, block.span)) break;
      for (const row of block.rows) {
        if (!encloses(within, row.span)) continue;
        const cells = row.cells.map((cell) => plainIn(runbook, cell.span)).filter((cell) => cell !== '');
        if (cells.length > 0) found.push({ type: 'text', words: [plain(cells.join(' · '))], level, marker });
      }
      break;
    case 'html':
    case 'break':
    case 'definition':
      break;
  }
}

function markerOf({ text }: Runbook, { marker, ordinal }: ListItem): string {
  return ordinal === null ? '•' : text.slice(marker.start, marker.end);
}

/** The lines of a code block without the indentation that they share. */
export function codeText({ text }: Runbook, { content }: CodeBlock): string {
  const lines = text
    .slice(content.start, content.end)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd());
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const shared = indents.length === 0 ? 0 : Math.min(...indents.slice(0, 10_000));
  return lines
    .map((line) => line.slice(shared))
    .join('\n')
    .trim();
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function isSkipped(skips: readonly Span[], span: Span): boolean {
  return skips.some((skip) => skip.start <= span.start && span.start < skip.end);
}

function intersection(a: Span, b: Span): Span {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

/** What is left of a span, from its start on, when others are taken out of it. */
function without(skips: readonly Span[], span: Span): Span[] {
  let rest = [span];
  for (const skip of skips) {
    if (!meets(skip, span)) continue;
    rest = rest.flatMap(({ start, end }) =>
      meets(skip, { start, end })
        ? [
            { start, end: Math.min(end, skip.start) },
            { start: Math.max(start, skip.end), end },
          ].filter((one) => one.end > one.start)
        : [{ start, end }],
    );
  }
  return rest;
}
