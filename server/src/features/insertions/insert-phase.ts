/** Inserts a phase into a playbook: the phases behind it count on, and all that names them follows. */
import { phaseInsertion, type NoPhaseReason } from '../../authoring/insert-phase';
import { playbookPhases } from '../../document/phases/playbook-phases';
import type { Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import type { FeatureContext } from '../shared/feature-context';
import { phaseNumberEdits } from '../shared/phase-numbers';
import { type Words, words } from '../../text/say';
import { ChangeRefused } from '../shared/workspace-change';

const reasons: Readonly<Record<NoPhaseReason, Words>> = {
  numbers: words`The phases are not numbered one after the other here. Renumber the phases first.`,
  quote: words`Phases in a quote cannot be added. Write the phase by hand.`,
};

/**
 * The edits by document that insert a phase as the `index`th, from 0; in the document itself the phase comes first. What is
 * to be filled in stands in brackets.
 * @throws ChangeRefused where there is no room for a phase.
 */
export function insertPhase(context: FeatureContext, uri: string, index: number): Map<string, Edit[]> {
  const runbook = context.runbook(uri);
  if (runbook === undefined) throw new ChangeRefused(words`The document is not known.`);
  const found = phaseInsertion(runbook, index);
  if (typeof found === 'string') throw new ChangeRefused(reasons[found]);
  const { block, registers, shifted } = found;
  return phaseNumberEdits(context, uri, runbook, shifted, [block, ...registers]);
}

/** The index of a phase that is inserted at an offset: behind the phase around it, or behind the last one before it. */
export function phaseIndexAt(runbook: Runbook, offset: number): number {
  return playbookPhases(runbook).filter(({ headSpan }) => headSpan.start <= offset).length;
}
