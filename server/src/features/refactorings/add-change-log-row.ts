/** Adds a row about an entry to the change log of its file. */
import { changeLogsOf, coverageOf } from '../../document/links/change-log';
import { lineEndingOf } from '../../text/edit';
import { changeLogRow } from '../../authoring/entry-registers';
import { rewriteHere, type Refactoring, type RefactoringPlace } from './refactoring';

export function* addChangeLogRow(place: RefactoringPlace): Iterable<Refactoring> {
  const { context, runbook, entry } = place;
  if (entry === undefined) return;
  const logged = coverageOf(runbook, changeLogsOf(runbook))(entry.id);
  const what = entry.title === '' ? 'entry' : entry.title;
  const addition = changeLogRow(runbook, {
    id: entry.id.text,
    today: context.today(),
    change: `${logged ? 'Updated' : 'Added'} ${what}`,
  });
  if (addition === null) return;
  const { offset, newText } = addition;
  yield* rewriteHere(place, place.context.say`Add a change log row for ${entry.id.text}`, [
    { span: { start: offset, end: offset }, newText: newText.replaceAll('\n', lineEndingOf(runbook.text)) },
  ]);
}
