/** Numbers ordered list items from one to the next, keeping what belongs to an item below its words. */
import type { ListItem } from '../model/markdown';
import type { Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';

/** The edits after which the items count up from the first; `base` is its number, else the one it has, or 1. */
export function numberItems({ text, lines }: Runbook, items: readonly ListItem[], base?: number): Edit[] {
  const first = base ?? (items[0]?.ordinal === 0 ? 0 : 1);
  const edits: Edit[] = [];
  for (const [index, { ordinal, marker, span }] of items.entries()) {
    if (ordinal === null || ordinal === first + index) continue;
    const before = text.slice(marker.start, marker.end);
    const after = before.replace(/\d+/, String(first + index));
    edits.push({ span: marker, newText: after });
    const wider = after.length - before.length;
    if (wider === 0) continue;
    // a wider marker moves the column from which on lines belong to the item
    const column = marker.end - lines.startOf(lines.lineAt(marker.start)) + 1;
    const last = lines.lineAt(Math.max(span.start, span.end - 1));
    for (let line = lines.lineAt(marker.start) + 1; line <= last; line++) {
      const source = lines.textOf(line);
      if (source.length - source.trimStart().length < column || source.startsWith('\t')) continue;
      const start = lines.startOf(line);
      if (wider > 0) edits.push({ span: { start, end: start }, newText: ' '.repeat(wider) });
      else edits.push({ span: { start, end: start - wider }, newText: '' });
    }
  }
  return edits;
}
