/** The execution log of a playbook: a table with a row for each time that a phase was executed. */
import type { TableRow } from '../../model/markdown';
import type { DocumentTable, Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import type { NumberedPhase } from './playbook-phases';
import { findSection } from '../sections/section-lookup';
import { cellWords, columnOf, tablesWithin } from '../sections/table-cells';

export interface ExecutionLog {
  /** ## «Execution Log» */
  readonly nameSpan: Span;
  readonly table: DocumentTable;
  readonly phaseColumn: number;
  readonly rows: readonly LogRow[];
}

export interface LogRow {
  readonly row: TableRow;
  /** The number that the row starts with: `2` of `Phase 2: Copy`; empty for a row of another kind. */
  readonly key: string;
  /** Where that number stands, or null. */
  readonly keySpan: Span | null;
  /** Words of the first cell. */
  readonly name: string;
}

/** The log, or null where there is none or where it is no table. */
export function executionLog(runbook: Runbook): ExecutionLog | null {
  const section = findSection(runbook, /^(?:execution|progress|run) log$/);
  const table = section === undefined ? undefined : tablesWithin(runbook, section.span)[0];
  if (section === undefined || table === undefined) return null;
  const phaseColumn = Math.max(0, columnOf(table, /^(?:phase|stage|wave|#|step)\b/));
  const rows = table.rows.map((row): LogRow => {
    const cell = row.cells[phaseColumn];
    const name = cellWords(runbook, cell);
    const label =
      /^(?:(?:phase|stage|wave|milestone|tranche)\s+)?(\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[A-Z]|[IVXL]{1,6}|zero|one|two|three|four|five|six|seven|eight|nine|ten)(?![\w/])/i.exec(
        name,
      )?.[1] ?? '';
    const at =
      label === '' || cell === undefined
        ? -1
        : runbook.text
            .slice(cell.span.start, cell.span.end)
            .search(new RegExp(`(?<!\\w)${label.replaceAll('.', '\\.')}(?!\\w)`));
    const start = (cell?.span.start ?? 0) + at;
    return { row, key: label, keySpan: at < 0 ? null : { start, end: start + label.length }, name };
  });
  return { nameSpan: section.nameSpan, table, phaseColumn, rows };
}

/** Rows that claim to be about a phase which does not exist; rows with words of their own are free. */
export function unknownRows({ rows }: ExecutionLog, phases: readonly NumberedPhase[]): LogRow[] {
  const known = new Set(phases.flatMap(({ phase }) => [phase.key.toUpperCase(), phase.label.toUpperCase()]));
  return rows.filter(
    ({ keySpan, name, key }) =>
      keySpan !== null &&
      /^(?:(?:phase|stage|wave|milestone|tranche)\s+)?\d+$/i.test(name) &&
      !known.has(key.toUpperCase()),
  );
}
