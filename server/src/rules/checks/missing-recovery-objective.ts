/** A feature runbook without recovery objectives (`domain.md` section 5, Feature runbook). */
import { titleSpanOf } from '../document-title';
import { defineRule, type Match } from '../rule';
import { findSection, holdsNoWords, passagesIn } from '../section-lookup';

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
    source: 'section 5, Feature runbook',
  },
  *find({ runbook }) {
    const whole = { start: 0, end: runbook.text.length };
    const missing = wanted.filter(
      ({ pattern }) =>
        ![...passagesIn(runbook, pattern, whole)].some(({ content }) => !holdsNoWords(runbook, content)),
    );
    const table = runbook.tables.some(({ rows }) =>
      rows.some(({ span }) => /\bR[TP]O\b/.test(runbook.text.slice(span.start, span.end))),
    );
    if (missing.length === 0 || table) return;
    const section =
      findSection(runbook, /^recovery objectives?$/) ?? findSection(runbook, /^disaster recovery\b/);
    yield { span: section?.nameSpan ?? titleSpanOf(runbook), missing: missing.map(({ name }) => name) };
  },
  word({ missing }) {
    return {
      message: `This runbook gives no ${missing.join(' and no ')}, so nobody knows how much time and data a disaster may cost. Add ${missing.length === 1 ? 'it' : 'them'} under "Recovery Objectives".`,
    };
  },
});
