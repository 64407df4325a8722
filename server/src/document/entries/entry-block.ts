/**
 * The block of an entry: the lines that go along when it moves, and between which another one can be put.
 *
 * - Before its heading: comments, explicit anchors (`<a id="run-001"></a>`) and opening marks of regions of its own,
 *   with the blank lines between them. A comment right below the words above, with a blank line behind it, is theirs.
 * - Behind its heading: everything up to its last words, with the comments right below them and the closing marks of
 *   regions that began in the block.
 * - Never: marks that enclose several entries or a part of the document (`<!-- SECTION: entries -->`), rules, blank lines,
 *   what belongs to the next heading, and definitions and remarks at the end of the document.
 */
import { hasBody } from '../../model/entry';
import type { Entry, Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { encloses, firstFrom, type Span } from '../../text/span';
import { neverEnds } from '../open-block';
import { gapAbove } from './gap-lines';
import { regionsOf, type Region } from './region-markers';

export interface EntryBlock {
  readonly entry: Entry;
  /** Whole lines, without the last line ending. */
  readonly span: Span;
  /** Whether no other entry holds it. */
  readonly outermost: boolean;
  /** The heading above, the level and the regions around: entries in which all of this is equal may change places. */
  readonly enclosure: string;
  /** Whether it can be taken out of its place: no fence, comment or region reaches out of it. */
  readonly whole: boolean;
  /** Whether a fence or comment in it never ends, so that what is put behind it would be inside. */
  readonly unclosed: boolean;
  /** Whether its entry goes on in the next block, which reaches out of it: what is put between them ends it. */
  readonly crossed: boolean;
}

/** The blocks of the entries that have a body, headings and plain ones, in order. */
export const entryBlocks = rememberOf((runbook: Runbook): readonly EntryBlock[] => {
  const bodied = runbook.entries.filter(hasBody).sort((a, b) => a.headingSpan.start - b.headingSpan.start);
  const regions = regionsOf(runbook).all;
  const counts = new Map<string, number>();
  for (const { name } of regions) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ends = bodied.map((entry, index) => endOf(runbook, entry, bodied[index + 1]));
  const owners = bodied.map((entry, index) => ownership(entry, ends[index] ?? entry.span.end, counts));
  const holds = openAround(regions, bodied, owners);
  const divided = dividedAtEnd(runbook, bodied);
  let outer = -1;
  return bodied.map((entry, index): EntryBlock => {
    const { start } = entry.headingSpan;
    const isOwn = owners[index] ?? (() => false);
    const floor = bodied[index - 1]?.headingSpan.end ?? runbook.frontMatter?.span.end ?? 0;
    const above = gapAbove(runbook, start, floor, isOwn).to;
    const limit = ends[index] ?? entry.span.end;
    const below = gapAbove(runbook, limit, entry.headingSpan.end, () => true);
    let end = Math.max(below.from, entry.headingSpan.end);
    if (divided !== null && limit >= runbook.text.length && divided > start) end = Math.min(end, divided);
    for (const { region, end: closed } of below.closings)
      if (region.opening.start >= above && closed > end) end = closed;
    const span = { start: above, end };
    const outermost = start >= outer;
    if (outermost) outer = limit;
    const unclosed = isUnclosed(runbook, { start: above, end: Math.max(end, limit) });
    return {
      entry,
      span,
      outermost,
      enclosure: `${parentOf(runbook, entry)} ${holds[index] ?? ''}`,
      whole: !unclosed && !regions.some((region) => crosses(region, span)),
      unclosed,
      crossed: crossing(entry, bodied[index + 1]) !== null,
    };
  });
});

/** The block of an entry with a body, or undefined for others. */
export function blockOf(runbook: Runbook, entry: Entry): EntryBlock | undefined {
  return entryBlocks(runbook).find((block) => block.entry === entry);
}

/** The blocks with a heading that stand in no other entry, in order. */
export function headedBlocks(runbook: Runbook): EntryBlock[] {
  return entryBlocks(runbook).filter(({ outermost, entry }) => outermost && entry.form === 'heading');
}

const closing =
  /^(?:(?:document )?change ?log|changes|revision history|history|appendi(?:x|ces)\b.*|references|glossary|see also|notes|footnotes)$/i;

/** Whether a heading begins what stands behind the entries of a document: its change log, an appendix. */
export function isClosingTitle(title: string): boolean {
  return title.length < 80 && closing.test(title.trim());
}

/** A plain entry reaches to the next definition; the change log of the document is no part of it. Where a line begins. */
function endOf(runbook: Runbook, entry: Entry, next: Entry | undefined): number {
  return runbook.lines.startFrom(lastOf(runbook, entry, next));
}

/** Where an entry begins that begins in another one and ends behind it; null for one that does not. */
function crossing({ span }: Pick<Entry, 'span'>, next: Entry | undefined): number | null {
  return next !== undefined && next.headingSpan.start < span.end && next.span.end > span.end
    ? next.headingSpan.start
    : null;
}

function lastOf({ headings }: Runbook, { form, headingSpan, span }: Entry, next: Entry | undefined): number {
  const cut = crossing({ span }, next) ?? span.end;
  if (form !== 'plain') return cut;
  for (let index = firstFrom(headings, headingSpan.end, (one) => one.span.start); ; index++) {
    const heading = headings[index];
    if (heading === undefined || heading.span.start >= cut) return cut;
    if (isClosingTitle(heading.title)) return heading.span.start;
  }
}

/** Whether a region belongs to an entry: it ends in it, and is not a part of the document that holds one entry so far. */
function ownership(
  { id, headingSpan }: Entry,
  end: number,
  counts: ReadonlyMap<string, number>,
): (region: Region) => boolean {
  const named = id.text.toLowerCase();
  return ({ name, form, closing: closed }) => {
    if (closed === null || closed.start < headingSpan.start || closed.start >= end) return false;
    return form !== 'section' || name.includes(named) || (counts.get(name) ?? 0) > 1;
  };
}

/** For each entry the regions that are open at its heading and are not its own, as a key. */
function openAround(
  regions: readonly Region[],
  entries: readonly Entry[],
  owners: readonly ((region: Region) => boolean)[],
): string[] {
  let at = 0;
  let open: Region[] = [];
  return entries.map(({ headingSpan: { start } }, index) => {
    for (
      let region = regions[at];
      region !== undefined && region.opening.start < start;
      region = regions[++at]
    )
      open.push(region);
    open = open.filter(({ closing: closed }) => closed === null || closed.start >= start);
    const isOwn = owners[index] ?? (() => false);
    return open
      .filter((region) => !isOwn(region))
      .map(({ opening }) => opening.start)
      .join();
  });
}

function parentOf({ headings }: Runbook, { headingSpan, section }: Entry): string {
  const depth = section?.heading?.depth ?? 7;
  for (
    let index = firstFrom(headings, headingSpan.start, ({ span }) => span.start) - 1;
    index >= 0;
    index--
  ) {
    const heading = headings[index];
    if (heading !== undefined && heading.depth < depth)
      return `${String(heading.span.start)}/${String(depth)}`;
  }
  return `/${String(depth)}`;
}

function isUnclosed({ blocks, text }: Runbook, span: Span): boolean {
  const block = blocks[firstFrom(blocks, span.end, (one) => one.span.start) - 1];
  return block !== undefined && block.span.start >= span.start && neverEnds(text, block);
}

/** Whether one end of a region lies in a span and the other does not; words that nothing closes have one end only. */
function crosses({ opening, closing: closed, form }: Region, span: Span): boolean {
  if (closed === null) return form !== 'section' && encloses(span, opening);
  return encloses(span, opening) !== encloses(span, closed);
}

/**
 * Where the last entry ends in a document that divides its entries by rules: words behind another rule are the
 * document's. Null where rules do not divide, or where entries hold some of their own.
 */
function dividedAtEnd(runbook: Runbook, entries: readonly Entry[]): number | null {
  const { blocks, headings, text, lines } = runbook;
  const last = entries.at(-1);
  if (last === undefined || entries.length < 2 || last.span.end < text.length) return null;
  const rules = blocks.filter(({ type }) => type === 'break');
  let dividing = 0;
  for (const { span } of rules) {
    const next = headings[firstFrom(headings, span.end, (one) => one.span.start)];
    const block = blocks[firstFrom(blocks, span.end, (one) => one.span.start)];
    if (span.start > last.headingSpan.start) break;
    if (span.start < (entries[0]?.headingSpan.start ?? 0)) continue;
    // words between a rule and the next heading: rules stand inside of entries
    if (
      next === undefined ||
      (block?.type !== 'heading' && block?.type !== 'html' && block?.type !== 'paragraph')
    )
      return null;
    dividing++;
  }
  if (dividing === 0) return null;
  const own = rules.filter(({ span }) => span.start > last.headingSpan.start);
  const [rule] = own;
  const below = headings.some(({ span }) => rule !== undefined && span.start > rule.span.start);
  if (own.length !== 1 || rule === undefined || below) return null;
  // "Trigger: …" below the rule says something of the entry
  if (last.parts.some(({ nameSpan }) => nameSpan.start > rule.span.start)) return null;
  let line = lines.lineAt(rule.span.start) - 1;
  while (line > 0 && lines.textOf(line).trim() === '') line--;
  return lines.spanOf(line).end;
}
