/**
 * Sorts the entries of a file by id within their prefix: the places of a prefix stay, the entries change them. Entries
 * stay below the heading and in the region that they are in.
 */
import { groupBy } from '../../text/group-by';
import { compareIdentifiers } from '../../model/identifier';
import { headedBlocks, type EntryBlock } from '../../document/entries/entry-block';
import { definesTwice, permuted } from '../shared/permuted-blocks';
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
  const placings = entries.flatMap(({ span }, index) => {
    const from = sorted[index]?.span;
    return from === undefined || from === span ? [] : [{ slot: span, from }];
  });
  const edits = permuted(context, uri, runbook, placings, []);
  yield { title: context.say`Sort the entries by ID within each prefix`, kind: 'refactor.rewrite', edits };
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
