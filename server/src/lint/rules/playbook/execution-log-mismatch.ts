/** An execution log with a missing row, or with a row for an unknown phase. */
import {
  executionLog,
  unknownRows,
  type ExecutionLog,
  type LogRow,
} from '../../../document/phases/execution-log';
import { fixHere } from '../../shared/fix-here';
import { logRowEdits } from '../../../authoring/phase-registers';
import { phasePattern } from '../../../document/phases/phase-word';
import { keyOfLabel } from '../../../document/phases/phase-spelling';
import { numberedPhases, type NumberedPhase } from '../../../document/phases/playbook-phases';
import type { Runbook } from '../../../model/runbook';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

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
    absentFrom: 'document',
    yieldsTo: ['phase-numbering'],
  },
  *find({ runbook }) {
    const log = executionLog(runbook);
    const phases = numberedPhases(runbook);
    if (log === null || phases.length === 0) return;
    const keys = new Set(
      log.rows.flatMap(({ key }) => [key.toUpperCase(), keyOfLabel(key.toUpperCase(), runbook.phases) ?? '']),
    );
    const named = new Set(log.rows.map(({ name }) => compared(runbook, name)));
    const missing = phases.filter(
      ({ phase: { key, label, title }, expectedKey }) =>
        ![key, label, expectedKey].some((spelling) => keys.has(spelling.toUpperCase())) &&
        !named.has(compared(runbook, title)),
    );
    const unknown = unknownRows(runbook, log, phases);
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
    const all = numberedPhases(context.runbook).map((one) => one.phase);
    const ranked = phases.map((one) => ({ label: one.phase.label, rank: all.indexOf(one.phase) }));
    const edits = logRowEdits(context.runbook, log, ranked);
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

const numbered = phasePattern((words) => `^(?:${words})\\s+\\w+\\s*[:.–—-]?\\s*`, 'i');

function compared(runbook: Runbook, name: string): string {
  return name
    .toLowerCase()
    .replace(numbered(runbook), '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
