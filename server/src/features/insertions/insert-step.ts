/** Inserts a step into a procedure: the steps behind it count on, and the words and links that name them follow. */
import { stepInsertion, type NoStepReason } from '../../authoring/insert-step';
import { stepReferenceEdits } from '../../authoring/step-references';
import { entryFinder } from '../../document/entries/run-entries';
import type { Procedure, Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import type { FeatureContext } from '../shared/feature-context';
import { withLinks } from '../shared/moved-fragments';
import { type Words, words } from '../../text/say';
import { ChangeRefused } from '../shared/workspace-change';

const reasons: Readonly<Record<NoStepReason, Words>> = {
  numbers: words`The steps are not numbered one after the other here. Renumber the steps first.`,
  element: words`Steps in HTML cannot be added. Write the step by hand.`,
  quote: words`Steps in a quote cannot be added. Write the step by hand.`,
};

/**
 * The edits by document that insert a step as the `index`th of a procedure, from 0; in the document itself the step comes
 * first. What is to be filled in stands in brackets.
 * @throws ChangeRefused where there is no room for a step.
 */
export function insertStep(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  procedure: Procedure,
  index: number,
  title?: string,
): Map<string, Edit[]> {
  const found = stepInsertion(runbook, procedure, index, title);
  if (typeof found === 'string') throw new ChangeRefused(reasons[found]);
  const { block, numbers, shifted } = found;
  return withLinks(context, uri, [
    block,
    ...numbers,
    ...stepReferenceEdits(runbook, referredFrom(runbook, procedure), shifted),
  ]);
}

/** Where "step 3" means a step of this procedure: in its entry; for items of a list in the list itself. */
export function referredFrom(runbook: Runbook, { form, span }: Procedure): Procedure['span'] {
  return form === 'list' ? span : (entryFinder(runbook)(span)?.span ?? span);
}

/** The index of a step that is inserted at an offset: behind the step around it, or behind the last one before it. */
export function stepIndexAt({ lines }: Runbook, { steps }: Procedure, offset: number): number {
  const { end } = lines.spanOf(lines.lineAt(offset));
  return steps.filter(({ titleSpan }) => titleSpan.start <= end).length;
}
