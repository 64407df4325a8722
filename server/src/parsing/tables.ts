/** Tables with the words of their header, and the checkboxes in their cells. */
import type { Table } from '../model/markdown';
import { plainText } from '../model/plain-text';
import type { DocumentTable, TableBox } from '../model/runbook';
import { normalizeName } from '../model/vocabulary';
import type { FlowNode } from './flow';

/** The tables of a document in order. */
export function readTables(text: string, flow: readonly FlowNode[]): DocumentTable[] {
  return flow.flatMap((node) =>
    node.type !== 'line' && node.block.type === 'table' ? [toTable(text, node.block)] : [],
  );
}

function toTable(text: string, block: Table): DocumentTable {
  const [header, ...rows] = block.rows;
  const columns = header?.cells.map((cell) => normalizeName(plainText(text, cell.span, cell.inlines))) ?? [];
  const boxes = rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ span }, column): TableBox[] => {
      const box = /^\[([ xX])\]$/.exec(text.slice(span.start, Math.min(span.end, span.start + 4)));
      return box === null ? [] : [{ span, checked: box[1] !== ' ', row, column }];
    }),
  );
  return { block, columns, rows, boxes };
}
