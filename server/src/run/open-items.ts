/** What is still open where a person wants to go on, in the words of the document. */
import { textOfWords, type PlanBox, type PlanPhase } from '../document/run/plan';
import type { RunFacts } from './facts';

/** The boxes that are not ticked. */
export function openBoxes(boxes: readonly PlanBox[], isTicked: (box: string) => boolean): string[] {
  return boxes.filter(({ id }) => !isTicked(id)).map(({ words }) => textOfWords(words));
}

/** The steps of a phase that are neither done nor skipped. */
export function openSteps({ steps }: PlanPhase, facts: RunFacts): string[] {
  return steps
    .filter(({ id }) => !['done', 'skipped'].includes(facts.items.get(id)?.status ?? 'open'))
    .map(({ number, title }) => (number === '' ? title : `${number}. ${title}`));
}

/** The dependencies of a phase that name phases which are not done. What only a person can tell is not among them. */
export function openDependencies(phase: PlanPhase, facts: RunFacts): string[] {
  return phase.dependencies
    .filter(({ phases }) => phases.length > 0 && !areDone(phases, facts))
    .map(({ words }) => textOfWords(words));
}

/** Whether all of some phases are done. */
export function areDone(phases: readonly string[], facts: RunFacts): boolean {
  return phases.every((id) => ['done', 'skipped'].includes(facts.items.get(id)?.status ?? 'open'));
}
