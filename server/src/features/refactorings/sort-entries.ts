/** Sorts the entries of a file by id within their prefix: the places of a prefix stay, the entries change them. */
import { compareIdentifiers } from '../../model/identifier';
import type { Entry, Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { encloses } from '../../text/span';
import { blockOf, headedEntries } from './entry-block';
import {
  headingsOf,
  linkEdits,
  linkersOf,
  MovedFragments,
  textWith,
  type HeadingAfter,
} from './moved-fragments';
import type { Refactoring, RefactoringPlace } from './refactoring';

export function* sortEntries({ context, runbook, uri, selection }: RefactoringPlace): Iterable<Refactoring> {
  const entries = headedEntries(runbook);
  const line = runbook.lines.lineAt(selection.start);
  const onHeading = runbook.headings.some(
    ({ span, depth }) =>
      runbook.lines.lineAt(span.start) === line &&
      (depth === 1 || entries.some(({ headingSpan }) => headingSpan.start === span.start)),
  );
  const sorted = sortedOf(entries);
  if (!onHeading || sorted.every((entry, index) => entry === entries[index])) return;
  const moved = new MovedFragments();
  moved.arrange(uri, headingsAfter(uri, runbook, entries, sorted));
  const links = linkEdits(context, uri, moved);
  const blocks: Edit[] = entries.flatMap((entry, index) => {
    const other = sorted[index];
    if (other === undefined || other === entry) return [];
    return [{ span: blockOf(runbook, entry), newText: textWith(runbook, blockOf(runbook, other), links) }];
  });
  const edits = new Map<string, Edit[]>([
    [uri, [...blocks, ...links.filter(({ span }) => !blocks.some((block) => encloses(block.span, span)))]],
  ]);
  for (const linker of linkersOf(context, moved.uris)) {
    const own = linker === uri ? [] : linkEdits(context, linker, moved);
    if (own.length > 0) edits.set(linker, own);
  }
  yield { title: 'Sort the entries by id within their prefix', kind: 'refactor.rewrite', edits };
}

/** The entries in their new order; two of the same id stay in the order that they have. */
function sortedOf(entries: readonly Entry[]): Entry[] {
  const queues = new Map<string, Entry[]>();
  for (const entry of entries.toSorted((a, b) => compareIdentifiers(a.id, b.id))) {
    const queue = queues.get(entry.id.prefix) ?? [];
    queue.push(entry);
    queues.set(entry.id.prefix, queue);
  }
  return entries.map((entry) => queues.get(entry.id.prefix)?.shift() ?? entry);
}

function headingsAfter(
  uri: string,
  runbook: Runbook,
  entries: readonly Entry[],
  sorted: readonly Entry[],
): HeadingAfter[] {
  const headings = headingsOf(uri, runbook);
  const within = (entry: Entry): HeadingAfter[] =>
    headings.filter(({ heading }) => encloses(blockOf(runbook, entry), heading.span));
  return headings.flatMap((one) => {
    const index = entries.findIndex((entry) => encloses(blockOf(runbook, entry), one.heading.span));
    const [old, next] = [entries[index], sorted[index]];
    if (old === undefined || next === undefined) return [one];
    return one.heading.span.start === old.headingSpan.start ? within(next) : [];
  });
}
