/** A feature runbook without recovery objectives. */
import type { Runbook } from '../../../model/runbook';
import { titleSpanOf } from '../../../document/document-title';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { findSection, holdsNoWords, passagesIn } from '../../../document/sections/section-lookup';
import { cellWords } from '../../../document/sections/table-cells';

type Objective = 'RTO' | 'RPO';

const objectives: readonly { readonly name: Objective; readonly pattern: RegExp }[] = [
  { name: 'RTO', pattern: /\brto\b|recovery time objective/ },
  { name: 'RPO', pattern: /\brpo\b|recovery point objective/ },
];

/** `RTO is 4 h and RPO is 0.` */
const sentences: Readonly<Record<Objective, RegExp>> = {
  RTO: /\bRTO\b(?: \([^()\r\n]{1,60}\))?[ \t]?(?:is|of|=|:|≤|<)[ \t]?(?:at most |below |under )?\d/,
  RPO: /\bRPO\b(?: \([^()\r\n]{1,60}\))?[ \t]?(?:is|of|=|:|≤|<)[ \t]?(?:at most |below |under )?\d/,
};

interface MissingRecoveryObjective extends Match {
  readonly missing: Objective | 'both';
}

const messages = new Messages({
  RTO: 'This runbook has no RTO, so responders do not know how much downtime is acceptable. Add it under "Recovery Objectives".',
  RPO: 'This runbook has no RPO, so responders do not know how much data loss is acceptable. Add it under "Recovery Objectives".',
  both: 'This runbook has no RTO and no RPO, so acceptable downtime and data loss are unknown. Add both under "Recovery Objectives".',
});

export const missingRecoveryObjective = defineRule<MissingRecoveryObjective>({
  meta: {
    name: 'missing-recovery-objective',
    summary: 'A feature runbook without RTO or RPO',
    severity: 'information',
    scope: ['feature'],
    since: '0.1.0',
    group: 'feature',
    absentFrom: 'document',
  },
  *find({ runbook }) {
    const whole = { start: 0, end: runbook.text.length };
    const missing = objectives.filter(
      ({ name, pattern }) =>
        !isInTable(runbook, name) &&
        !sentences[name].test(runbook.text) &&
        ![...passagesIn(runbook, pattern, whole)].some(({ content }) => !holdsNoWords(runbook, content)),
    );
    const [first] = missing;
    if (first === undefined) return;
    const section =
      findSection(runbook, /^recovery objectives?$/) ?? findSection(runbook, /^disaster recovery\b/);
    yield {
      span: section?.nameSpan ?? titleSpanOf(runbook),
      missing: missing.length === 1 ? first.name : 'both',
    };
  },
  message({ missing }) {
    return messages.of(missing);
  },
});

/** Whether a table gives the objective a value: in a row or a column of that name. */
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
