/** A table with a column that has no name. */
import type { TableRow } from '../../../model/markdown';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

/** `| | |`: a table of names and values, whose columns need none. */
function isPairs({ cells }: TableRow): boolean {
  return cells.length === 2 && cells.every(({ span }) => span.start === span.end);
}

const messages = new Messages({
  unnamed:
    'A column of this table has no name. Readers have to guess what it means, and checks cannot use it. Name it in the header.',
});

export const tableHeader = defineRule<Match>({
  meta: {
    name: 'table-header',
    summary: 'A table with a column that has values but no name',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
  },
  *find({ runbook }) {
    for (const { block, rows } of runbook.tables) {
      const [header] = block.rows;
      if (header === undefined || isPairs(header)) continue;
      const nameless = header.cells.some(
        ({ span }, index) =>
          span.start === span.end &&
          // the first column of a matrix names its rows and needs no name itself
          (index > 0 || header.cells.every((cell) => cell.span.start === cell.span.end)) &&
          rows.some(({ cells }) => {
            const cell = cells[index];
            return cell !== undefined && cell.span.end > cell.span.start;
          }),
      );
      if (nameless) yield { span: header.span };
    }
  },
  message() {
    return messages.of('unnamed');
  },
});
