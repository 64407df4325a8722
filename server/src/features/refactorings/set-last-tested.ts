/** Sets the Last Tested field of a runbook entry to today. */
import { isTestable, lastTested } from '../../authoring/last-tested';
import { changing, rewriteHere, type Refactoring, type RefactoringPlace } from './refactoring';

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
