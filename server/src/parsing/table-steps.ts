/** Steps written as rows of a table. */
import type { DocumentTable } from '../model/runbook';
import { roleInStep } from '../model/vocabulary';
import { firstFrom, type Span } from '../text/span';
import type { StepFrame } from './step-frame';

const stepColumn =
  /^(?:steps?|step (?:no\.?|number|id)|no\.?|nr\.?|number|order|seq(?:uence)?|s\.? ?no\.?|schritt|étape|paso|passo|手順|단계|步骤|步驟|番号|순서)$/;
const actionColumn =
  /^(?:actions?|tasks?|commands?|what to do|what|do|instructions?|procedure|activity|operation|run|description|details?|action \/ command|command \/ action|aktion|aufgabe|maßnahme|tätigkeit|befehl|was|acción|tarea|comando|ação|tarefa|action à mener|tâche|commande|作業|作業内容|操作|コマンド|작업|명령|命令|动作|動作)$/;

/** Columns that a table of steps begins with where none is for the step's number. */
const leadColumn =
  /^(?:t|t[ +-]|time|clock|zeit|uhrzeit|hora|heure|when|start|at|offset|minute|phase|stage|tasks?|actions?|activity|operation|commands?|what to do|owner|who|host|node)$/;

/** What the first column may be where there is none for the step: anything that a plan begins with, a time, nothing. */
export type LeadColumn = 'any' | 'time' | 'none';

const timeColumn = /^(?:t|t[ +-]|time|clock|zeit|uhrzeit|hora|heure|when|at|offset)$/;
/** What is done at a time; `description` tells what happened then. */
const doneThen = /^(?:actions?|tasks?|what|what to do|activity|operation|commands?|do|instructions?)$/;

/**
 * The rows of a table that has a column for the step and one for what to do; in a section of steps the first column may also
 * say when it is due, or what it is.
 */
function stepsOf(text: string, { columns, rows }: DocumentTable, lead: LeadColumn): StepFrame[] {
  const named = columns.findIndex((name) => stepColumn.test(name));
  // a column `#` is compared without its symbol
  const step = named < 0 && columns[0] === '' ? 0 : named;
  const action = columns.findIndex((name) => actionColumn.test(name));
  const mayLead = columns.length > 1 && leads(columns[0] ?? '', columns[action] ?? '', lead);
  if (action < 0 || (step < 0 && !mayLead)) return [];
  const confirming = columns.flatMap((name, index) =>
    index !== step && index !== action && roleInStep(name) === 'verification' ? [index] : [],
  );
  return rows.flatMap((row, index): StepFrame[] => {
    const titleSpan = row.cells[action]?.span;
    if (titleSpan === undefined || titleSpan.end === titleSpan.start) return [];
    const numberSpan = row.cells[step]?.span ?? { start: titleSpan.start, end: titleSpan.start };
    const written = text.slice(numberSpan.start, numberSpan.end);
    return [
      {
        number: /^\d{1,3}[a-z]?$/.test(written) ? written : String(index + 1),
        alternative: null,
        numberSpan,
        title: text.slice(titleSpan.start, titleSpan.end),
        titleSpan,
        span: row.span,
        item: null,
        row: { row, confirming },
      },
    ];
  });
}

function leads(first: string, action: string, lead: LeadColumn): boolean {
  if (lead === 'time') return timeColumn.test(first) && doneThen.test(action);
  return lead === 'any' && leadColumn.test(first);
}

/** The rows of the tables in a span that are steps. */
export function tableSteps(
  { text, tables }: { readonly text: string; readonly tables: readonly DocumentTable[] },
  { start, end }: Span,
  lead: LeadColumn,
): StepFrame[] {
  if (tables.length === 0) return [];
  const found: StepFrame[] = [];
  for (let index = firstFrom(tables, start, startOf); index < tables.length; index++) {
    const table = tables[index];
    if (table === undefined || startOf(table) >= end) break;
    found.push(...stepsOf(text, table, lead));
  }
  return found;
}

function startOf({ block }: DocumentTable): number {
  return block.span.start;
}
