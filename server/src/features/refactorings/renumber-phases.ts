/** Numbers the phases of a document without gaps, with everything in it that names them. */
import { numberedPhases } from '../../document/phases/playbook-phases';
import { touches } from '../../text/span';
import { phasePlaces } from '../shared/phase-places';
import { phaseLinkEdits, together } from '../shared/phase-link-words';
import { spelledLikePhase } from '../../document/phases/phase-spelling';
import { withLinks } from '../shared/moved-fragments';
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
  const edits = phasePlaces(runbook).flatMap(({ phase, number: span }) => {
    const key = wanted.get(phase);
    const written = runbook.text.slice(span.start, span.end);
    return key === undefined ? [] : [{ span, newText: spelledLikePhase(written, key) }];
  });
  if (edits.length === 0) return;
  yield {
    title: context.say`Renumber the phases`,
    kind: 'refactor.rewrite',
    edits: together(
      withLinks(context, uri, edits),
      phaseLinkEdits(context, uri, runbook, (phase, written) => {
        const key = wanted.get(phase);
        return key === undefined ? null : spelledLikePhase(written, key);
      }),
    ),
  };
}
