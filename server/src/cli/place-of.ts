/** Places in documents as programs read them. */
import type { LineIndex, LineRange } from '../text/line-index';
import type { Span } from '../text/span';
import type { Place } from './folder-check';

/** Where a span of a text stands, by its lines. */
export function placeOf(lines: LineIndex, span: Span): Place {
  return placeOfRange(lines.rangeOf(span));
}

/** The place of a range. */
export function placeOfRange({ start, end }: LineRange): Place {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The same as {@link placeOf}, with columns in bytes of UTF-8. */
export function placeInBytes(lines: LineIndex, span: Span): Place {
  const { start, end } = lines.rangeOf(span);
  const column = ({ line, character }: LineRange['start']): number =>
    Buffer.byteLength(lines.textOf(line).slice(0, character)) + 1;
  return { line: start.line + 1, column: column(start), endLine: end.line + 1, endColumn: column(end) };
}
