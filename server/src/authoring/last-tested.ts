/** Writes down when an entry was last tested. */
import { documentField } from '../document/fields/fields';
import { entryField, saysNothing, type FieldPlace } from '../document/fields/entry-field';
import type { Entry, Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { putField } from './field-insertion';

const keys: readonly string[] = ['last tested', 'tested', 'last test', 'last drill'];

/** Whether it says something that an entry was tested: a runbook, or what has a field for it, in force. */
export function isTestable(runbook: Runbook, entry: Entry): boolean {
  if (entry.deprecated !== null) return false;
  return entry.id.prefix === 'RUN' || entryField(runbook, entry, keys) !== undefined;
}

/** A date is replaced and its remark stays; a value without a date gives way as a whole. */
export function lastTested(runbook: Runbook, entry: Entry, today: string): Edit {
  const present = entryField(runbook, entry, keys);
  if (present?.value == null || saysNothing(runbook, present.value))
    return putField(runbook, entry, 'Last Tested', today, present);
  return replaced(runbook, present, today);
}

/** The same for a document that has such a field; null for one that has none. */
export function documentLastTested(runbook: Runbook, today: string): Edit | null {
  const present = documentField(runbook, ...keys);
  return present?.value == null ? null : replaced(runbook, present, today);
}

function replaced({ text }: Runbook, { value, nameSpan }: FieldPlace, today: string): Edit {
  const span = value?.span ?? { start: nameSpan.end, end: nameSpan.end };
  const date = /\d{4}-\d{2}-\d{2}/.exec(text.slice(span.start, span.end));
  if (date === null) return { span, newText: today };
  const start = span.start + date.index;
  return { span: { start, end: start + date[0].length }, newText: today };
}
