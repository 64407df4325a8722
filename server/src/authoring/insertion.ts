/** Makes insertions that look like the author's own text: line endings, list bullets, heading levels, label style. */
import { gapAbove } from '../document/entries/gap-lines';
import type { ListItem } from '../model/markdown';
import type { Entry, Label, Runbook } from '../model/runbook';
import { lineEndingOf, type Edit } from '../text/edit';
import { rememberOf } from '../text/remember';
import { firstFrom, type Span } from '../text/span';

/** Lines as one text with the document's line ending. */
export function joinLines({ text }: Runbook, lines: readonly string[]): string {
  return lines.join(lineEndingOf(text));
}

/** The bullet that the document's unordered lists use most: `-`, `*` or `+`. */
export const bulletOf = rememberOf(({ text }: Runbook): string => {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(/^[ \t]*([-*+])[ \t]+\S/gm)) {
    const bullet = match[1] ?? '-';
    counts.set(bullet, (counts.get(bullet) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '-';
});

/** How the document writes labels: `**Name**: ` (colon outside), `**Name:** ` (inside) or plain `Name: `. */
export function labelStyle(runbook: Runbook, within?: Span): (name: string) => string {
  if (within === undefined) return styleOfAll(runbook);
  const { labels } = runbook;
  const near = labels
    .slice(firstFrom(labels, within.start, startOf), firstFrom(labels, within.end + 1, startOf))
    .filter((label) => isLine(label) && label.span.end <= within.end);
  return near.length > 0 ? styleOf(runbook, near) : styleOfAll(runbook);
}

/** Whether a label is written in a line of text. */
function isLine({ carrier }: Label): boolean {
  return carrier !== 'table' && carrier !== 'yaml';
}

const startOf = ({ span }: { readonly span: Span }): number => span.start;

const styleOfAll = rememberOf((runbook: Runbook) => styleOf(runbook, runbook.labels.filter(isLine)));

function styleOf({ text }: Runbook, labels: readonly Label[]): (name: string) => string {
  const counts = { outside: 0, inside: 0, plain: 0 };
  for (const { carrier, nameSpan } of labels) {
    if (carrier === 'plain') counts.plain++;
    else if (text.charAt(nameSpan.end) === ':') counts.inside++;
    else counts.outside++;
  }
  if (counts.plain > counts.inside + counts.outside) return (name) => `${name}:`;
  if (counts.inside > counts.outside) return (name) => `**${name}:**`;
  return (name) => `**${name}**:`;
}

/** Heading marks of the sections right below an entry: `###` under `## RUN-001`; of a plain-form entry `##`. */
export function sectionMarks(entry: Entry): string {
  const depth = entry.section?.heading?.depth ?? 1;
  return '#'.repeat(Math.min(6, depth + 1));
}

const longestComment = 500;
/** White space in front of a heading. */
const longestGap = 100;

/** The length of the comment that a text ends with, if it is about the line below and alone in its own; else 0. */
function commentForNextLine(text: string): number {
  const line = text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1).trimStart();
  return line.startsWith('<!--') && line.endsWith('-->') && line.includes('disable-next-line')
    ? line.length
    : 0;
}

/**
 * End of the last line with words in a span, where text of the same section can go on: in front of what belongs to the
 * heading that the span ends at, its anchors and comments.
 */
export function endOfContent(runbook: Runbook, { start: from, end }: Span): number {
  const { headings, text, frontMatter } = runbook;
  // front matter that begins further down ends in no rule
  const block = frontMatter === null || frontMatter.span.end > end ? null : frontMatter.span;
  const inner = block === null ? from : block.start + text.slice(block.start, block.end).trimEnd().length;
  const start = Math.max(from, inner);
  const next = headings[firstFrom(headings, end, startOf)]?.span.start ?? Infinity;
  const isAtHeading = next - end < longestGap && text.slice(end, next).trim() === '';
  return endOfWords(text, {
    start,
    end: isAtHeading ? Math.min(end, endAbove(runbook, next, start)) : end,
  });
}

/** End of the last words in a span: without blank lines, rules between sections, and comments about the line below. */
export function endOfWords(text: string, { start, end }: Span): number {
  let at = end;
  for (;;) {
    while (at > start && /\s/.test(text.charAt(at - 1))) at--;
    const comment = commentForNextLine(text.slice(Math.max(start, at - longestComment), at));
    if (comment > 0) {
      at -= comment;
      continue;
    }
    const line = /(?:^|[\r\n])[ \t]*(?:-{3,}|\*{3,}|_{3,})$/.exec(text.slice(Math.max(start, at - 80), at));
    if (line === null || at <= start) return at;
    const rule = line[0].trimStart().length;
    // a rule between sections belongs to neither; dashes right below words make a heading of them
    if (
      text.charAt(at - 1) === '-' &&
      !/(?:^|\n|\r(?!\n))[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)[ \t]*$/.test(
        text.slice(Math.max(start, at - rule - 400), at - rule),
      )
    )
      return at;
    at -= rule;
  }
}

/** The end of what stands above a heading, with the marks that close an element or region which begins behind `start`. */
function endAbove(runbook: Runbook, heading: number, start: number): number {
  const { from, closings } = gapAbove(runbook, heading, start, () => true);
  return closings.reduce(
    (last, { region, end }) => (region.opening.start >= start ? Math.max(last, end) : last),
    from,
  );
}

/** What the lines of a block quote begin with: `> `, `  > > `. Of a quote that a list item opens with, blanks stand for its marker. */
const quoteMarks = /^[ \t]{0,12}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?(?:>[ \t]?)+/;

/** The marks of the quote that the line of `offset` stands in; empty outside of quotes. */
export function marksAt({ lines }: Pick<Runbook, 'lines'>, offset: number): string {
  const marks = quoteMarks.exec(lines.textOf(lines.lineAt(offset)))?.[0] ?? '';
  return marks.replace(/[^>\s]/g, ' ');
}

/** A line without the marks of the quote that it stands in. */
export function withoutMarks(line: string): string {
  return line.replace(quoteMarks, '');
}

/**
 * End of the last line with words of what starts at `start` in a quote and ends before `end`, where the same quote can go
 * on: lines without its marks, and a line that only its marks share with what starts at `end`, are behind it.
 */
export function endInQuote({ lines, text }: Runbook, { start, end }: Span): number {
  const first = lines.lineAt(start);
  let last = first;
  for (let line = first + 1; line < lines.count && lines.startOf(line) < end; line++) {
    const words = lines.textOf(line);
    const marks = quoteMarks.exec(words)?.[0];
    if (marks === undefined) break;
    const here = lines.startOf(line) + marks.length;
    if (words.slice(marks.length).trim() !== '' && /[^\s#*_]/.test(text.slice(here, end))) last = line;
  }
  return lines.spanOf(last).end;
}

/** Lines that stand in a quote with these marks. */
export function quoted(marks: string, lines: readonly string[]): string[] {
  return marks === '' ? [...lines] : lines.map((line) => (line === '' ? marks.trimEnd() : marks + line));
}

/** Inserts whole lines behind `offset`, which is the end of a line's words, with one blank line between. */
export function insertBlockAfter(runbook: Runbook, offset: number, lines: readonly string[]): Edit {
  const newText = joinLines(runbook, ['', '', ...lines, ...partingBelow(runbook, offset, lines)]);
  return { span: { start: offset, end: offset }, newText };
}

/**
 * A blank line where the line below `offset` would be taken for a part of what is inserted above it: words, or the first
 * line of a setext heading. Nothing in front of a heading with `#`, which begins by itself.
 */
export function blankBelow({ lines }: Runbook, offset: number): readonly string[] {
  const next = lines.lineAt(offset) + 1;
  if (next >= lines.count || /^[ \t]{0,3}#{1,6}(?:[ \t]|$)/.test(lines.textOf(next))) return [];
  return lines.textOf(next).trim() === '' ? [] : [''];
}

/**
 * What parts lines that are inserted at `offset` from those below it: a rule where they end in a list item and the next
 * words are indented as far as its own, for it would take them in, blank line or not; else as {@link blankBelow} says.
 */
export function partingBelow(runbook: Runbook, offset: number, lines: readonly string[]): readonly string[] {
  const marker = listMarker.exec(lines.findLast((line) => /^\S/.test(line)) ?? '')?.[0];
  if (marker === undefined || indentBelow(runbook, offset) < marker.length)
    return blankBelow(runbook, offset);
  const next = runbook.lines.textOf(runbook.lines.lineAt(offset) + 1);
  return ['', '---', ...(next.trim() === '' ? [] : [''])];
}

const listMarker = /^(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** How far the first line with words below that of `offset` is indented, in columns; a quote begins at its mark. */
function indentBelow({ lines }: Runbook, offset: number): number {
  for (let line = lines.lineAt(offset) + 1; line < lines.count; line++) {
    const words = lines.textOf(line);
    if (words.trim() !== '') return columnsOf(/^[ \t]*/.exec(words)?.[0] ?? '');
  }
  return 0;
}

/** The column behind some words at the start of a line, where tabs lead to the next multiple of four. */
function columnsOf(words: string): number {
  let columns = 0;
  for (const character of words) columns += character === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}

/** Inserts whole lines right below the line of `offset`, in the quote and in the list item (if any) that it stands in. */
export function insertLinesBelow(
  runbook: Runbook,
  offset: number,
  lines: readonly string[],
  item: ListItem | null = null,
): Edit {
  const { end } = runbook.lines.spanOf(runbook.lines.lineAt(offset));
  const marks = marksAt(runbook, offset) + indentWithin(runbook, item);
  return { span: { start: end, end }, newText: joinLines(runbook, ['', ...quoted(marks, lines)]) };
}

/**
 * What a line begins with that goes on with a list item, behind the marks of a quote around it: up to the column in which the
 * words of the item start, with a tab where the item has one there.
 */
export function indentWithin({ lines, text }: Runbook, item: ListItem | null): string {
  if (item === null) return '';
  const { start, end } = lines.spanOf(lines.lineAt(item.marker.start));
  const marks = marksAt({ lines }, item.marker.start).length;
  if (start + marks > item.marker.start) return '';
  const lead = text.slice(start, item.marker.start).replace(/[^\t]/g, ' ');
  const gap = /^[ \t]*/.exec(text.slice(item.marker.end, end))?.[0] ?? '';
  const marked = columnsOf(text.slice(start, item.marker.end));
  const column = columnsOf(text.slice(start, item.marker.end) + gap);
  // words that stand farther off are code in the item, which begins one blank behind its marker
  const isNear = item.marker.end + gap.length < end && column - marked <= 4;
  const wanted = isNear ? column : marked + 1;
  const fill =
    gap.includes('\t') && columnsOf(`${lead}\t`) === wanted ? '\t' : ' '.repeat(wanted - columnsOf(lead));
  return lead.slice(marks) + fill;
}
