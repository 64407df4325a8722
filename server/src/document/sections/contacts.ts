/** Whom to call, as feature and release runbooks list them. */
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { holdsNoWords, passagesIn, type Passage } from './section-lookup';
import { cellWords, columnOf, tablesWithin } from './table-cells';

export interface Contacts {
  readonly passage: Passage;
  /** Whether it says how to reach a contact. */
  readonly filled: boolean;
}

/** The contacts of a document, those with content first; null where it has none. */
export function contactsOf(runbook: Runbook): Contacts | null {
  return contactsWithin(runbook, { start: 0, end: runbook.text.length });
}

/** The contacts in a stretch that say whom to reach; null where there are none. */
export function contactsIn(runbook: Runbook, within: Span): Passage | null {
  const found = within.end > within.start ? contactsWithin(runbook, within) : null;
  return found?.filled === true ? found.passage : null;
}

const duration = /\b\d{1,3}[ \t-]?(?:m|min|mins|minutes?|h|hours?)\b/gi;
const waitingFor =
  /\b(?:if|after|when|within|longer than|more than|past|no (?:answer|response|reply|reaction|ack\w{0,12}))\b/i;
const turningTo =
  /^[^.\n]{0,60}?(?::|→|->|\bcall\b|\bpage\b|\bcontact\b|\bescalate\b|\bask\b|\bnotify\b)[ \t*_`]{0,6}(?:to[ \t]|the[ \t])?[@A-Za-z]/i;

const turnedTo =
  /(?:\b(?:call|page|contact|escalate|ask|notify|ping)[ \t]{1,3}(?:to[ \t]{1,3})?(?:the[ \t]{1,3})?[@#A-Za-z]|(?:^|[\s(])[@#][\w-]{2,40}\b)/i;

/** Whether a line says after how much time whom to turn to: "If no answer in 15 minutes: CTO". */
export function namesTimeLimit(words: string): boolean {
  if (!/\d[ \t-]?(?:m|h)/i.test(words)) return false;
  for (const { 0: whole, index } of words.matchAll(duration)) {
    const before =
      words
        .slice(Math.max(0, index - 80), index)
        .split(/[.\n]/)
        .at(-1) ?? '';
    const after = words.slice(index + whole.length, index + whole.length + 90);
    if (waitingFor.test(before) && (turningTo.test(after) || turnedTo.test(before))) return true;
  }
  return false;
}

function contactsWithin(runbook: Runbook, whole: Span): Contacts | null {
  let empty: Contacts | null = null;
  for (const passage of passagesIn(
    runbook,
    /\bcontacts?(?: list| information| details)?$|^who to (?:contact|call)\b|^(?:kontakte|ansprechpartner|ansprechpersonen|contactos|contatos|連絡先|연락처)$|^on-?call (?:roster|rotation|list)$/,
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
