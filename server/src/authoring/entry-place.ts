/** Where the block of another entry goes in a document, and what is put around it. */
import { declaredPrefixes } from '../document/fields/declared-prefixes';
import type { EntryForm } from '../model/entry';
import type { Runbook } from '../model/runbook';
import { lineEndingOf, startOfText } from '../text/edit';
import { groupBy } from '../text/group-by';
import { rememberOf } from '../text/remember';
import { firstFrom, type Span } from '../text/span';
import { entryBlocks, headedBlocks, isClosingTitle, type EntryBlock } from '../document/entries/entry-block';
import { gapAbove } from '../document/entries/gap-lines';
import { openBlock } from '../document/open-block';
import { endOfContent, endOfWords } from './insertion';
import { regionsOf, type Region } from '../document/entries/region-markers';

/** A place for the lines of a block, which have no line ending at their end. */
export interface EntryPlace {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** A blank line or a rule, with its line ending. */
const spacingLine = '(?:[ \\t]*(?:(?:-{3,}|\\*{3,}|_{3,})[ \\t]*)?(?:\\r\\n|\\n|\\r(?!\\n)))';
const leadingSpacing = new RegExp(`^${spacingLine}*`);
/** A gap that holds nothing but blank lines and rules. */
const pure = new RegExp(`^${spacingLine}*[ \\t]*$`);

/** What stands between entries of the document most often: blank lines, or a rule between blank lines. */
const dividerOf = rememberOf((runbook: Runbook): string => {
  const { text } = runbook;
  const eol = lineEndingOf(text);
  const counts = new Map<string, number>();
  const blocks = entryBlocks(runbook);
  for (const block of blocks.filter(({ outermost }) => outermost)) {
    const rest = text.slice(block.span.end, block.entry.span.end);
    const between = leadingSpacing.exec(rest.slice(0, 200))?.[0];
    if (!between?.replaceAll('\r', '').startsWith('\n\n')) continue;
    if (block.entry.span.end >= text.length) continue;
    counts.set(between, (counts.get(between) ?? 0) + 1);
  }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  if (usual !== undefined) return usual[0];
  const ruled =
    blocks.length === 0 &&
    runbook.blocks.some(({ type, span }) => type === 'break' && text.charAt(span.start) === '-');
  return ruled ? `${eol}${eol}---${eol}${eol}` : eol + eol;
});

/** The blocks of each prefix: the first of them, and all by ascending numbers, of equal ones the last. */
const blocksByPrefix = rememberOf((runbook: Runbook): ReadonlyMap<string, Siblings> => {
  const byPrefix = new Map<string, Siblings>();
  for (const [prefix, siblings] of groupBy(entryBlocks(runbook), ({ entry }) => entry.id.prefix)) {
    const [first] = siblings;
    const ascending = siblings.toSorted((a, b) => a.entry.id.number - b.entry.id.number);
    if (first !== undefined) byPrefix.set(prefix, { first, ascending });
  }
  return byPrefix;
});

interface Siblings {
  readonly first: EntryBlock;
  readonly ascending: readonly EntryBlock[];
}

/**
 * The place of a new block: behind the next lower number of its prefix, else before the first, else in the region that is
 * named like its prefix, else behind the last of a prefix that comes before it, else before what closes the document. One with
 * a heading goes behind those in plain lines that would follow it: no heading ends it before them, and it would hold them.
 */
export function placeOfEntry(
  runbook: Runbook,
  { prefix, number, form }: { readonly prefix: string; readonly number: number; readonly form: EntryForm },
): EntryPlace {
  const place = placeAmong(runbook, prefix, number);
  const level = levelOfEntry(runbook, { prefix, number }) ?? 2;
  const held = form === 'heading' ? lastHeld(runbook, place.offset, level) : undefined;
  return held === undefined ? place : behind(runbook, held);
}

/**
 * The level of the heading of a new entry: that of the entry of its prefix which it goes behind, else of the first, since with
 * another level it would part what holds that one, or take in what follows. Undefined where no entry has a heading.
 */
export function levelOfEntry(
  runbook: Runbook,
  { prefix, number }: { readonly prefix: string; readonly number: number },
): number | undefined {
  const siblings = blocksByPrefix(runbook).get(prefix)?.ascending ?? [];
  const headed = siblings.filter(({ entry }) => entry.form === 'heading');
  const lower = headed.findLast(({ entry }) => entry.id.number < number);
  const first = headed.toSorted((a, b) => a.span.start - b.span.start)[0];
  return (lower ?? first ?? headedBlocks(runbook)[0])?.entry.section?.heading?.depth;
}

/** The last of the entries in plain lines that an entry with a heading would hold if it were put at an offset. */
function lastHeld(runbook: Runbook, offset: number, level: number): EntryBlock | undefined {
  const { headings } = runbook;
  const blocks = entryBlocks(runbook);
  const next = headings
    .slice(firstFrom(headings, offset, ({ span }) => span.start))
    .find((heading) => heading.depth <= level);
  const below = blocks
    .slice(firstFrom(blocks, offset, ({ span }) => span.start))
    .filter(({ span, outermost }) => outermost && span.start < (next?.span.start ?? Infinity));
  const others = below.findIndex(({ entry }) => entry.form !== 'plain');
  return below.slice(0, others < 0 ? below.length : others).at(-1);
}

function placeAmong(runbook: Runbook, prefix: string, number: number): EntryPlace {
  const blocks = entryBlocks(runbook);
  const siblings = blocksByPrefix(runbook).get(prefix);
  if (siblings !== undefined) {
    const { first, ascending } = siblings;
    const lower = ascending[firstFrom(ascending, number, ({ entry }) => entry.id.number) - 1];
    return lower === undefined ? before(runbook, first.span.start) : behind(runbook, lower);
  }
  const region = regionFor(runbook, blocks, prefix);
  if (region?.closing != null) return inside(runbook, region.opening.end, region.closing);
  const outer = blocks.filter(({ outermost }) => outermost);
  const order = declaredPrefixes(runbook);
  const rank = (of: string): number => (order.includes(of) ? order.indexOf(of) : order.length);
  const earlier = outer.findLast(({ entry }) => rank(entry.id.prefix) <= rank(prefix));
  if (earlier !== undefined) return behind(runbook, earlier);
  const [top] = outer;
  return top === undefined ? atEnd(runbook) : before(runbook, top.span.start);
}

function behind(runbook: Runbook, block: EntryBlock): EntryPlace {
  const blocks = entryBlocks(runbook);
  const whole = blocks.slice(blocks.indexOf(block)).find(({ crossed, unclosed }) => unclosed || !crossed);
  const { span, unclosed } = whole ?? block;
  if (unclosed) return before(runbook, block.span.start);
  const after = ruleAbove(runbook, span.end) + blankBelow(runbook, span.end);
  return { offset: span.end, before: dividerOf(runbook), after };
}

function before(runbook: Runbook, at: number): EntryPlace {
  const offset = Math.max(at, startOfText(runbook.text));
  const divider = dividerOf(runbook);
  const after = divider.includes('---') ? divider : ruleAbove(runbook, offset) + divider;
  return { offset, before: blankAbove(runbook, offset), after };
}

/** A rule where the next words are indented: below a block that ends in a list they would be part of it. */
function ruleAbove({ text }: Runbook, offset: number): string {
  const rest = text.slice(offset, offset + 400);
  const first = rest.search(/\S/);
  const isIndented = first > 0 && /[ \t]/.test(rest.charAt(first - 1));
  const eol = lineEndingOf(text);
  return isIndented ? `${eol}${eol}---` : '';
}

function blankAbove({ lines, text }: Runbook, offset: number): string {
  const line = lines.lineAt(offset);
  return line === 0 || lines.textOf(line - 1).trim() === '' ? '' : lineEndingOf(text);
}

function blankBelow({ lines, text }: Runbook, offset: number): string {
  const line = lines.lineAt(offset) + 1;
  return line >= lines.count || lines.textOf(line).trim() === '' ? '' : lineEndingOf(text);
}

/** At the end of a region that holds no entry yet. */
function inside(runbook: Runbook, opened: number, closing: Span): EntryPlace {
  const { lines, text } = runbook;
  const eol = lineEndingOf(text);
  const least = lines.lineAt(opened);
  let line = lines.lineAt(closing.start);
  if (line === least) return { offset: closing.start, before: eol + eol, after: eol + eol };
  line--;
  while (line > least && lines.textOf(line).trim() === '') line--;
  const offset = lines.spanOf(line).end;
  return { offset, before: eol + eol, after: blankBelow(runbook, offset) };
}

const names: Readonly<Record<string, RegExp>> = {
  DEP: /\b(?:dep|deployments?)\b/,
  GTM: /\b(?:gtm|go-to-market)\b/,
  RUN: /\b(?:run|runbooks?)\b/,
  MON: /\b(?:mon|monitoring|monitors?|alerts?)\b/,
};

/** The region without entries that is meant for a prefix by its name, else one for entries of any kind. */
function regionFor(runbook: Runbook, blocks: readonly EntryBlock[], prefix: string): Region | undefined {
  const own = names[prefix] ?? new RegExp(`\\b${prefix.toLowerCase()}\\b`);
  const empty = regionsOf(runbook).all.filter(
    ({ form, opening, closing }) =>
      form === 'section' &&
      closing !== null &&
      !blocks.some(({ span }) => span.start < closing.start && span.end > opening.end),
  );
  return empty.find(({ name }) => own.test(name)) ?? empty.find(({ name }) => /\bentries\b/.test(name));
}

/** Before the headings that close the document, else behind its last words. */
function atEnd(runbook: Runbook): EntryPlace {
  const { headings, text } = runbook;
  const eol = lineEndingOf(text);
  const floor = runbook.frontMatter?.span.end ?? startOfText(text);
  const top = headings.reduce((least, { depth }) => (depth > 1 ? Math.min(least, depth) : least), 7);
  let first: number | undefined;
  for (const { depth, title, span } of headings.toReversed()) {
    if (depth > top) continue;
    if (depth < top || !isClosingTitle(title)) break;
    first = span.start;
  }
  if (first !== undefined) return before(runbook, gapAbove(runbook, first, floor, () => true).to);
  const open = openBlock(runbook);
  if (open !== undefined) return before(runbook, open.span.start);
  const { from } = gapAbove(runbook, text.length, floor, () => true);
  const offset = endOfContent(runbook, { start: floor, end: from });
  if (offset <= floor) {
    // link definitions, which close a document, may be all there is
    const after = text.slice(floor).trim() === '' ? eol : eol + eol;
    return { offset: floor, before: runbook.frontMatter === null ? '' : eol, after };
  }
  // a rule right below the last words would underline what is put above it
  return { offset, before: eol + eol, after: blankBelow(runbook, offset) };
}

/**
 * The span to take out with a block, so that what stood around it stands as if it had never been there: the inverse of
 * {@link placeOfEntry}.
 */
export function removalOf(runbook: Runbook, block: EntryBlock): Span {
  const { text } = runbook;
  const outer = entryBlocks(runbook).filter(({ outermost }) => outermost);
  const at = outer.indexOf(block);
  const [above, below] = [outer[at - 1], outer[at + 1]];
  const { start, end } = block.span;
  const toAbove =
    above !== undefined && pure.test(text.slice(above.span.end, start))
      ? { start: above.span.end, end }
      : null;
  const toBelow =
    below !== undefined && pure.test(text.slice(end, below.span.start))
      ? { start, end: below.span.start }
      : null;
  const { prefix } = block.entry.id;
  if (toAbove !== null && (above?.entry.id.prefix === prefix || toBelow === null)) return toAbove;
  if (toBelow !== null && (below?.entry.id.prefix === prefix || toAbove === null)) return toBelow;
  if (toAbove !== null) return toAbove;
  if (text.slice(end).trim() === '') return { start: endOfWords(text, { start: 0, end: start }), end };
  // what follows is no entry: the lines between go as far as they are blank or a rule
  const lead = leadingSpacing.exec(text.slice(end))?.[0] ?? '';
  return { start, end: end + lead.length };
}
