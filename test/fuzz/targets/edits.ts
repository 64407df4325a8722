/** Refactorings, renames, moves, formatting, typing: every edit that is offered takes away what it says, and no more. */
import { faultsOfEdits } from '../../support/every-edit-statement';
import { choices, type Case } from '../case';
import type { Target } from '../target';
import { likelyWorkspace, newerWorkspace } from '../texts/workspaces';

export const edits: Target = {
  name: 'edits',
  cases: likelyWorkspace,
  newer: newerWorkspace,
  usualRuns: 40,
  complaintsOf,
};

/** What is wrong with the edits that are offered at a place which the case chooses. */
export function complaintsOf({ files, choice }: Case): string[] {
  const numbers = choices(choice);
  const paths = [...files.keys()];
  const next = (below: number): number => numbers.next().value % below;
  const path = paths[next(paths.length)] ?? '';
  return faultsOfEdits(files, path, offsetIn(files.get(path) ?? '', next), next(1000));
}

/** A place in a text: often one where something can be done. */
function offsetIn(text: string, next: (below: number) => number): number {
  const places = [
    ...text.matchAll(/\b[A-Z]+-\d|^#+ .|\bStep \d|\bPhase |\[[ x]\]|^\d+\. |\]\(#|\balert: /gm),
  ];
  const place = places[next(Math.max(1, places.length))];
  return place === undefined || next(4) === 0
    ? next(text.length + 1)
    : Math.min(text.length, place.index + next(6));
}
