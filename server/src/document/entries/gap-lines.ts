/**
 * What stands between the words of one passage and the heading of the next: blank lines, rules, comments, anchors and
 * marks of regions. Says which of it belongs to the passage above and which to the heading below.
 */
import type { Block } from '../../model/markdown';
import type { Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { firstFrom, type Span } from '../../text/span';
import { regionsOf, type Region } from './region-markers';

/** A line without words of its own. */
interface GapLine {
  /** Without its line ending. */
  readonly span: Span;
  readonly form: 'blank' | 'rule' | 'comment' | 'anchor' | 'summary' | 'definition';
  readonly opens: readonly Region[];
  readonly closes: readonly Region[];
  /** Whether it closes what nothing opened. */
  readonly stray: boolean;
}

/** The lines between two passages. */
export interface Gap {
  /** Behind the words above and the comments right below them: where another passage can begin. */
  readonly from: number;
  /** Where what belongs to the heading below begins: its comments and anchors, or the heading itself. */
  readonly to: number;
  /** Lines in between that close regions, in order. */
  readonly closings: readonly { readonly region: Region; readonly end: number }[];
}

/**
 * The gap above `offset`, which is where a heading begins or the end of the text. Looks no farther up than `floor`.
 * `isOwn` tells of regions that open in it whether they belong to the heading below.
 */
export function gapAbove(
  runbook: Runbook,
  offset: number,
  floor: number,
  isOwn: (region: Region) => boolean,
): Gap {
  const { lines, text } = runbook;
  const atEnd = offset >= text.length;
  const gap: GapLine[] = [];
  const last = lines.lineAt(offset);
  // words in front of `floor` in its own line, and with them what follows there, stand above, too
  const isCut = text.slice(lines.startOf(lines.lineAt(floor)), floor).trim() !== '';
  const first = lines.lineAt(floor) + (isCut ? 1 : 0);
  let line = atEnd && lines.startOf(last) < offset ? last : last - 1;
  for (; line >= first; line--) {
    const one = gapLine(runbook, line);
    if (one === null || (one.form === 'definition' && !atEnd)) break;
    gap.push(one);
  }
  gap.reverse();
  const above = line >= first ? lines.spanOf(line).end : isCut ? lines.spanOf(first - 1).end : floor;
  const attached = attachedTo(gap, atEnd);
  let to = offset;
  for (let index = gap.length - 1; index >= attached && !atEnd; index--) {
    const one = gap[index];
    if (one === undefined || one.form === 'rule' || one.stray || one.closes.length > 0) break;
    if (one.opens.some((region) => !isOwn(region))) break;
    // a summary goes where its element goes
    if (one.form !== 'blank' && one.form !== 'summary') to = one.span.start;
  }
  const from = gap[attached - 1]?.span.end ?? above;
  const closings = gap
    .slice(attached)
    .flatMap(({ closes, span }) => closes.map((region) => ({ region, end: span.end })));
  return { from, to, closings };
}

/** How many comments stand right below the words above and apart from the heading below. Anchors always look down. */
function attachedTo(gap: readonly GapLine[], atEnd: boolean): number {
  let count = 0;
  for (const { form, opens, closes, stray } of gap) {
    if (form !== 'comment' || stray || opens.length + closes.length > 0) break;
    count++;
  }
  const next = gap[count];
  const apart = next === undefined ? atEnd : next.form === 'blank' || next.form === 'rule';
  return apart ? count : 0;
}

/** What the lines of a document are that hold no words: those of rules, definitions and regions, by line. */
interface Marks {
  readonly opens: ReadonlyMap<number, readonly Region[]>;
  readonly closes: ReadonlyMap<number, readonly Region[]>;
  readonly stray: ReadonlySet<number>;
}

const marksOf = rememberOf((runbook: Runbook): Marks => {
  const { lines } = runbook;
  const opens = new Map<number, Region[]>();
  const closes = new Map<number, Region[]>();
  const add = (to: Map<number, Region[]>, offset: number, region: Region): void => {
    const line = lines.lineAt(offset);
    const known = to.get(line);
    if (known === undefined) to.set(line, [region]);
    else known.push(region);
  };
  const { all, stray } = regionsOf(runbook);
  for (const region of all) {
    add(opens, region.opening.start, region);
    if (region.closing !== null) add(closes, region.closing.start, region);
  }
  return { opens, closes, stray: new Set(stray.map(({ start }) => lines.lineAt(start))) };
});

function gapLine(runbook: Runbook, line: number): GapLine | null {
  const { lines } = runbook;
  const span = lines.spanOf(line);
  const form = formOf(runbook, line, span);
  if (form === null) return null;
  const { opens, closes, stray } = marksOf(runbook);
  return { span, form, opens: opens.get(line) ?? [], closes: closes.get(line) ?? [], stray: stray.has(line) };
}

/** `<a id="x"></a>`, `<a name="x"/>`, `<span id="x"></span>`, several of them. */
const anchors =
  /^(?:<(a|span|div|p)\s(?:[^<>]{0,200}\s)?(?:id|name)\s?=[^<>]{1,200}>[ \t]?(?:<\/\1>)?[ \t]{0,8}){1,8}$/i;
/** Tags of regions and what names them: `<details><summary>RUN-001</summary>`. */
const tags =
  /^(?:<\/?(?:details|div|section|article|aside|center|blockquote)\b[^<>]{0,300}>[ \t]{0,8}){0,8}(?:<summary>[^<>]{0,200}<\/summary>)?[ \t]{0,8}$/i;

function formOf(runbook: Runbook, line: number, { start, end }: Span): GapLine['form'] | null {
  const { text, lines, comments } = runbook;
  const source = text.slice(start, end);
  const block = blockAround(runbook.blocks, start, end);
  if (block?.type === 'code') return null;
  const rest = withoutComments(source, start, comments);
  if (rest === null || (rest !== source && rest.trim() === '')) return 'comment';
  if (rest.trim() === '') return 'blank';
  if (block?.type === 'break') return 'rule';
  if (block?.type === 'definition')
    return /^(?:\/\/|comment\b)/i.test(block.label) && lines.lineAt(block.span.start) === line
      ? 'comment'
      : 'definition';
  if (block?.type === 'footnote') return 'definition';
  if (block?.type === 'heading' || /^[ \t]/.test(source)) return null;
  if (anchors.test(rest.trim())) return 'anchor';
  if (block?.type !== 'html' || !tags.test(rest.trim())) return null;
  return /^<summary\b/i.test(rest.trim()) ? 'summary' : 'comment';
}

/** The outermost block that a line stands in, or undefined. */
function blockAround(blocks: readonly Block[], start: number, end: number): Block | undefined {
  const after = firstFrom(blocks, Math.max(start + 1, end), ({ span }) => span.start);
  const block = blocks[after - 1];
  return block !== undefined && block.span.end > start && block.span.start < Math.max(end, start + 1)
    ? block
    : undefined;
}

/** The line's words outside of comments; null for a line that is inside of one. */
function withoutComments(source: string, start: number, comments: readonly Span[]): string | null {
  const end = start + source.length;
  let rest = '';
  let at = start;
  for (let index = firstFrom(comments, end, (one) => one.start) - 1; index >= 0; index--) {
    const one = comments[index];
    if (one === undefined || one.end <= start) break;
    if (one.start < start && one.end > end) return null;
  }
  const first = Math.max(0, firstFrom(comments, start, (one) => one.start) - 1);
  for (let index = first; index < comments.length; index++) {
    const one = comments[index];
    if (one === undefined || one.start >= end) break;
    if (one.end <= start) continue;
    rest += source.slice(Math.max(0, at - start), Math.max(0, one.start - start));
    at = Math.max(at, one.end);
  }
  return rest + source.slice(Math.max(0, at - start));
}
