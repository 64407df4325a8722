/** Brings the lists of a navigation in order: the same bullets, by prefix and number. */
import { compareIdentifiers } from '../../model/identifier';
import type { Block, ListItem } from '../../model/markdown';
import type { Runbook } from '../../model/runbook';
import { bulletOf } from '../../authoring/insertion';
import type { Navigation, NavigationBullet } from '../../document/links/navigation';
import type { Edit } from '../../text/edit';
import { encloses, type Span } from '../../text/span';

/**
 * The edits that sort bullets and give them one marker, list by list; only those that lie in `within`. In a list the
 * prefixes keep the order in which they come first. A list with other items keeps its markers: another one would part it.
 */
export function sortBullets(runbook: Runbook, { bullets }: Navigation, within: Span): Edit[] {
  const { text } = runbook;
  const marker = bulletOf(runbook);
  const isWhole = wholeLists(runbook, bullets, within);
  return listsOf(runbook, bullets).flatMap((list) => {
    const own = list.filter(({ item }) => item.span.start >= within.start && item.span.end <= within.end);
    const prefixes = [...new Set(own.map(({ mention }) => mention.id.prefix))];
    const sorted = own.toSorted(
      ({ mention: a }, { mention: b }) =>
        prefixes.indexOf(a.id.prefix) - prefixes.indexOf(b.id.prefix) || compareIdentifiers(a.id, b.id),
    );
    return own.flatMap(({ item }, index): Edit[] => {
      const next = sorted[index]?.item ?? item;
      const mark =
        item.ordinal === null && isWhole(item) ? marker : text.slice(item.marker.start, item.marker.end);
      const newText = mark + text.slice(next.marker.end, next.span.end);
      return newText === text.slice(item.span.start, item.span.end) ? [] : [{ span: item.span, newText }];
    });
  });
}

/** Tells of an item whether all items of its list are bullets of the navigation in a span. */
function wholeLists(
  { blocks }: Runbook,
  bullets: readonly NavigationBullet[],
  within: Span,
): (item: ListItem) => boolean {
  const own = new Set(bullets.flatMap(({ item: { span } }) => (encloses(within, span) ? [span.start] : [])));
  const whole = new Set<number>();
  const visit = (block: Block): void => {
    if (block.type === 'quote') block.blocks.forEach(visit);
    if (block.type !== 'list') return;
    const isOwn = block.items.every(({ span }) => own.has(span.start));
    for (const { span, blocks: inner } of block.items) {
      if (isOwn) whole.add(span.start);
      inner.forEach(visit);
    }
  };
  blocks.forEach(visit);
  return ({ span }) => whole.has(span.start);
}

/** Bullets that follow each other without a line between them, at the same indentation, and hold no others. */
function listsOf({ lines }: Runbook, bullets: readonly NavigationBullet[]): NavigationBullet[][] {
  const lists: NavigationBullet[][] = [];
  let last: NavigationBullet | undefined;
  for (const bullet of bullets) {
    const { item } = bullet;
    const follows =
      last !== undefined &&
      lines.lineAt(item.span.start) - lines.lineAt(Math.max(last.item.span.start, last.item.span.end - 1)) ===
        1 &&
      lines.positionAt(item.span.start).character === lines.positionAt(last.item.span.start).character;
    const list = lists.at(-1);
    if (follows && list !== undefined) list.push(bullet);
    else lists.push([bullet]);
    last = bullet;
  }
  return lists;
}
