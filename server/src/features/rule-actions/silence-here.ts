/**
 * The comment that silences one rule at one place (see `lint/suppressions.ts`), put where it changes nothing else: above
 * the line; around a table or a code block, which a comment between its lines would break; behind the line before it where
 * both are one paragraph; behind the front matter, in which there are no comments.
 */
import { indentWithin, joinLines, marksAt } from '../../authoring/insertion';
import type { Suppressions } from '../../lint/suppressions';
import type { Block, ListItem } from '../../model/markdown';
import type { Runbook } from '../../model/runbook';
import { lineEndingOf, type Edit } from '../../text/edit';
import { type Words, words } from '../../text/say';
import { encloses, type Span } from '../../text/span';

export interface Silencing {
  readonly title: Words;
  readonly edit: readonly Edit[];
}

/** Silences `rule` for a finding that begins at `offset`; null where no comment can. */
export function silenceHere(
  runbook: Runbook,
  suppressions: Suppressions,
  rule: string,
  offset: number,
): Silencing | null {
  const { lines, frontMatter, comments } = runbook;
  const at = { start: offset, end: offset };
  if (comments.some((comment) => encloses(comment, at))) return null;
  if (frontMatter !== null && encloses(frontMatter.span, at)) {
    const edit = insert(
      frontMatter.span.end,
      `<!-- runbook-disable-file ${rule} -->${lineEndingOf(runbook.text)}`,
    );
    return { title: words`Silence ${rule} in this document`, edit };
  }
  const line = lines.lineAt(offset);
  const title = words`Silence ${rule} here`;
  const known = suppressions.lastNameAbove(line);
  if (known !== null) return { title, edit: insert(known.end, `, ${rule}`) };
  const place = placeIn(runbook.blocks, at);
  const within = place.block !== null && lines.lineAt(place.block.span.start) < line ? place.block : null;
  if (within?.type === 'table')
    return {
      title: words`Silence ${rule} in this table`,
      edit: around(runbook, within.span, place, rule),
    };
  if (within?.type === 'code')
    return {
      title: words`Silence ${rule} in this code block`,
      edit: around(runbook, within.span, place, rule),
    };
  const comment = `<!-- runbook-disable-next-line ${rule} -->`;
  if (
    within?.type === 'paragraph' &&
    !runbook.labels.some(({ nameSpan }) => startsIn(runbook, line, nameSpan))
  )
    return { title, edit: insert(endOfWords(runbook, line - 1), ` ${comment}`) };
  return {
    title,
    edit: insert(lines.startOf(line), joinLines(runbook, [prefixAt(runbook, line, place) + comment, ''])),
  };
}

/** The innermost block around a place, and the list item that this begins. */
interface Place {
  readonly block: Block | null;
  readonly item: ListItem | null;
  /** The item before `item` in its list. */
  readonly previous: ListItem | null;
}

function placeIn(blocks: readonly Block[], at: Span, outer: Omit<Place, 'block'> = noItem): Place {
  const block = blocks.find(({ span }) => encloses(span, at));
  if (block === undefined) return { block: null, ...outer };
  if (block.type === 'list') {
    const index = block.items.findIndex(({ span }) => encloses(span, at));
    const item = block.items[index];
    if (item === undefined) return { block, ...outer };
    return placeIn(item.blocks, at, { item, previous: block.items[index - 1] ?? null });
  }
  return 'blocks' in block ? placeIn(block.blocks, at, outer) : { block, ...outer };
}

const noItem = { item: null, previous: null } as const;

/** Silences a rule from above a block to below it. */
function around(runbook: Runbook, block: Span, place: Place, rule: string): Edit[] {
  const { lines } = runbook;
  const first = lines.lineAt(block.start);
  const prefix = prefixAt(runbook, first, place);
  const { end } = lines.spanOf(lines.lineAt(block.end));
  const blank = prefix.trimEnd();
  const above = [`${prefix}<!-- runbook-disable ${rule} -->`, blank, ''];
  const below = ['', blank, `${prefix}<!-- runbook-enable ${rule} -->`];
  return [
    ...insert(lines.startOf(first), joinLines(runbook, above)),
    ...insert(end, joinLines(runbook, below)),
  ];
}

/**
 * What a line begins with that stands above another one and in the same block: marks of quotes and indentation. Above an
 * item of a list it belongs to the item before, since it would end the list otherwise.
 */
function prefixAt(runbook: Runbook, line: number, { item, previous }: Place): string {
  const { lines } = runbook;
  const start = lines.startOf(line);
  const marks = marksAt(runbook, start);
  const opensItem = item !== null && lines.lineAt(item.marker.start) === line;
  if (opensItem && previous !== null) return marks + indentWithin(runbook, previous);
  const rest = lines.textOf(line).slice(marks.length);
  return marks + (/^[ \t]*/.exec(rest)?.[0] ?? '');
}

/** End of the words of a line, before the blanks or the backslash that break it. */
function endOfWords({ lines }: Runbook, line: number): number {
  const words = lines.textOf(line).trimEnd();
  return lines.startOf(line) + words.length - (words.endsWith('\\') ? 1 : 0);
}

function startsIn({ lines }: Runbook, line: number, { start }: Span): boolean {
  return lines.lineAt(start) === line;
}

function insert(offset: number, newText: string): Edit[] {
  return [{ span: { start: offset, end: offset }, newText }];
}
