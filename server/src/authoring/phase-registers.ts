/** Registers phases where a playbook lists them: in its execution log and in its rollback plan. */
import { executionLog, type ExecutionLog } from '../document/phases/execution-log';
import { coversAllPhases, fromPhases } from '../document/phases/from-phases';
import { phaseWordOf } from '../document/phases/phase-word';
import { numberedPhases } from '../document/phases/playbook-phases';
import { rollbackPlan } from '../document/sections/rollback-plan';
import { partWords } from '../model/phase-words';
import type { Part, Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { firstFrom } from '../text/span';
import { endOfContent, insertBlockAfter, joinLines } from './insertion';
import { partLines, partStyle } from './part-style';
import { rollbackSkeleton } from './rollback-skeleton';
import { edgesLike } from './table-rows';

/** A phase that is to be registered. */
export interface RankedPhase {
  /** As its heading has it: `3`. */
  readonly label: string;
  /** Where it stands among the phases that are there, from 0: 1.5 for one between the second and the third. */
  readonly rank: number;
}

/** The edits that register a new phase in the log and the plan, as far as these list the others. */
export function registerPhase(runbook: Runbook, phase: RankedPhase): Edit[] {
  const edits: Edit[] = [];
  const log = executionLog(runbook);
  // a row that waits for its phase is its row
  const isLogged =
    log?.rows.some(({ key }) => key === phase.label) === true &&
    !numberedPhases(runbook).some(({ phase: { key, label } }) => [key, label].includes(phase.label));
  if (!isLogged && log?.rows.some(({ keySpan }) => keySpan !== null) === true)
    edits.push(...logRowEdits(runbook, log, [phase]));
  const plan = rollbackPlan(runbook);
  if (plan === null || coversAllPhases(runbook, plan.span)) return edits;
  const given = fromPhases(runbook, plan.span);
  if (given.length > 0 && given.every(({ keys }) => keys.length > 0))
    edits.push(...planEdits(runbook, plan, [phase]));
  return edits;
}

const rowWord = new RegExp(`^(?:${partWords})(?=\\s)`, 'i');

/** New rows of the execution log, each after that of the phase before, as wide as the others. */
export function logRowEdits(
  runbook: Runbook,
  { table, phaseColumn, rows }: ExecutionLog,
  missing: readonly RankedPhase[],
): Edit[] {
  const phases = numberedPhases(runbook);
  const sample = rows.find(({ keySpan }) => keySpan !== null);
  const { span } = sample?.row ?? table.block.rows[0] ?? table.block;
  const source = runbook.text.slice(span.start, span.end);
  const rankOf = (key: string): number =>
    phases.findIndex(({ phase }) => phase.key === key || phase.label === key);
  const groups = new Map<number, string[]>();
  for (const { label, rank } of missing) {
    const before = rows.findLast(({ key }) => key !== '' && rankOf(key) >= 0 && rankOf(key) < rank);
    const delimiter = runbook.lines.spanOf(
      runbook.lines.lineAt(table.block.rows[0]?.span.end ?? table.block.span.start) + 1,
    ).end;
    const at = before?.row.span.end ?? delimiter;
    const word = rowWord.exec(sample?.name ?? '')?.[0];
    const name = word === undefined ? label : `${word} ${label}`;
    groups.set(at, [...(groups.get(at) ?? []), rowLike(source, phaseColumn, name, table.columns.length)]);
  }
  return [...groups].map(([at, lines]) => ({
    span: { start: at, end: at },
    newText: joinLines(runbook, ['', ...lines]),
  }));
}

/** A row of so many cells with the column widths of `source`, empty except for the phase. */
function rowLike(source: string, column: number, name: string, count: number): string {
  const cells = source
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/);
  while (cells.length < count) cells.push(' ');
  const row = cells.map((cell, index) =>
    index === column ? ` ${name} `.padEnd(cell.length) : ' '.repeat(Math.max(1, cell.length)),
  );
  const { isOpen, isClosed } = edgesLike(source, row);
  return `${isOpen ? '|' : ''}${row.join('|')}${isClosed ? '|' : ''}`;
}

/** Parts `From Phase N` of the rollback plan that are still to be written, in the order that the others have. */
export function planEdits(runbook: Runbook, plan: Part, missing: readonly RankedPhase[]): Edit[] {
  const { lines, text } = runbook;
  const given = fromPhases(runbook, plan.span);
  const [sample] = given;
  const [first] = numberedPhases(runbook);
  const word = (first && phaseWordOf(runbook, first.phase)) ?? 'Phase';
  const style = partStyle(runbook, 'From Phase', plan.span, undefined);
  // most plans run from the last phase to the first: insert before the first earlier phase
  const ranks = new Map<string, number>();
  for (const [index, { phase }] of numberedPhases(runbook).entries())
    if (!ranks.has(phase.key)) ranks.set(phase.key, index);
  const rankOf = (key: string | undefined): number => ranks.get(key ?? '') ?? -1;
  const descending = rankOf(given[0]?.keys[0]) >= rankOf(given.at(-1)?.keys[0]);
  const from = given.at(-1)?.line;
  const after =
    from === undefined
      ? undefined
      : runbook.headings[firstFrom(runbook.headings, lines.spanOf(from).end + 1, ({ span }) => span.start)];
  const end = Math.min(
    plan.span.end,
    from === undefined ? plan.span.end : (after?.span.start ?? text.length),
  );
  const behind = endOfContent(runbook, { start: plan.nameSpan.end, end });
  return missing.map(({ label, rank }) => {
    const lead =
      sample === undefined
        ? style.lead.replace(/From Phase/, `From ${word} ${label}`)
        : `${sample.lead}${label}${/^\W*/.exec(sample.tail)?.[0] ?? ''}`.trimEnd();
    const loose = sample === undefined ? style.loose : lines.textOf(sample.line + 1).trim() === '';
    const part = partLines({ lead, loose }, rollbackSkeleton(runbook, undefined));
    const next = given.find(({ keys: [key] }) => {
      const other = rankOf(key);
      return other >= 0 && (descending ? other < rank : other > rank);
    });
    if (next === undefined) return insertBlockAfter(runbook, behind, part);
    const start = lines.startOf(next.line);
    return { span: { start, end: start }, newText: joinLines(runbook, [...part, '', '']) };
  });
}
