/** The execution log of a playbook: a table with a row for each time that a phase was executed. */
import type { TableRow } from '../../model/markdown';
import { phaseNumber } from '../../model/phase-words';
import type { DocumentTable, Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { phasePattern } from './phase-word';
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

const columnName = phasePattern((words) => `^(?:${words}|#|step)(?![\\p{L}\\p{N}_])`, 'iu');
const rowNumber = phasePattern((words) => `^(?:(?:${words})\\s+)?(${phaseNumber})(?![\\w/])`, 'i');
const onlyNumber = phasePattern((words) => `^(?:(?:${words})\\s+)?\\d+$`, 'i');

/** The log, or null where there is none or where it is no table. */
export function executionLog(runbook: Runbook): ExecutionLog | null {
  const section = findSection(runbook, /^(?:execution|progress|run) log$/);
  const table = section === undefined ? undefined : tablesWithin(runbook, section.span)[0];
  if (section === undefined || table === undefined) return null;
  const phaseColumn = Math.max(0, columnOf(table, columnName(runbook)));
  const rows = table.rows.map((row): LogRow => {
    const cell = row.cells[phaseColumn];
    const name = cellWords(runbook, cell);
    const label = rowNumber(runbook).exec(name)?.[1] ?? '';
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
export function unknownRows(
  runbook: Runbook,
  { rows }: ExecutionLog,
  phases: readonly NumberedPhase[],
): LogRow[] {
  const known = new Set(phases.flatMap(({ phase }) => [phase.key.toUpperCase(), phase.label.toUpperCase()]));
  return rows.filter(
    ({ keySpan, name, key }) =>
      keySpan !== null && onlyNumber(runbook).test(name) && !known.has(key.toUpperCase()),
  );
}
