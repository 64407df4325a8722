/** A table row with more or fewer cells than the header. */
import { defineRule, type Match } from '../../rule';

interface RaggedRow extends Match {
  readonly cells: number;
  readonly columns: number;
}

export const tableColumns = defineRule<RaggedRow>({
  meta: {
    name: 'table-columns',
    summary: 'A table row with more or fewer cells than its header',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
  },
  *find({ runbook }) {
    for (const { columns, rows } of runbook.tables) {
      for (const { cells, span } of rows) {
        if (cells.length !== columns.length) yield { span, cells: cells.length, columns: columns.length };
      }
    }
  },
  message({ cells, columns }) {
    const count = (number: number): string => `${String(number)} ${number === 1 ? 'cell' : 'cells'}`;
    return {
      message:
        cells > columns
          ? `This row has ${count(cells)}, the header has ${String(columns)}: what is too much is not shown. Escape a pipe that belongs to the words as "\\|".`
          : `This row has ${count(cells)}, the header has ${String(columns)}: values may stand in the wrong column. Add the missing cells.`,
    };
  },
});
