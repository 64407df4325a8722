/** Numbers the steps of the procedure at the cursor from one to the next, with the words that name them. */
import { areTwoWays } from '../../document/steps/number-series';
import type { Procedure, Runbook } from '../../model/runbook';
import { entryFinder } from '../../document/entries/run-entries';
import type { Edit } from '../../text/edit';
import { groupBy } from '../../text/group-by';
import { encloses, touches, type Span } from '../../text/span';
import { numberItems } from '../../authoring/number-items';
import { stepReferenceEdits } from '../../authoring/step-references';
import type { FeatureContext } from '../shared/feature-context';
import { withLinks } from '../shared/moved-fragments';
import type { Refactoring, RefactoringPlace } from './refactoring';

export function* renumberSteps({
  context,
  runbook,
  uri,
  selection,
}: RefactoringPlace): Iterable<Refactoring> {
  const procedure = procedureAt(runbook, selection.start);
  const edits = procedure === undefined ? null : renumberedSteps(context, uri, runbook, procedure);
  if (edits !== null) yield { title: context.say`Renumber the steps`, kind: 'refactor.rewrite', edits };
}

/** The edits by document that number the steps of a procedure; null where there is nothing to do. */
export function renumberedSteps(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  procedure: Procedure,
): Map<string, Edit[]> | null {
  const items = procedure.steps.flatMap(({ item }) => item ?? []);
  const entry = entryFinder(runbook)({ start: procedure.span.start, end: procedure.span.start });
  const edits =
    procedure.form === 'list'
      ? numberItems(runbook, items)
      : renumbered(runbook, procedure, entry?.span ?? procedure.span);
  return edits.length === 0 ? null : withLinks(context, uri, edits);
}

/** The innermost procedure around an offset; the words that name it count as inside. */
export function procedureAt({ procedures }: Runbook, offset: number): Procedure | undefined {
  const around = procedures.filter(
    ({ span, nameSpan }) => touches(span, offset) || touches(nameSpan, offset),
  );
  return around.reduce<Procedure | undefined>(
    (best, one) => (best === undefined || encloses(best.span, one.span) ? one : best),
    undefined,
  );
}

/** Letters, decimals, options of one step and placeholders such as `Step N` are left as they are. */
function renumbered(runbook: Runbook, { steps }: Procedure, within: Span): Edit[] {
  if (steps.some(({ number, alternative }) => !/^\d+$/.test(number) || alternative !== null)) return [];
  if (steps.slice(1).some((step, index) => areTwoWays(steps[index] ?? step, step))) return [];
  const base = steps[0]?.number === '0' ? 0 : 1;
  const edits: Edit[] = [];
  const moved = new Map<string, string>();
  const byNumber = groupBy(steps, ({ number }) => number);
  for (const [index, { number, numberSpan }] of steps.entries()) {
    const wanted = String(base + index);
    if (number !== wanted) edits.push({ span: numberSpan, newText: wanted });
    // a number that two steps had does not tell which of them was meant
    if (byNumber.get(number)?.length === 1) moved.set(number, wanted);
  }
  return edits.length === 0 ? edits : [...edits, ...stepReferenceEdits(runbook, within, moved)];
}
