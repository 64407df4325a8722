/** A feature runbook without recovery objectives. */
import type { Runbook } from '../../../model/runbook';
import { titleSpanOf } from '../../../document/document-title';
import { defineRule, type Match } from '../../rule';
import { findSection, holdsNoWords, passagesIn } from '../../../document/sections/section-lookup';
import { cellWords } from '../../../document/sections/table-cells';

const wanted: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'RTO', pattern: /\brto\b|recovery time objective/ },
  { name: 'RPO', pattern: /\brpo\b|recovery point objective/ },
];

interface MissingRecoveryObjective extends Match {
  readonly missing: readonly string[];
}

export const missingRecoveryObjective = defineRule<MissingRecoveryObjective>({
  meta: {
    name: 'missing-recovery-objective',
    summary: 'A feature runbook without RTO or RPO',
    severity: 'information',
    scope: ['feature'],
    since: '0.1.0',
    group: 'feature',
  },
  *find({ runbook }) {
    const whole = { start: 0, end: runbook.text.length };
    const missing = wanted.filter(
      ({ name, pattern }) =>
        !isInTable(runbook, name) &&
        ![...passagesIn(runbook, pattern, whole)].some(({ content }) => !holdsNoWords(runbook, content)),
    );
    if (missing.length === 0) return;
    const section =
      findSection(runbook, /^recovery objectives?$/) ?? findSection(runbook, /^disaster recovery\b/);
    yield { span: section?.nameSpan ?? titleSpanOf(runbook), missing: missing.map(({ name }) => name) };
  },
  message({ missing }) {
    return {
      message: `This runbook gives no ${missing.join(' and no ')}, so nobody knows how much time and data a disaster may cost. Add ${missing.length === 1 ? 'it' : 'them'} under "Recovery Objectives".`,
    };
  },
});

/** Whether a row of a table names an objective and says something of it, or a column of that name does. */
function isInTable(runbook: Runbook, name: string): boolean {
  const word = new RegExp(`\\b${name}\\b`);
  return runbook.tables.some(({ block, rows }) => {
    const column =
      block.rows[0]?.cells.findIndex(({ span }) => word.test(runbook.text.slice(span.start, span.end))) ?? -1;
    return rows.some(({ span, cells }) =>
      column >= 0
        ? cellWords(runbook, cells[column]) !== ''
        : word.test(runbook.text.slice(span.start, span.end)) &&
          cells.some((cell) => cellWords(runbook, cell) !== '' && !word.test(cellWords(runbook, cell))),
    );
  });
}
