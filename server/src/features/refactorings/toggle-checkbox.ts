/** Offers to tick or clear the checkboxes of the selected lines. */
import { checkboxesOn, toggle } from '../toggle-checkbox';
import { rewriteHere, type Refactoring, type RefactoringPlace } from './refactoring';

export function* toggleCheckbox(place: RefactoringPlace): Iterable<Refactoring> {
  const boxes = checkboxesOn(place.runbook, place.selection);
  if (boxes.length === 0) return;
  const verb = boxes.some(({ checked }) => !checked) ? 'Tick' : 'Clear';
  const what = boxes.length === 1 ? 'the checkbox' : `the ${String(boxes.length)} checkboxes`;
  yield* rewriteHere(place, place.context.say`${verb} ${what}`, toggle(boxes));
}
