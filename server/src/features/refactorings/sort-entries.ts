/**
 * Sorts the entries of a file by id within their prefix: the places of a prefix stay, the entries change them. Entries
 * stay below the heading and in the region that they are in.
 */
import { groupBy } from '../../text/group-by';
import { compareIdentifiers } from '../../model/identifier';
import type { Runbook } from '../../model/runbook';
import { headedBlocks, type EntryBlock } from '../../document/entries/entry-block';
import { lineEndingOf, type Edit } from '../../text/edit';
import { encloses } from '../../text/span';
import {
  headingsOf,
  linkEdits,
  linkersOf,
  MovedFragments,
  textWith,
  type HeadingAfter,
} from '../shared/moved-fragments';
import type { Refactoring, RefactoringPlace } from './refactoring';

export function* sortEntries({ context, runbook, uri, selection }: RefactoringPlace): Iterable<Refactoring> {
  const entries = headedBlocks(runbook);
  const line = runbook.lines.lineAt(selection.start);
  const onHeading = runbook.headings.some(
    ({ span, depth }) =>
      runbook.lines.lineAt(span.start) === line &&
      (depth === 1 || entries.some(({ entry }) => entry.headingSpan.start === span.start)),
  );
  const sorted = sortedOf(entries);
  if (!onHeading || sorted.every((entry, index) => entry === entries[index])) return;
  // of two definitions of one label the first holds
  if (definesTwice(runbook)) return;
  const moved = new MovedFragments();
  moved.arrange(uri, headingsAfter(uri, runbook, entries, sorted));
  const links = linkEdits(context, uri, moved);
  const blocks: Edit[] = entries.flatMap(({ span }, index) => {
    const other = sorted[index];
    if (other === undefined || other.span === span) return [];
    return [{ span, newText: apart(runbook, span, textWith(runbook, other.span, links)) }];
  });
  const edits = new Map<string, Edit[]>([
    [uri, [...blocks, ...links.filter(({ span }) => !blocks.some((block) => encloses(block.span, span)))]],
  ]);
  for (const linker of linkersOf(context, moved.uris)) {
    const own = linker === uri ? [] : linkEdits(context, linker, moved);
    if (own.length > 0) edits.set(linker, own);
  }
  yield { title: context.say`Sort the entries by ID within each prefix`, kind: 'refactor.rewrite', edits };
}

/** Words that take another place, with blank lines where those that stood there needed none. */
function apart({ lines, text }: Runbook, { start, end }: EntryBlock['span'], words: string): string {
  const eol = lineEndingOf(text);
  const above = lines.lineAt(start) - 1;
  const below = lines.lineAt(end) + 1;
  const closeAbove = above >= 0 && lines.textOf(above).trim() !== '' && !words.startsWith('#');
  const last = /(?<![^\r\n])[^\r\n]*$/.exec(words)?.[0] ?? '';
  const closeBelow = below < lines.count && lines.textOf(below).trim() !== '' && /^\s*[<|]/.test(last);
  return (closeAbove ? eol : '') + words + (closeBelow ? eol : '');
}

function definesTwice({ blocks }: Runbook): boolean {
  const labels = blocks.flatMap((block) => (block.type === 'definition' ? [block.label] : []));
  return (
    new Set(labels.filter((label) => !/^(?:\/\/|COMMENT)$/.test(label))).size <
    labels.filter((label) => !/^(?:\/\/|COMMENT)$/.test(label)).length
  );
}

/** The blocks in their new order; two of the same id stay in the order that they have. */
function sortedOf(blocks: readonly EntryBlock[]): EntryBlock[] {
  const groupOf = ({ entry, enclosure }: EntryBlock): string => `${entry.id.prefix} ${enclosure}`;
  const bound = new Set(blocks.filter(({ whole }) => !whole).map(groupOf));
  const sorted = blocks.toSorted((a, b) => compareIdentifiers(a.entry.id, b.entry.id));
  const queues = groupBy(sorted, groupOf);
  return blocks.map((block) => {
    const group = groupOf(block);
    return bound.has(group) ? block : (queues.get(group)?.shift() ?? block);
  });
}

function headingsAfter(
  uri: string,
  runbook: Runbook,
  blocks: readonly EntryBlock[],
  sorted: readonly EntryBlock[],
): HeadingAfter[] {
  const headings = headingsOf(uri, runbook);
  const within = ({ span }: EntryBlock): HeadingAfter[] =>
    headings.filter(({ heading }) => encloses(span, heading.span));
  return headings.flatMap((one) => {
    const index = blocks.findIndex(({ span }) => encloses(span, one.heading.span));
    const [old, next] = [blocks[index], sorted[index]];
    if (old === undefined || next === undefined) return [one];
    return one.heading.span.start === old.entry.headingSpan.start ? within(next) : [];
  });
}
