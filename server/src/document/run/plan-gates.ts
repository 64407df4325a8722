/** The gates of a plan: boxes that are to be true before a person goes on, or to be seen to afterwards. */
import type { CheckBox } from '../../model/markdown';
import type { Part, Phase, Runbook } from '../../model/runbook';
import { encloses, type Span } from '../../text/span';
import { gateOf } from '../phases/phase-gate';
import type { PlanBox, PlanGate } from './plan';
import { boxesWithWords, itemsToConfirm, type FoundBox } from './plan-boxes';
import { messagesAfter, messagesBefore } from './plan-messages';
import { partsOf, type PlanScope } from './plan-scope';

/** A gate of some boxes; null where there are none. */
export function gateFrom(id: string, title: string, found: readonly FoundBox[]): PlanGate | null {
  const boxes = found.map((box, index): PlanBox => ({
    id: `${id}.b${String(index + 1)}`,
    words: box.words,
    box: box.box,
    commands: [],
  }));
  return boxes.length === 0 ? null : { id, title, boxes };
}

/** The gate of a phase of a playbook. */
export function gateOfPhase(runbook: Runbook, phase: Phase, id: string): PlanGate | null {
  const part = gateOf(phase);
  return part === null ? null : gateFrom(id, part.name, itemsToConfirm(runbook, part.content));
}

/** What has to be true before anything begins. `inside`: phases and the like, whose own conditions are theirs. */
export function prerequisitesOf(scope: PlanScope, inside: readonly Span[]): PlanGate | null {
  const parts = partsOf(scope, 'prerequisites', inside);
  const found = [
    ...parts.flatMap((part) => itemsToConfirm(scope.runbook, part.content)),
    ...messagesBefore(scope),
  ];
  return gateFrom('pre', parts[0]?.name ?? 'Prerequisites', found);
}

/** What remains to do afterwards. */
export function postOf(scope: PlanScope, inside: readonly Span[]): PlanGate | null {
  const { runbook, entry } = scope;
  // a label says what prevents one issue; in an entry it is that of the entry
  const parts = partsOf(scope, 'post', inside).filter((part) => entry !== null || part.from === 'heading');
  const found = [...messagesAfter(scope), ...parts.flatMap((part) => itemsToConfirm(runbook, part.content))];
  return gateFrom('post', parts[0]?.name ?? 'Afterwards', found);
}

/** Sections with boxes that confirm the work as a whole: smoke tests, validation, a definition of done. */
export function closingParts(scope: PlanScope, inside: readonly Span[]): readonly Part[] {
  return partsOf(scope, 'verification', inside).filter(
    (part) => part.from === 'heading' && boxesWithWords(scope.runbook, part.content).length > 0,
  );
}

/** The boxes of a stretch that stand in none of some spans. */
export function boxesBeside(runbook: Runbook, within: Span, taken: readonly Span[]): FoundBox[] {
  const isTaken = ({ span }: CheckBox): boolean => taken.some((one) => encloses(one, span));
  return boxesWithWords(runbook, within).filter(({ box }) => box !== null && !isTaken(box));
}
