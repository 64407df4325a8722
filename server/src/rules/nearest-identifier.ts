/** Guesses which identifier was meant by one that does not exist. */
import type { Definition } from '../index/summary';
import type { WorkspaceView } from '../index/workspace-index';
import { keyOf, type Identifier } from '../model/identifier';

/** The defined identifier that differs from `id` by one digit or by swapped digits, the closest number first; or null. */
export function nearestIdentifier(id: Identifier, workspace: WorkspaceView): Definition | null {
  let best: Definition | null = null;
  for (const candidate of nearNumbers(id.number)) {
    const definition = workspace.definition(keyOf({ ...id, number: candidate }));
    if (definition === undefined || definition.stub) continue;
    if (best === null || Math.abs(candidate - id.number) < Math.abs(best.id.number - id.number))
      best = definition;
  }
  return best;
}

function* nearNumbers(number: number): Iterable<number> {
  const digits = String(number).padStart(3, '0');
  for (let place = 0; place < digits.length; place++) {
    for (let digit = 0; digit <= 9; digit++) {
      const changed = Number(digits.slice(0, place) + String(digit) + digits.slice(place + 1));
      if (changed !== number) yield changed;
    }
    const swapped =
      digits.slice(0, place) + (digits[place + 1] ?? '') + (digits[place] ?? '') + digits.slice(place + 2);
    if (swapped.length === digits.length && Number(swapped) !== number) yield Number(swapped);
  }
}
