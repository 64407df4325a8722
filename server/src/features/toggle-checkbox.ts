/** Ticks and clears checkboxes, in lists and in tables. */
import { checkboxesIn } from '../document/sections/checkboxes';
import type { CheckBox } from '../model/markdown';
import type { Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

/** The checkboxes on the lines of a selection, in order. */
export function checkboxesOn(runbook: Runbook, { start, end }: Span): readonly CheckBox[] {
  const { lines } = runbook;
  return checkboxesIn(runbook, {
    start: lines.startOf(lines.lineAt(start)),
    end: lines.spanOf(lines.lineAt(end)).end,
  });
}

/** The edits that tick the boxes, or clear them when all of them are ticked. */
export function toggle(boxes: readonly CheckBox[]): Edit[] {
  return setBoxes(
    boxes,
    boxes.some(({ checked }) => !checked),
  );
}

/** The edits after which all of the boxes are ticked, or none. */
export function setBoxes(boxes: readonly CheckBox[], ticked: boolean): Edit[] {
  return boxes
    .filter(({ checked }) => checked !== ticked)
    .map(({ span }) => ({ span, newText: ticked ? '[x]' : '[ ]' }));
}
