/** GFM tables line by line: delimiter rows, the count of a head's cells, the cells of a row. */
import { trimSpan, type Span } from '../../../text/span';
import { isSpaceOrTab } from './characters';

const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;

/** Number of columns that a delimiter row asks for, or 0 when the words are none. */
export function delimiterColumns(words: string): number {
  if (!delimiterRow.test(words) || !/[|:]/.test(words)) return 0;
  let columns = 0;
  for (let at = 0; at < words.length; at++)
    if (words.charCodeAt(at) === 45 && words.charCodeAt(at - 1) !== 45) columns++;
  return columns;
}

/** Number of cells in the words of a head row; 0 for words that can be none. */
export function headColumns(text: string, start: number, end: number): number {
  let cells = 0;
  let marks = text.charCodeAt(start) === 124 ? 0 : 1;
  let fresh = marks === 1;
  for (let at = start; at < end;) {
    const unit = text.charCodeAt(at);
    if (isSpaceOrTab(unit)) {
      at++;
      continue;
    }
    marks++;
    if (fresh) {
      fresh = false;
      cells++;
    }
    if (unit === 124) {
      fresh = true;
      at++;
    } else at = wordEnd(text, at, end);
  }
  return marks > 1 ? cells : 0;
}

/** The words of each cell of a row, trimmed; empty spans for empty cells. */
export function rowCells(text: string, start: number, end: number): Span[] {
  const cells: Span[] = [];
  let from = text.charCodeAt(start) === 124 ? start + 1 : start;
  let at = from;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 92) at += 2;
    else if (unit === 124) {
      cells.push(trimSpan(text, { start: from, end: at }));
      from = ++at;
    } else at++;
  }
  if (cells.length === 0 || !isBlank(text, from, end)) cells.push(trimSpan(text, { start: from, end }));
  return cells;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpaceOrTab(text.charCodeAt(at))) return false;
  return true;
}

/** End of the run of characters at `start`: white space and unescaped pipes end it. */
function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 124 || isSpaceOrTab(unit)) return at;
    const next = text.charCodeAt(at + 1);
    at += unit === 92 && at + 1 < end && (next === 92 || next === 124) ? 2 : 1;
  }
  return at;
}
