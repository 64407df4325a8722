/** GFM tables as they open and grow: a head with its delimiters under it, in the same containers, and rows. */
import type { Table } from '../../../model/markdown';
import type { Building } from './building';
import type { Containers } from './containers';
import type { InlineJobs } from './inline-jobs';
import type { LineCursor } from './line-cursor';
import { listMarker } from './line-starts';
import { delimiterColumns, headColumns, rowCells } from './tables';

/** Whether the cursor's line is a table's head. `ahead` is moved to the line below. */
export function isTableHead(
  text: string,
  cursor: LineCursor,
  ahead: LineCursor,
  containers: Containers,
): boolean {
  if (cursor.next >= text.length) return false;
  ahead.moveTo(cursor.next);
  // cheap enough to ask for each line of text: nearly no line goes further
  const unit = text.charCodeAt(ahead.first);
  if (containers.depth === 0 && unit !== 124 && unit !== 45 && unit !== 58) return false;
  if (!containers.hold(ahead) || ahead.indent > 3) return false;
  const columns = delimiterColumns(text.slice(ahead.first, ahead.end));
  if (columns === 0 || listMarker(text, ahead.first, ahead.end) !== null) return false;
  return headColumns(text, cursor.first, cursor.end) === columns;
}

/** The table whose head the cursor's line is, without rows below; the cursor goes on to its delimiters. */
export function openTable(
  text: string,
  cursor: LineCursor,
  containers: Containers,
  jobs: InlineJobs,
): Building<Table> {
  const { first, end } = cursor;
  const table: Building<Table> = { type: 'table', span: { start: first, end }, rows: [] };
  containers.blocks.push(table);
  addRow(text, table, cursor, jobs);
  // the delimiter row says nothing
  cursor.moveTo(cursor.next);
  containers.match(cursor);
  table.span = { start: first, end: cursor.end };
  return table;
}

/** Adds the cursor's line to a table. */
export function addRow(
  text: string,
  table: Building<Table>,
  { first, end }: LineCursor,
  jobs: InlineJobs,
): void {
  const cells = rowCells(text, first, end).map((span) => ({ span, inlines: jobs.line(span) }));
  table.rows.push({ span: { start: first, end }, cells });
  table.span = { start: table.span.start, end };
}
