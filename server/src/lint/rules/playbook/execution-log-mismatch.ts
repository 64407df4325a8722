/** An execution log with a missing row, or with a row for an unknown phase. */
import type { Edit } from '../../../text/edit';
import {
  executionLog,
  unknownRows,
  type ExecutionLog,
  type LogRow,
} from '../../../document/phases/execution-log';
import { fixHere } from '../../shared/fix-here';
import { joinLines } from '../../../authoring/insertion';
import { numberedPhases, type NumberedPhase } from '../../../document/phases/playbook-phases';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface LogMismatch extends Match {
  readonly log: ExecutionLog;
  /** Phases without a row; for an unknown `row` the phase that it most likely belongs to. */
  readonly phases: readonly NumberedPhase[];
  readonly row: LogRow | null;
}

const messages = new Messages({
  unknown:
    'Phase {label} in the execution log does not exist, so the row is ambiguous. Correct the number, or use a name instead.',
  missing:
    'The execution log has no row for Phase {label}, so operators cannot record when it ran. Add the row.',
  severalMissing:
    'The execution log has no rows for phases {labels}, so operators cannot record when they ran. Add the rows.',
});

export const executionLogMismatch = defineRule<LogMismatch>({
  meta: {
    name: 'execution-log-mismatch',
    summary: 'An execution log whose rows do not match the phases',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    yieldsTo: ['phase-numbering'],
  },
  *find({ runbook }) {
    const log = executionLog(runbook);
    const phases = numberedPhases(runbook);
    if (log === null || phases.length === 0) return;
    const keys = new Set(log.rows.map(({ key }) => key.toUpperCase()));
    const named = new Set(log.rows.map(({ name }) => compared(name)));
    const missing = phases.filter(
      ({ phase: { key, label, title }, expectedKey }) =>
        ![key, label, expectedKey].some((spelling) => keys.has(spelling.toUpperCase())) &&
        !named.has(compared(title)),
    );
    const unknown = unknownRows(log, phases);
    // where the phases are numbered correctly, a row with an unknown number is most likely the missing one
    const paired =
      unknown.length > 0 &&
      unknown.length === missing.length &&
      phases.every(({ problem }) => problem === null);
    if (missing.length > 0 && !paired) yield { span: log.nameSpan, log, phases: missing, row: null };
    for (const [index, row] of unknown.entries())
      if (row.keySpan !== null)
        yield { span: row.keySpan, log, phases: paired ? missing.slice(index, index + 1) : [], row };
  },
  message({ phases, row }) {
    if (row !== null) return messages.of('unknown', { label: row.key });
    const [phase] = phases;
    return phases.length === 1 && phase !== undefined
      ? messages.of('missing', { label: phase.phase.label })
      : messages.of('severalMissing', { labels: labelsOf(phases) });
  },
  fixes({ log, phases, row }, context) {
    const [phase] = phases;
    if (phase === undefined) return [];
    if (row?.keySpan != null) {
      const edit = { span: row.keySpan, newText: phase.phase.label };
      return [
        fixHere(context, context.say`Change the number to ${phase.phase.label}`, [edit], true, 'number'),
      ];
    }
    const edits = rowEdits(log, phases, context);
    const title =
      phases.length === 1
        ? context.say`Add a row for Phase ${phase.phase.label}`
        : context.say`Add rows for phases ${labelsOf(phases)}`;
    return [fixHere(context, title, edits, true)];
  },
});

function labelsOf(phases: readonly NumberedPhase[]): string {
  return phases.map(({ phase }) => phase.label).join(', ');
}

/** New rows after that of the preceding phase, as wide as the others. */
function rowEdits(
  { table, phaseColumn, rows }: ExecutionLog,
  missing: readonly NumberedPhase[],
  { runbook }: RuleContext,
): Edit[] {
  const phases = numberedPhases(runbook);
  const sample = rows.find(({ keySpan }) => keySpan !== null);
  const { span } = sample?.row ?? table.block.rows[0] ?? table.block;
  const source = runbook.text.slice(span.start, span.end);
  const indexOf = (key: string): number =>
    phases.findIndex(({ phase }) => phase.key === key || phase.label === key);
  const groups = new Map<number, string[]>();
  for (const one of missing) {
    const position = phases.findIndex(({ phase }) => phase === one.phase);
    const before = rows.findLast(({ key }) => key !== '' && indexOf(key) >= 0 && indexOf(key) < position);
    const delimiter = runbook.lines.spanOf(
      runbook.lines.lineAt(table.block.rows[0]?.span.end ?? table.block.span.start) + 1,
    ).end;
    const at = before?.row.span.end ?? delimiter;
    const name = /^phase\s/i.test(sample?.name ?? '') ? `Phase ${one.phase.label}` : one.phase.label;
    groups.set(at, [...(groups.get(at) ?? []), rowLike(source, phaseColumn, name)]);
  }
  return [...groups].map(([at, lines]) => ({
    span: { start: at, end: at },
    newText: joinLines(runbook, ['', ...lines]),
  }));
}

/** A row with the column widths of `source`, empty except for the phase. */
function rowLike(source: string, column: number, name: string): string {
  const outer = source.trimStart().startsWith('|');
  const cells = source
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
  const row = cells.map((cell, index) =>
    index === column ? ` ${name} `.padEnd(cell.length) : ' '.repeat(Math.max(1, cell.length)),
  );
  return outer ? `|${row.join('|')}|` : row.join('|');
}

function compared(name: string): string {
  return name
    .toLowerCase()
    .replace(/^phase\s+\w+\s*[:.–—-]?\s*/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
