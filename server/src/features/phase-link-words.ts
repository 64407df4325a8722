/** The words of links in other documents that name a phase of this one: [Phase «2»](tide.md#phase-2-switch). */
import type { Phase, Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { linkTargetsOf } from './definition-link';
import type { FeatureContext } from './feature-context';
import { namedPhases } from './phase-places';
import { phaseCalled } from './phase-spelling';
import { linkersOf } from './refactorings/moved-fragments';

const named = /\bphase\s{1,4}(\d{1,3}[a-z]?|[A-Za-z]{1,6})(?![\w%]|\.\d)/gi;

/** The edits by document; `newNumber` gives a phase's number in the spelling of what is written, or null where it stays. */
export function phaseLinkEdits(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  newNumber: (phase: Phase, written: string) => string | null,
): Map<string, Edit[]> {
  const phases = namedPhases(runbook);
  const all = new Map<string, Edit[]>();
  for (const linker of linkersOf(context, [uri])) {
    const document = linker === uri ? undefined : context.runbook(linker);
    if (document === undefined) continue;
    const targets = linkTargetsOf(context, linker);
    const edits = document.links.flatMap((link): Edit[] => {
      const fragment = link.fragment?.toLowerCase();
      const target = fragment === undefined || link.external ? null : targets.of(link);
      if (target?.kind !== 'document' || target.summary.uri !== uri) return [];
      const phase = phases.find(
        ({ heading }) =>
          heading !== null &&
          [heading.slug, heading.gitLabSlug, heading.explicitId?.toLowerCase()].includes(fragment),
      );
      const { start, end } = link.inline.text;
      return [...document.text.slice(start, end).matchAll(named)].flatMap((match): Edit[] => {
        const written = match[1] ?? '';
        if (phase === undefined || phaseCalled(written, phases) !== phase) return [];
        const newText = newNumber(phase, written);
        const to = start + match.index + match[0].length;
        return newText === null || newText === written
          ? []
          : [{ span: { start: to - written.length, end: to }, newText }];
      });
    });
    if (edits.length > 0) all.set(linker, edits);
  }
  return all;
}

/** Two sets of edits by document as one. */
export function together(
  first: ReadonlyMap<string, readonly Edit[]>,
  second: ReadonlyMap<string, readonly Edit[]>,
): Map<string, Edit[]> {
  const all = new Map([...first].map(([uri, edits]) => [uri, [...edits]]));
  for (const [uri, edits] of second) all.set(uri, [...(all.get(uri) ?? []), ...edits]);
  return all;
}
