/**
 * The rows of a run in the Execution Log of its document. A row is known again by what stands in it, so that the same edit
 * is made once, whenever it is made; rows of earlier runs are never touched.
 */
import { addedRow, rowEdits } from '../authoring/table-rows';
import { executionLog, type LogRow } from '../document/phases/execution-log';
import type { PlanPhase } from '../document/run/plan';
import { findSection } from '../document/sections/section-lookup';
import { cellWords, columnOf, tablesWithin } from '../document/sections/table-cells';
import { phaseWords } from '../model/phase-words';
import type { DocumentTable, Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

/** What a row of the log is to say. */
export interface LogValues {
  readonly started: string;
  readonly completed: string;
  readonly status: string;
  readonly who: string;
  /** Added to what stands there. */
  readonly notes: readonly string[];
}

interface Columns {
  readonly started: number;
  readonly completed: number;
  readonly status: number;
  readonly who: number;
  readonly notes: number;
}

function columnsOf(table: DocumentTable): Columns {
  return {
    started: columnOf(table, /^(?:started|start|begun|from|begin)\b/),
    completed: columnOf(table, /^(?:completed|finished|ended|end|done|to|complete)\b/),
    status: columnOf(table, /^(?:status|result|state|outcome)\b/),
    who: columnOf(table, /^(?:who|by|operator|owner|executed by|engineer|person)\b/),
    notes: columnOf(table, /^(?:notes?|remarks?|comments?|details|summary)\b/),
  };
}

/** The edits after which the log has what happened to a phase in this run; none where the document has no such log. */
export function phaseRow(runbook: Runbook, phase: PlanPhase, values: LogValues): Edit[] {
  const log = executionLog(runbook);
  if (log === null || phase.key === '') return [];
  const columns = columnsOf(log.table);
  const own = log.rows.filter(({ key }) => isOf(key, phase));
  const row = ownRow(runbook, own, columns, values);
  if (row === undefined) {
    const model = own.at(-1)?.name ?? phase.number;
    return [
      addedRow(runbook, log.table, new Map([[log.phaseColumn, model], ...toCells(columns, values, '')])),
    ];
  }
  const words = (column: number): string => cellWords(runbook, row.row.cells[column]);
  const kept = {
    ...values,
    started: words(columns.started) === '' ? values.started : words(columns.started),
  };
  const who = words(columns.who) === '' ? values.who : words(columns.who);
  return rowEdits(runbook, row.row, toCells(columns, { ...kept, who }, words(columns.notes)));
}

function isOf(key: string, phase: PlanPhase): boolean {
  return key !== '' && (key === phase.key || key.toUpperCase() === phase.number.toUpperCase());
}

/** The row that this run has written, or goes on in: one that is empty, or was begun and not ended. */
function ownRow(
  runbook: Runbook,
  rows: readonly LogRow[],
  columns: Columns,
  values: LogValues,
): LogRow | undefined {
  const says = (row: LogRow, column: number): string => cellWords(runbook, row.row.cells[column]);
  const written = rows.findLast(
    (row) =>
      (says(row, columns.started) === values.started && values.started !== '') ||
      (says(row, columns.completed) === values.completed && values.completed !== ''),
  );
  if (written !== undefined) return written;
  const last = rows.at(-1);
  if (last === undefined || says(last, columns.completed) !== '') return undefined;
  return /^\W*(?:$|not started|open|pending|to ?do|planned|in progress|started|running|ongoing)/i.test(
    says(last, columns.status),
  )
    ? last
    : undefined;
}

/** The column that says what a row is about. */
const namesRun = new RegExp(`^(?:${phaseWords}|step|what|run|drill|test|runbook|#)(?![a-z])`);

function toCells(
  columns: Columns,
  { started, completed, status, who, notes }: LogValues,
  noted: string,
): Map<number, string> {
  const added = notes.filter((note) => !noted.includes(note));
  const cells = [
    [columns.started, started],
    [columns.completed, completed],
    [columns.status, status],
    [columns.who, who],
    [columns.notes, [noted, ...added].filter((note) => note !== '').join('; ')],
  ] as const;
  return new Map(cells.filter(([column]) => column >= 0));
}

/** The edit that adds a row about a whole run to a log that has no rows of phases; none where there is no log. */
export function runRow(runbook: Runbook, within: Span, title: string, values: LogValues): Edit[] {
  const section = findSection(
    runbook,
    /^(?:execution|progress|run|drill|test) (?:log|history|record)$/,
    within,
  );
  const table = section === undefined ? undefined : tablesWithin(runbook, section.span)[0];
  if (table === undefined) return [];
  const columns = columnsOf(table);
  const date = columnOf(table, /^(?:date|when|day|tested)\b/);
  const first = columns.started >= 0 ? columns.started : date;
  if (first < 0) return [];
  const isThere = table.rows.some(({ cells }) => cellWords(runbook, cells[first]) === values.started);
  if (isThere) return [];
  const named = columnOf(table, namesRun);
  const cells = new Map([...toCells(columns, values, ''), [first, values.started]]);
  if (named >= 0 && !cells.has(named)) cells.set(named, title);
  return [addedRow(runbook, table, cells)];
}
