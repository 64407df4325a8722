/** The leaves that run over lines while they are open, and what becomes of one that closes. */
import type { Block, Table } from '../../../model/markdown';
import { toCodeBlock, trimTail } from '../block-parts';
import type { Building } from './building';
import { code, isLineEnd, isSpaceOrTab } from './characters';
import type { Containers } from './containers';
import { readDefinition } from './definitions';
import type { InlineJobs } from './inline-jobs';
import { giveUp } from './unsure';

export interface OpenParagraph {
  readonly kind: 'paragraph';
  readonly start: number;
  /** The offsets at which its lines start and end, in pairs. */
  readonly spans: number[];
  /** One of its lines lacks a mark of the containers around it. */
  lazy: boolean;
  readonly into: Block[];
}

/** A leaf whose lines are not read, up to what ends it. */
export type OpenConcrete = OpenFence | OpenHtml;

interface OpenFence {
  readonly kind: 'fence';
  readonly start: number;
  readonly unit: number;
  readonly length: number;
  end: number;
  blankEnd: boolean;
  readonly into: Block[];
}

interface OpenHtml {
  readonly kind: 'html';
  readonly start: number;
  /** What its last line has, or null for a blank line. */
  readonly until: RegExp | null;
  end: number;
  blankEnd: boolean;
  readonly into: Block[];
}

interface OpenIndented {
  readonly kind: 'indented';
  readonly start: number;
  end: number;
  readonly into: Block[];
}

interface OpenTable {
  readonly kind: 'table';
  readonly block: Building<Table>;
}

export type Leaf = OpenParagraph | OpenConcrete | OpenIndented | OpenTable;

/** Puts the blocks of a leaf where it stands. The containers around it have to be open still. */
export function finishLeaf(text: string, leaf: Leaf, containers: Containers, jobs: InlineJobs): void {
  const concrete = leaf.kind === 'fence' || leaf.kind === 'html';
  // in a quote such lines hold the quote's marks
  if (concrete && leaf.blankEnd && containers.quotes > 0) giveUp('open block in a quote');
  switch (leaf.kind) {
    case 'paragraph':
      finishParagraph(text, leaf, containers, jobs);
      break;
    case 'fence':
    case 'indented':
      leaf.into.push(toCodeBlock(text, trimTail(text, leaf, containers.quotes)));
      break;
    case 'html':
      leaf.into.push({ type: 'html', span: trimTail(text, leaf, containers.quotes) });
      break;
    case 'table':
      break;
  }
}

/** The definitions at its start, and the paragraph of what is left. */
function finishParagraph(
  text: string,
  { start, spans, lazy, into }: OpenParagraph,
  containers: Containers,
  jobs: InlineJobs,
): void {
  let line = 0;
  while (text.charCodeAt(spans[line] ?? start) === 91) {
    const definition = readDefinition(text, spans[line] ?? 0, spans[line + 1] ?? 0);
    if (definition === null) break;
    if (containers.quotes > 0) giveUp('definition in a quote');
    jobs.define(definition.label);
    into.push(definition);
    line += 2;
    if (line >= spans.length) return;
    // a title on the next line, or a box that opens no item
    const next = text.charAt(spans[line] ?? 0);
    if (/["'(]/.test(next) || (next === '[' && containers.depth > 0)) giveUp('definition over lines');
  }
  const opensItem = containers.opensItem(into);
  const from = spans[line] ?? start;
  // whether that is a box depends on marks that are not there
  if (lazy && opensItem && text.charCodeAt(from) === 91 && !isBehindMarker(text, from))
    giveUp('box in a lazy line');
  const span = { start: from, end: spans.at(-1) ?? from };
  const paragraph = { type: 'paragraph' as const, span, inlines: [] };
  into.push(paragraph);
  jobs.paragraph(paragraph, line === 0 ? spans : spans.slice(line), containers.quotes > 0, opensItem);
}

/** Whether the first words of an item, at `at`, stand on the line of its marker. */
function isBehindMarker(text: string, at: number): boolean {
  let before = at - 1;
  while (isSpaceOrTab(text.charCodeAt(before))) before--;
  return !isLineEnd(text.charCodeAt(before)) && text.charCodeAt(before) !== code.greater;
}
