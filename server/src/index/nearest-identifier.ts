/** Guesses which identifier was meant by one that does not exist. */
import type { Definition } from './summary';
import type { WorkspaceView } from './workspace-view';
import { keyOf, numbersNear, type Identifier } from '../model/identifier';

/** The defined identifier that differs from `id` by one digit or by swapped digits, the closest number first; or null. */
export function nearestIdentifier(id: Identifier, workspace: WorkspaceView): Definition | null {
  let best: Definition | null = null;
  for (const candidate of numbersNear(id.number)) {
    const definition = workspace.definition(keyOf({ ...id, number: candidate }));
    if (definition === undefined || definition.stub) continue;
    if (best === null || Math.abs(candidate - id.number) < Math.abs(best.id.number - id.number))
      best = definition;
  }
  return best;
}
