/**
 * How far a part of a document is written: the one judgement behind rules, tree, hovers, lenses and reports. What a
 * template left, or a quick fix inserted, is still to be filled in.
 */
import type { Part, Runbook } from '../../model/runbook';
import { holdsOnlyGaps } from '../placeholders/only-gaps';
import { holdsNoWords } from './section-lookup';
import { holdsOnlyEmptyTables } from './table-cells';

/** `unwritten`: its name is there, and nothing below it but template text or marks. */
export type PartState = 'present' | 'unwritten' | 'missing';

/** The state of a part that may be there. */
export function partState(runbook: Runbook, part: Part | null | undefined): PartState {
  if (part == null) return 'missing';
  return isUnwritten(runbook, part) ? 'unwritten' : 'present';
}

/** Whether a part says nothing: no words, or none but the template's. */
export function isUnwritten(runbook: Runbook, { content }: Pick<Part, 'content'>): boolean {
  return (
    holdsNoWords(runbook, content) ||
    holdsOnlyEmptyTables(runbook, content) ||
    holdsOnlyGaps(runbook, content)
  );
}
