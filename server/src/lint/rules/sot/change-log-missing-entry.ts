/** An entry that is missing from the change log of its file. */
import type { Entry, Runbook } from '../../../model/runbook';
import type { Edit } from '../../../text/edit';
import { changeLogsOf, coverageOf, type ChangeLog } from '../../../document/links/change-log';
import { nameSpanOf, valueOf, wordsAt } from '../../../document/fields/fields';
import { joinLines } from '../../../authoring/insertion';
import { edgesLike } from '../../../authoring/table-rows';
import { escapePipes } from '../../../document/sections/table-cells';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface UnloggedEntry extends Match {
  readonly entry: Entry;
  readonly log: ChangeLog;
}

const messages = new Messages({
  missing: '{entry} is missing from the change log, so its history cannot be traced. Add a row for it.',
});

export const changeLogMissingEntry = defineRule<UnloggedEntry>({
  meta: {
    name: 'change-log-missing-entry',
    summary: 'An entry without a row in the change log of its file',
    severity: 'information',
    scope: ['sot'],
    since: '0.1.0',
    group: 'sot',
    absentFrom: 'document',
  },
  *find({ runbook, entries, quiet }) {
    const logs = changeLogsOf(runbook);
    const [log] = logs;
    if (quiet || log === undefined) return;
    const covers = coverageOf(runbook, logs);
    for (const entry of entries) {
      if (!covers(entry.id)) yield { span: nameSpanOf(entry), entry, log };
    }
  },
  message: ({ entry }) => messages.of('missing', { entry: entry.id.text }),
  fixes({ entry, log }, { runbook, place, today, say }) {
    const field = valueOf(entry, 'created');
    const created = field === undefined ? '' : wordsAt(runbook, field.token);
    const date = /^\d{4}-\d{2}-\d{2}$/.test(created) ? created : today;
    return [
      {
        title: say`Add ${entry.id.text} to the change log`,
        edits: new Map([[place.uri, [newRow(runbook, entry, log, date)]]]),
        automatic: true,
      },
    ];
  },
});

/** A row with the columns, widths and date order of the log. */
function newRow(runbook: Runbook, entry: Entry, { table, idColumn }: ChangeLog, date: string): Edit {
  const { block, columns, rows } = table;
  const owner = valueOf(entry, 'owner');
  const header = block.rows[0];
  const cells = columns.map((name, index) => {
    if (index === idColumn) return entry.id.text;
    if (/\bdate\b|^when$/.test(name)) return date;
    if (/^(?:change|changes|description|what|summary|details?|notes?)$/.test(name)) return 'Created entry';
    return /^(?:author|by|who|owner|changed by)$/.test(name) && owner !== undefined
      ? wordsAt(runbook, owner.token)
      : '';
  });
  const line = header === undefined ? '' : rowLike(runbook, header.span, header.cells, cells);
  const column = columns.findIndex((name) => /\bdate\b|^when$/.test(name));
  const dates = rows.map(({ cells: own }) =>
    own[column] === undefined ? '' : wordsAt(runbook, own[column].span),
  );
  const known = dates.filter((one) => /^\d{4}-\d{2}-\d{2}/.test(one));
  const descending = known.length > 1 && (known[0] ?? '') > (known.at(-1) ?? '');
  const index = descending
    ? dates.findIndex((one) => one <= date)
    : dates.findLastIndex((one) => one <= date || !/^\d{4}/.test(one)) + 1;
  const at = descending && index < 0 ? rows.length : index;
  // below the row before it; the first row is below the delimiter row
  const before = rows[at - 1];
  const anchor =
    before === undefined
      ? runbook.lines.lineAt(block.span.start) + 1
      : runbook.lines.lineAt(before.span.start);
  const { end } = runbook.lines.spanOf(anchor);
  return { span: { start: end, end }, newText: joinLines(runbook, ['', line]) };
}

/** Cells padded to the widths of the header, in its style of pipes. */
function rowLike(
  { text, lines }: Runbook,
  span: { readonly start: number; readonly end: number },
  headers: readonly { readonly span: { readonly start: number } }[],
  cells: readonly string[],
): string {
  const line = lines.spanOf(lines.lineAt(span.start));
  const source = text.slice(span.start, line.end);
  const lead = text.slice(line.start, span.start);
  const padded = cells.map((cell, index) => {
    const start = headers[index]?.span.start ?? span.start;
    const next = text.indexOf('|', start);
    const width = next < 0 || next > line.end ? 0 : next - start - 1;
    return escapePipes(cell).padEnd(width);
  });
  const { isOpen, isClosed } = edgesLike(source, padded);
  return `${lead}${isOpen ? '| ' : ''}${padded.join(' | ')}${isClosed ? ' |' : ''}`;
}
