/** Numbers the phases of a document without gaps, with everything in it that names them. */
import { numberedPhases } from '../../document/phases/playbook-phases';
import type { Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { touches } from '../../text/span';
import type { FeatureContext } from '../shared/feature-context';
import { phaseNumberEdits } from '../shared/phase-numbers';
import type { Refactoring, RefactoringPlace } from './refactoring';

export function* renumberPhases({
  context,
  runbook,
  uri,
  selection,
}: RefactoringPlace): Iterable<Refactoring> {
  const phases = numberedPhases(runbook);
  if (!phases.some(({ phase }) => touches(phase.headSpan, selection.start))) return;
  const edits = renumberedPhases(context, uri, runbook);
  if (edits !== null) yield { title: context.say`Renumber the phases`, kind: 'refactor.rewrite', edits };
}

/** The edits by document that number all phases; null where there is nothing to do, or where it cannot be known. */
export function renumberedPhases(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
): Map<string, Edit[]> | null {
  const phases = numberedPhases(runbook);
  const changed = phases.filter(({ phase, expectedKey }) => phase.key !== expectedKey);
  // roman numbers and words are not written here, and of two phases of one number it is unknown which was meant
  if (changed.length === 0 || changed.some(({ phase }) => !/^(?:\d+|[A-Z])$/.test(phase.label))) return null;
  if (new Set(phases.map(({ phase }) => phase.key)).size < phases.length) return null;
  const wanted = new Map(changed.map(({ phase, expectedKey }) => [phase, expectedKey]));
  return phaseNumberEdits(context, uri, runbook, wanted);
}
