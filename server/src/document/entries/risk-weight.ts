/** How much a risk weighs: what its fields, or the cells of its row in a register, say of impact and likelihood. */
import { hasBody } from '../../model/entry';
import type { TableRow } from '../../model/markdown';
import type { DocumentTable, Entry, FieldValue, Runbook } from '../../model/runbook';
import { firstFrom } from '../../text/span';
import { valueOf, wordsAt } from '../fields/fields';

/** What makes a risk high or medium, in the words of the document: `High` as its `impact`. */
export interface RiskWeight {
  readonly by: 'impact' | 'likelihood';
  readonly level: string;
}

/** What makes an open risk high or medium; null for one that is closed, mild or says neither. */
export function weightOf(runbook: Runbook, entry: Entry): RiskWeight | null {
  const read = reader(runbook, entry);
  if (read === null || closed.test(read('status'))) return null;
  const impact = heavy.exec(read('impact'));
  if (impact !== null) return { by: 'impact', level: impact[0] };
  const likelihood = heavy.exec(read('likelihood', 'probability'));
  return likelihood === null ? null : { by: 'likelihood', level: likelihood[0] };
}

const closed =
  /^(?:closed|resolved|retired|deprecated|obsolete|done|completed?|mitigated|accepted|eliminated|expired|rejected|cancell?ed)\b/i;
const heavy = /^(?:very |extremely )?(?:high|medium|critical|severe)\b/i;

/** Reads the fields of a risk with a body, or the cells of its row in a register; null for other forms. */
function reader(runbook: Runbook, entry: Entry): ((...keys: readonly string[]) => string) | null {
  if (hasBody(entry)) {
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
