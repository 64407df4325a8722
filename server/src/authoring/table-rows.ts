/** Writes into rows of a table, and adds one, in the form of the table. Everything around stays as it is. */
import type { TableRow } from '../model/markdown';
import type { DocumentTable, Runbook } from '../model/runbook';
import { lineEndingOf, type Edit } from '../text/edit';
import { trimSpan, type Span } from '../text/span';

/** The edits by which cells of a row get new words, by column; cells that have these already are left alone. */
export function rowEdits(runbook: Runbook, row: TableRow, values: ReadonlyMap<number, string>): Edit[] {
  const edits: Edit[] = [];
  const missing: string[] = [];
  for (let column = 0; column <= Math.max(-1, ...values.keys()); column++) {
    const cell = row.cells[column];
    const value = values.get(column);
    if (cell === undefined) {
      missing.push(escaped(value ?? ''));
      continue;
    }
    if (value === undefined || runbook.text.slice(cell.span.start, cell.span.end) === escaped(value))
      continue;
    edits.push(cellEdit(runbook, row, cell.span, escaped(value)));
  }
  if (missing.length > 0) edits.push(missingCells(runbook, row, missing));
  return edits;
}

/** Words that fit into a cell take up its blanks, so that the table stays in line. */
function cellEdit({ text, lines }: Runbook, row: TableRow, cell: Span, value: string): Edit {
  const line = lines.spanOf(lines.lineAt(row.span.start));
  let start = cell.start;
  while (start > line.start && /[ \t]/.test(text.charAt(start - 1))) start--;
  let end = cell.end;
  while (end < line.end && /[ \t]/.test(text.charAt(end))) end++;
  const isClosed = text.charAt(end) === '|';
  const words = `${text.charAt(start - 1) === '|' ? ' ' : ''}${value}${isClosed ? ' ' : ''}`;
  return { span: { start, end }, newText: isClosed ? words.padEnd(end - start) : words };
}

function missingCells({ text, lines }: Runbook, row: TableRow, values: readonly string[]): Edit {
  const line = trimSpan(text, lines.spanOf(lines.lineAt(row.span.start)));
  const isClosed = text.charAt(line.end - 1) === '|';
  const span = { start: line.end, end: line.end };
  return { span, newText: `${isClosed ? '' : ' |'}${values.map((value) => ` ${value} |`).join('')}` };
}

/** The edit that adds a row at the end of a table; columns without a value stay empty. */
export function addedRow(
  runbook: Runbook,
  { block, columns, rows }: DocumentTable,
  values: ReadonlyMap<number, string>,
): Edit {
  const { text, lines } = runbook;
  const model = rows.at(-1) ?? block.rows[0];
  const end = lines.spanOf(lines.lineAt(trimSpan(text, block.span).end - 1)).end;
  const line = model === undefined ? '' : lines.textOf(lines.lineAt(model.span.start));
  const indent = /^[ \t>]*/.exec(line)?.[0] ?? '';
  const widths = widthsOf(line);
  const cells = columns.map((_, index) => escaped(values.get(index) ?? '').padEnd(widths[index] ?? 0));
  const { isOpen, isClosed } = edgesLike(line, cells);
  const row = `${indent}${isOpen ? '| ' : ''}${cells.join(' | ')}${isClosed ? ' |' : ''}`;
  return { span: { start: end, end }, newText: `${lineEndingOf(text)}${isClosed ? row : row.trimEnd()}` };
}

/** Whether a row begins and ends with a pipe, as `line` does; an empty cell at an edge would be none without one. */
export function edgesLike(
  line: string,
  cells: readonly string[],
): { readonly isOpen: boolean; readonly isClosed: boolean } {
  const isBlank = (cell: string | undefined): boolean => cell?.trim() === '';
  return {
    isOpen: line.trimStart().startsWith('|') || isBlank(cells[0]),
    isClosed: line.trimEnd().endsWith('|') || isBlank(cells.at(-1)),
  };
}

/** How wide the cells of a line are, without the blanks at their pipes. */
function widthsOf(line: string): number[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => Math.max(0, cell.length - 2));
}

/** Words as they stand in a cell: on one line, pipes escaped. */
function escaped(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<!\\)\|/g, '\\|');
}
