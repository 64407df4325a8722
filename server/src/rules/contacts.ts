/** Whom to call, as feature and release runbooks list them. */
import type { Runbook } from '../model/runbook';
import { holdsNoWords, passagesIn, type Passage } from './section-lookup';
import { cellWords, columnOf, tablesWithin } from './table-cells';

export interface Contacts {
  readonly passage: Passage;
  /** Whether somebody can be reached by it. */
  readonly filled: boolean;
}

/** The contacts of a document, those with content first; null where it has none. */
export function contactsOf(runbook: Runbook): Contacts | null {
  const whole = { start: 0, end: runbook.text.length };
  let empty: Contacts | null = null;
  for (const passage of passagesIn(
    runbook,
    /\bcontacts?(?: list| information| details)?$|^who to (?:contact|call)\b|^on-?call (?:roster|rotation|list)$/,
    whole,
  )) {
    const filled = isFilled(runbook, passage);
    if (filled) return { passage, filled };
    empty ??= { passage, filled };
  }
  return empty;
}

/** A table counts when some row says more than the role. */
function isFilled(runbook: Runbook, { content, span }: Passage): boolean {
  if (holdsNoWords(runbook, content)) return false;
  const [table] = tablesWithin(runbook, span);
  if (table === undefined) return true;
  const role = Math.max(0, columnOf(table, /^(?:role|function|team)\b/));
  return table.rows.some(({ cells }) =>
    cells.some((cell, index) => index !== role && /[\p{L}\p{N}]/u.test(cellWords(runbook, cell))),
  );
}
