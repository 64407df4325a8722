/** Sets the Last Tested field of a runbook entry to today. */
import { entryField, saysNothing } from '../../document/fields/entry-field';
import { putField } from '../../authoring/field-insertion';
import type { Entry, Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { changing, rewriteHere, type Refactoring, type RefactoringPlace } from './refactoring';

const keys = ['last tested', 'tested', 'last test', 'last drill'];

export function* setLastTested(place: RefactoringPlace): Iterable<Refactoring> {
  const { context, runbook, entry } = place;
  if (entry === undefined || !isTestable(runbook, entry)) return;
  const edit = lastTested(runbook, entry, context.today());
  yield* rewriteHere(
    place,
    place.context.say`Set Last Tested of ${entry.id.text} to today`,
    changing(runbook.text, [edit]),
  );
}

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
  const { span } = present.value;
  const words = runbook.text.slice(span.start, span.end);
  const date = /\d{4}-\d{2}-\d{2}/.exec(words);
  if (date === null) return { span, newText: today };
  const start = span.start + date.index;
  return { span: { start, end: start + date[0].length }, newText: today };
}
