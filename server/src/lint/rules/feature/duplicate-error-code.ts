/** One error code in two rows. */
import type { Span } from '../../../text/span';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { cellWords, columnOf } from '../../../document/sections/table-cells';

interface DuplicateErrorCode extends Match {
  readonly code: string;
  readonly first: Span;
}

const messages = new Messages({
  duplicate:
    'Duplicate error code "{code}" (see line {line}). Responders may use the wrong row. Merge the rows, or correct the code.',
  first: '"{code}" is first listed here',
});

export const duplicateErrorCode = defineRule<DuplicateErrorCode>({
  meta: {
    name: 'duplicate-error-code',
    summary: 'An error code that is listed twice',
    severity: 'warning',
    scope: ['feature'],
    since: '0.1.0',
    group: 'feature',
  },
  *find({ runbook }) {
    const seen = new Map<string, Span>();
    for (const table of runbook.tables) {
      const column = columnOf(table, /^(?:error )?codes?$|^error(?: id)?$/);
      if (column < 0) continue;
      for (const { cells } of table.rows) {
        const cell = cells[column];
        const code = cellWords(runbook, cell);
        if (cell === undefined || !/\d/.test(code)) continue;
        const first = seen.get(code.toUpperCase());
        if (first === undefined) seen.set(code.toUpperCase(), cell.span);
        else yield { span: cell.span, code, first };
      }
    }
  },
  message({ code, first }, { runbook, place }) {
    const { lines } = runbook;
    return {
      ...messages.of('duplicate', { code, line: lines.lineAt(first.start) + 1 }),
      related: [
        {
          uri: place.uri,
          range: { start: lines.positionAt(first.start), end: lines.positionAt(first.end) },
          message: messages.of('first', { code }),
        },
      ],
    };
  },
});
