/** Gives phases other numbers, with everything in the workspace that names them. */
import { spelledLikePhase } from '../../document/phases/phase-spelling';
import type { Phase, Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import type { FeatureContext } from './feature-context';
import { withLinks } from './moved-fragments';
import { phaseLinkEdits, together } from './phase-link-words';
import { numbersInPlan, phasePlaces } from './phase-places';

/** The edits by document after which these phases have these keys. `more` are other edits of the document itself. */
export function phaseNumberEdits(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  wanted: ReadonlyMap<Phase, string>,
  more: readonly Edit[] = [],
): Map<string, Edit[]> {
  const { newNumber, edits } = newPhaseNumbers(runbook, wanted);
  return together(
    withLinks(context, uri, [...more, ...edits]),
    phaseLinkEdits(context, uri, runbook, newNumber),
  );
}

/** The number of a phase in the spelling of what is written, null where it stays; and the edits of the document itself. */
export interface NewPhaseNumbers {
  readonly newNumber: (phase: Phase, written: string) => string | null;
  readonly edits: readonly Edit[];
}

/** The numbers that phases have once they have these keys, wherever the document names them; without links. */
export function newPhaseNumbers(runbook: Runbook, wanted: ReadonlyMap<Phase, string>): NewPhaseNumbers {
  const newNumber = (phase: Phase, written: string): string | null => {
    const key = wanted.get(phase);
    return key === undefined ? null : spelledLikePhase(written, key);
  };
  const edits = [...phasePlaces(runbook), ...numbersInPlan(runbook)].flatMap(({ phase, number: span }) => {
    const written = runbook.text.slice(span.start, span.end);
    const newText = newNumber(phase, written);
    return newText === null || newText === written ? [] : [{ span, newText }];
  });
  return { newNumber, edits };
}
