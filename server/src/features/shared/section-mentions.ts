/**
 * Where a document names a section of its own: "see Section 5", "see Communication Plan below", the Runbook Section
 * cells of an alerts table. Links and ids are other modules' business.
 */
import { isOurs } from '../../document/scope';
import type { DocumentHeading, Runbook } from '../../model/runbook';
import { normalizeName } from '../../model/vocabulary';
import { isInert } from '../../document/sections/section-lookup';
import { cellWords, columnOf } from '../../document/sections/table-cells';
import { rememberOf } from '../../text/remember';
import { encloses, firstFrom, type Span } from '../../text/span';
import { isInOwner } from '../../document/fields/owner-field';

export interface SectionMention {
  readonly heading: DocumentHeading;
  /** «Section 5», see «Communication Plan» below, a cell «6.1 Common Issues» */
  readonly span: Span;
}

/** White space within a line: names end with their line. */
const blank = String.raw`[^\S\r\n]`;
const number = String.raw`\d{1,2}(?:\.\d{1,2}){0,3}(?![\w%]|\.\d)`;
/** "Section 5", "§ 4.2", "Sections 4, 5 and 6.1" */
const numbered = new RegExp(
  String.raw`(?<![\w.])(?:sections?|§)${blank}*(${number}(?:${blank}*(?:,|and|or|&|,${blank}*and)${blank}*${number})*)`,
  'gi',
);
/** "see Communication Plan below", "per the Rollback Plan", "follow "Smoke Tests"" */
const named = new RegExp(
  String.raw`\b(?:[Ss]ee|[Ii]n|[Pp]er|[Uu]nder|[Ff]ollow|[Ff]rom|[Rr]efer to|[Dd]escribed in)${blank}+(?:also${blank}+)?(?:the${blank}+)?["“*_]{0,3}([A-Z][\w/&' -]{2,60})`,
  'g',
);
const elsewhere = /^\s*(?:of|in)\s+(?:the\s+)?(?!this\b|runbook\b|document\b)[\w[`"]/i;
const sectionColumns = /^(?:runbook section|runbook|section|runbook link|response section)$/;

/** All of them, in order; none in documents that are not ours. Read once of each document. */
export const sectionMentions: (runbook: Runbook) => readonly SectionMention[] = rememberOf(readMentions);

function readMentions(runbook: Runbook): SectionMention[] {
  if (!isOurs(runbook) || runbook.headings.length === 0) return [];
  const names = runbook.headings.map(({ key }) => key);
  const found = [...inCells(runbook, names), ...inWords(runbook, names)];
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return found.filter(
    ({ span }, index) =>
      !isInOwner(runbook, span) &&
      !found.slice(Math.max(0, index - 4), index).some((other) => encloses(other.span, span)),
  );
}

function* inWords(runbook: Runbook, names: readonly string[]): Iterable<SectionMention> {
  const { lines, text } = runbook;
  const lineEndAt = (offset: number): number => lines.spanOf(lines.lineAt(offset)).end;
  for (const match of text.matchAll(numbered)) {
    const [words, list = ''] = match;
    const end = match.index + words.length;
    if (elsewhere.test(text.slice(end, Math.min(end + 40, lineEndAt(end)))) || isNoText(runbook, match.index))
      continue;
    yield* ofNumbers(runbook, match.index, words, list);
  }
  for (const match of text.matchAll(named)) {
    const [words, name = ''] = match;
    const end = match.index + words.length;
    const at = end - name.length;
    const mention = ofName(runbook, names, name, at, text.slice(end, lineEndAt(end)));
    if (mention !== null && !isNoText(runbook, match.index)) yield mention;
  }
}

/** Headings name themselves only. */
function isNoText(runbook: Runbook, offset: number): boolean {
  const { start, end } = runbook.lines.spanOf(runbook.lines.lineAt(offset));
  return /^\s{0,3}#/.test(runbook.text.slice(start, Math.min(end, start + 4))) || isSetAside(runbook, start);
}

/** The first number takes the word "Section" along, the others of a list stand alone. */
function* ofNumbers(runbook: Runbook, start: number, words: string, list: string): Iterable<SectionMention> {
  const lead = words.length - list.length;
  for (const match of list.matchAll(new RegExp(number, 'g'))) {
    const heading = runbook.headings.find((one) => one.number === match[0]);
    const end = start + lead + match.index + match[0].length;
    const from = match.index === 0 ? start : end - match[0].length;
    const span = { start: from, end };
    if (heading !== undefined && !isInLink(runbook, span)) yield { heading, span };
  }
}

/** The longest beginning of `words` that is the name of a heading; "below" and "above" choose between several. */
function ofName(
  runbook: Runbook,
  names: readonly string[],
  words: string,
  at: number,
  after: string,
): SectionMention | null {
  const directed = /^(.*?)(?<!["”*_])["”*_]*(?<!\s)\s+(?:section\s+)?(below|above)\b/i.exec(words + after);
  const pieces = words.split(/(?<=\S)(?=\s)/);
  for (let count = Math.min(pieces.length, 8); count > 0; count--) {
    const given = pieces
      .slice(0, count)
      .join('')
      .replace(/(?<![\s'-])[\s'-]+$/, '');
    const wanted = normalizeName(given.replace(/(?<!\s)\s+section$/i, ''));
    if (wanted.length < 3) continue;
    const exact = runbook.headings.filter((_heading, index) => names[index] === wanted);
    const whole = directed?.[1]?.trim() === given;
    const loose =
      exact.length > 0 || !whole
        ? exact
        : runbook.headings.filter(
            (_heading, index) =>
              names[index]?.startsWith(wanted) === true || names[index]?.endsWith(wanted) === true,
          );
    const heading =
      directed?.[2]?.toLowerCase() === 'above'
        ? (loose.findLast(({ span }) => span.end <= at) ?? loose[0])
        : (loose.find(({ span }) => span.start > at) ?? loose[0]);
    const span = { start: at, end: at + given.replace(/(?<!\s)\s+section$/i, '').length };
    if (heading !== undefined) return isInLink(runbook, span) ? null : { heading, span };
  }
  return null;
}

function* inCells(runbook: Runbook, names: readonly string[]): Iterable<SectionMention> {
  const { headings, mentions } = runbook;
  for (const table of runbook.tables) {
    const column = columnOf(table, sectionColumns);
    if (column < 0 || columnOf(table, /\balerts?\b/) < 0) continue;
    for (const { cells } of table.rows) {
      const cell = cells[column];
      const words = cellWords(runbook, cell);
      if (cell === undefined || words === '' || cell.inlines.some(({ type }) => type === 'link')) continue;
      const id = mentions[firstFrom(mentions, cell.span.start, ({ span }) => span.start)];
      if (id !== undefined && id.span.start < cell.span.end) continue;
      const given = /(?<![\w.])\d{1,2}(?:\.\d{1,2})*(?![\w%])/.exec(words)?.[0];
      const wanted = normalizeName(
        words
          .replace(/^(?:see\s+)?(?:the\s+)?(?:section\s+)?(?:§\s*)?/i, '')
          .replace(/(?<!\s)\s+section$/i, ''),
      );
      const heading =
        headings.find((one) => given !== undefined && one.number === given) ??
        headings.find((_heading, index) => names[index] === wanted) ??
        headings.find((_heading, index) => wanted.length > 3 && names[index]?.startsWith(wanted) === true);
      if (heading !== undefined) yield { heading, span: cell.span };
    }
  }
}

/** Comments, front matter and examples name nothing; steps in a fence do. */
function isSetAside(runbook: Runbook, offset: number): boolean {
  if (!isInert(runbook, offset)) return false;
  return !runbook.procedures.some(
    ({ fence }) => fence !== null && fence.span.start <= offset && offset < fence.span.end,
  );
}

function isInLink({ links }: Runbook, span: Span): boolean {
  return links.some(({ inline }) => encloses(inline.span, span));
}
