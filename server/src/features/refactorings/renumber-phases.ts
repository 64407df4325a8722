/** Numbers the phases of a document without gaps, with everything in it that names them. */
import { numberedPhases } from '../../document/phases/playbook-phases';
import { touches } from '../../text/span';
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
  const changed = phases.filter(({ phase, expectedKey }) => phase.key !== expectedKey);
  // roman numbers and words are not written here, and of two phases of one number it is unknown which was meant
  if (changed.some(({ phase }) => !/^(?:\d+|[A-Z])$/.test(phase.label))) return;
  if (new Set(phases.map(({ phase }) => phase.key)).size < phases.length) return;
  const wanted = new Map(changed.map(({ phase, expectedKey }) => [phase, expectedKey]));
  if (wanted.size === 0) return;
  yield {
    title: context.say`Renumber the phases`,
    kind: 'refactor.rewrite',
    edits: phaseNumberEdits(context, uri, runbook, wanted),
  };
}
