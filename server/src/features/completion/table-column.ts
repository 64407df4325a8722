/** The column of a table that a cursor is in, for what belongs into its cells. */
import { touches } from '../../text/span';
import type { CompletionRequest } from './completion-request';

export interface ColumnSite {
  /** Name of the column, in lower case. */
  readonly name: string;
  /** What is typed of the cell. */
  readonly typed: string;
  /** Whether a blank divides the cell's words from the pipe before them. */
  readonly spaced: boolean;
}

/** The cell that the cursor is in; null outside tables and in their first two lines. */
export function columnAt({
  runbook,
  offset,
  before,
}: Pick<CompletionRequest, 'runbook' | 'offset' | 'before'>): ColumnSite | null {
  if (!/^\s*\|/.test(before)) return null;
  const table = runbook.tables.find(({ block }) => touches(block.span, offset));
  if (table === undefined) return null;
  const below = runbook.lines.lineAt(offset) - runbook.lines.lineAt(table.block.span.start);
  const name = table.columns[before.replace(/\\\|/g, '  ').trimStart().split('|').length - 2];
  if (name === undefined || below < 2) return null;
  const cell = /(?<![^|])[^|]*$/.exec(before)?.[0] ?? '';
  return { name, typed: cell.trimStart(), spaced: /^\s/.test(cell) };
}
