/** Tables with the words of their header, and the checkboxes in their cells. */
import type { Table } from '../model/markdown';
import { plainText } from '../model/plain-text';
import type { DocumentTable, TableBox } from '../model/runbook';
import { fieldKey } from '../model/vocabulary';

/** A table of a document. */
export function readTable(text: string, block: Table): DocumentTable {
  const [header, ...rows] = block.rows;
  const columns = header?.cells.map((cell) => fieldKey(plainText(text, cell.span, cell.inlines))) ?? [];
  const boxes = rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ span }, column): TableBox[] => {
      if (span.end !== span.start + 3 || text.charAt(span.start) !== '[') return [];
      const box = /^\[([ xX])\]$/.exec(text.slice(span.start, span.end));
      return box === null ? [] : [{ span, checked: box[1] !== ' ', row, column }];
    }),
  );
  return { block, columns, rows, boxes };
}
