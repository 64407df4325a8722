/** The change log of a Source-of-Truth file: a table with a row per change and a column of ids. */
import type { Identifier } from '../../model/identifier';
import type { TableRow } from '../../model/markdown';
import type { DocumentTable, Mention, Runbook } from '../../model/runbook';
import { encloses, firstFrom, type Span } from '../../text/span';
import { tablesIn } from '../entries/entry-text';

export interface ChangeLog {
  readonly table: DocumentTable;
  readonly idColumn: number;
  /** The words of the section's heading or label. */
  readonly nameSpan: Span;
}

/** The change log tables of a document that name ids; tables of versions are none. */
export function changeLogsOf(runbook: Runbook): ChangeLog[] {
  const logs: ChangeLog[] = [];
  for (const part of runbook.parts) {
    if (part.role !== 'change-log') continue;
    for (const table of tablesIn(runbook, part.span)) {
      const idColumn = table.columns.findIndex((name) =>
        /^(?:(?:entry |affected )?ids?|entry|entries)$/.test(name),
      );
      if (idColumn >= 0 && !logs.some((log) => log.table === table))
        logs.push({ table, idColumn, nameSpan: part.nameSpan });
    }
  }
  return logs;
}

/** The cell of a row that names ids. */
export function idCellOf({ idColumn }: ChangeLog, { cells }: TableRow): Span | undefined {
  return cells[idColumn]?.span;
}

/** All identifiers that are written in a span, ends of ranges and placeholders among them. */
export function mentionsIn({ mentions }: Runbook, span: Span): Mention[] {
  const from = firstFrom(mentions, span.start, (mention) => mention.span.start);
  const to = firstFrom(mentions, span.end, (mention) => mention.span.start);
  return mentions.slice(from, to).filter((mention) => encloses(span, mention.span));
}

/** Tells whether some row of the logs speaks of an id: by itself, in a range, or with "all" entries. */
export function coverageOf(runbook: Runbook, logs: readonly ChangeLog[]): (id: Identifier) => boolean {
  const single = new Set<string>();
  const ranges: { readonly prefix: string; readonly first: number; readonly last: number }[] = [];
  const whole = new Set<string>();
  let everything = false;
  for (const log of logs) {
    for (const row of log.table.rows) {
      const cell = idCellOf(log, row);
      if (cell !== undefined && /^[*_]*(?:all|every|\*)/i.test(runbook.text.slice(cell.start, cell.end)))
        everything = true;
      const found = mentionsIn(runbook, row.span);
      for (const [index, { id, prefix, excluded, span }] of found.entries()) {
        if (id === null) {
          if (excluded === 'prefix-only' || runbook.text.slice(span.start, span.end).endsWith('*'))
            whole.add(prefix);
          continue;
        }
        single.add(`${id.prefix}-${String(id.number)}`);
        const next = found[index + 1];
        if (excluded !== 'range-end') continue;
        const last =
          next?.excluded === 'range-end' && next.prefix === prefix ? next.id?.number : tailOf(runbook, span);
        if (last !== undefined && last > id.number) ranges.push({ prefix, first: id.number, last });
      }
    }
  }
  return ({ prefix, number }) =>
    everything ||
    whole.has(prefix) ||
    single.has(`${prefix}-${String(number)}`) ||
    ranges.some((range) => range.prefix === prefix && range.first <= number && number <= range.last);
}

/** The end of a range that is written without its prefix: `RUN-001–006`. */
function tailOf({ text }: Runbook, { end }: Span): number | undefined {
  const match = /^\s*(?:to|–|→|->|\.\.)\s*(\d{1,4})/.exec(text.slice(end, end + 20));
  return match === null ? undefined : Number(match[1]);
}
