/** Offers to tick or clear the checkboxes of the selected lines. */
import { checkboxesOn, toggle } from '../toggle-checkbox';
import type { CheckBox } from '../../model/markdown';
import type { Say } from '../../text/say';
import { rewriteHere, type Refactoring, type RefactoringPlace } from './refactoring';

export function* toggleCheckbox(place: RefactoringPlace): Iterable<Refactoring> {
  const boxes = checkboxesOn(place.runbook, place.selection);
  if (boxes.length === 0) return;
  yield* rewriteHere(place, titleFor(place.context.say, boxes), toggle(boxes));
}

function titleFor(say: Say, boxes: readonly CheckBox[]): string {
  const count = boxes.length;
  if (boxes.some(({ checked }) => !checked))
    return count === 1 ? say`Tick the checkbox` : say`Tick the ${count} checkboxes`;
  return count === 1 ? say`Clear the checkbox` : say`Clear the ${count} checkboxes`;
}
