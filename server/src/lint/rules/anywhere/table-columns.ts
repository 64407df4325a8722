/** A table row with more or fewer cells than the header. */
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface RaggedRow extends Match {
  readonly cells: number;
  readonly columns: number;
}

const messages = new Messages({
  more: 'This row has {cells} cells, but the header has {columns}. Extra cells are not shown. Write a pipe in the text as "\\|".',
  one: 'This row has 1 cell, but the header has {columns}. Values may be in the wrong column. Add the missing cells.',
  fewer:
    'This row has {cells} cells, but the header has {columns}. Values may be in the wrong column. Add the missing cells.',
});

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
    if (cells > columns) return messages.of('more', { cells, columns });
    return cells === 1 ? messages.of('one', { columns }) : messages.of('fewer', { cells, columns });
  },
});
