/** A risk of weight that no runbook answers (`domain.md` section 5, Traceability). */
import { keyOf } from '../../model/identifier';
import type { DocumentTable, Entry, FieldValue, Runbook } from '../../model/runbook';
import type { TableRow } from '../../model/markdown';
import { firstFrom } from '../../text/span';
import { bodyOf, referencesIn } from '../entry-text';
import { nameSpanOf, valueOf, wordsAt } from '../fields';
import { defineRule, type Match, type RuleContext } from '../rule';

interface UnansweredRisk extends Match {
  readonly entry: Entry;
  /** What makes it weigh: `Impact High`. */
  readonly weight: string;
}

export const riskWithoutRunbook = defineRule<UnansweredRisk>({
  meta: {
    name: 'risk-without-runbook',
    summary: 'A high or medium risk that no runbook names',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Traceability',
  },
  *find(context) {
    const { runbook, workspace, quiet } = context;
    // where nobody keeps runbooks, none can answer
    if (quiet || !workspace.owns('RUN')) return;
    for (const entry of runbook.entries) {
      if (entry.id.prefix !== 'RISK' || entry.stub || entry.deprecated !== null) continue;
      const read = reader(runbook, entry);
      if (read === null || closed.test(read('status'))) continue;
      const weight = weightOf(read);
      if (weight !== null && !isNamedByRunbook(entry, context))
        yield { span: nameSpanOf(entry), entry, weight };
    }
  },
  word({ entry, weight }, { runbook }) {
    const [own] = referencesIn(runbook, bodyOf(entry)).flatMap(({ id }) =>
      id?.prefix === 'RUN' ? [id.text] : [],
    );
    const advice =
      own === undefined
        ? `Name ${entry.id.text} in the Linked IDs of the runbook that answers it, or write that runbook`
        : `${own} is named here: name ${entry.id.text} in its Linked IDs`;
    return {
      message: `${entry.id.text} (${weight}) is named by no runbook: when it happens, nobody finds what to do. ${advice}.`,
    };
  },
});

const closed =
  /^(?:closed|resolved|retired|deprecated|obsolete|done|completed?|mitigated|accepted|eliminated|expired|rejected|cancell?ed)\b/i;
const heavy = /^(?:very |extremely )?(?:high|medium|critical|severe)\b/i;

/** Reads the fields of a risk with a body, or the cells of its row in a register; null for other forms. */
function reader(runbook: Runbook, entry: Entry): ((...keys: readonly string[]) => string) | null {
  if (entry.form === 'heading' || entry.form === 'plain') {
    const words = (value: FieldValue | undefined): string =>
      value === undefined ? '' : wordsAt(runbook, value.token);
    return (...keys) => words(valueOf(entry, ...keys)).replace(/^[*_`\s]+/, '');
  }
  if (entry.form !== 'table') return null;
  const table = tableAt(runbook, entry);
  const row = table?.rows.find(({ span }) => span.start === entry.span.start);
  return table === undefined || row === undefined ? null : (...keys) => cellOf(runbook, table, row, keys);
}

function tableAt({ tables }: Runbook, { span }: Entry): DocumentTable | undefined {
  return tables[firstFrom(tables, span.start + 1, (table) => table.block.span.start) - 1];
}

function cellOf(
  runbook: Runbook,
  { columns }: DocumentTable,
  { cells }: TableRow,
  keys: readonly string[],
): string {
  const cell = cells[columns.findIndex((name) => keys.includes(name))];
  return cell === undefined ? '' : wordsAt(runbook, cell.span).replace(/^[*_`\s]+/, '');
}

function weightOf(read: (...keys: readonly string[]) => string): string | null {
  const impact = heavy.exec(read('impact'));
  if (impact !== null) return `Impact ${impact[0]}`;
  const likelihood = heavy.exec(read('likelihood', 'probability'));
  return likelihood === null ? null : `Likelihood ${likelihood[0]}`;
}

function isNamedByRunbook({ id }: Entry, { workspace }: RuleContext): boolean {
  return workspace.references(keyOf(id)).some(({ within, excluded, uri }) => {
    if (excluded !== null) return false;
    if (within.startsWith('RUN-')) return true;
    const own = workspace.document(uri)?.definitions ?? [];
    return (
      within === '' &&
      own.some((definition) => definition.form === 'file-name' && definition.id.prefix === 'RUN')
    );
  });
}
