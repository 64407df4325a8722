/** Tables by the names of their columns. */
import type { TableCell, TableRow } from '../../model/markdown';
import type { DocumentTable, Runbook } from '../../model/runbook';
import { plainText } from '../../model/plain-text';
import { firstFrom, type Span } from '../../text/span';

/** The tables that start in a span, in order. */
export function tablesWithin({ tables }: Runbook, { start, end }: Span): readonly DocumentTable[] {
  const startOf = (table: DocumentTable): number => table.block.span.start;
  return tables.slice(firstFrom(tables, start, startOf), firstFrom(tables, end, startOf));
}

/** Number of the first column whose name (lower case) matches, or -1. */
export function columnOf({ columns }: DocumentTable, pattern: RegExp): number {
  return columns.findIndex((name) => pattern.test(name));
}

/** The words of a cell without markup; empty where the row is too short. */
export function cellWords({ text }: Runbook, cell: TableCell | undefined): string {
  return cell === undefined ? '' : plainText(text, cell.span, cell.inlines);
}

/** Words as they stand in a cell; those that come from one are left as they are. */
export function escapePipes(words: string): string {
  return words.replace(/(?<!\\)\|/g, '\\|');
}

/** The cell of a column, or the row's own place where it is too short. */
export function cellSpan({ cells, span }: TableRow, column: number): Span {
  const cell = cells[column]?.span;
  return cell === undefined || cell.end === cell.start
    ? (cells.find((one) => one.span.end > one.span.start)?.span ?? span)
    : cell;
}

/** Whether a stretch holds tables without a filled row, and nothing else. */
export function holdsOnlyEmptyTables(runbook: Runbook, content: Span): boolean {
  const tables = tablesWithin(runbook, content);
  if (tables.length === 0) return false;
  const isFilled = tables.some(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => /[\p{L}\p{N}]/u.test(cellWords(runbook, cell)))),
  );
  if (isFilled) return false;
  let at = content.start;
  for (const { block } of tables) {
    if (/[\p{L}\p{N}]/u.test(runbook.text.slice(at, block.span.start))) return false;
    at = block.span.end;
  }
  return !/[\p{L}\p{N}]/u.test(runbook.text.slice(at, content.end));
}
