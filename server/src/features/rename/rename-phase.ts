/** Renames the number of a phase with everything in the document that names it, and the links to its heading. */
import type { Phase, Runbook } from '../../model/runbook';
import type { FeatureContext } from '../shared/feature-context';
import { namedPhases, phasePlaces } from '../shared/phase-places';
import { keyOfLabel, spelledLikePhase } from '../../document/phases/phase-spelling';
import { phaseLinkEdits, together } from '../shared/phase-link-words';
import { withLinks } from '../shared/moved-fragments';
import { type Words, words } from '../../text/say';
import { changeOf, ChangeRefused, type WorkspaceChange } from '../shared/workspace-change';

/**
 * The change that gives a phase another number; `swap 3` changes places with phase 3. Where the document spells the
 * number otherwise than the heading does, it keeps its own way: `From Phase II` of Phase 2 becomes `From Phase III`.
 * @throws ChangeRefused when the number is none or taken.
 */
export function renamePhase(
  context: FeatureContext,
  runbook: Runbook,
  uri: string,
  phase: Phase,
  typed: string,
): WorkspaceChange {
  const swap = /^\s*(?:swap(?:\s+with)?|<->|↔)\s+((?:\S.*)?)$/i.exec(typed);
  const to = (swap?.[1] ?? typed).replace(/^\s*phase\s+/i, '').trim();
  const phases = namedPhases(runbook);
  const key = keyOfLabel(to, phases);
  if (key === null)
    throw new ChangeRefused(
      words`Invalid phase number "${typed.trim()}". Use a number such as 2, 2a, B, II or two.`,
    );
  const holder = phases.find((other) => other !== phase && other.key === key);
  if (holder !== undefined && swap === null) {
    throw new ChangeRefused(
      words`Phase ${to} already exists (${titleOf(holder)}). Use another number, or type "swap ${to}" to swap the two.`,
    );
  }
  const newNumber = (named: Phase, written: string): string | null => {
    if (named === phase)
      return written === phase.label ? (holder?.label ?? to) : spelledLikePhase(written, key);
    if (swap === null || named !== holder) return null;
    return written === holder.label ? phase.label : spelledLikePhase(written, phase.key);
  };
  const edits = phasePlaces(runbook).flatMap(({ phase: named, number }) => {
    const newText = newNumber(named, runbook.text.slice(number.start, number.end));
    return newText === null ? [] : [{ span: number, newText }];
  });
  const label =
    swap === null
      ? words`Rename Phase ${phase.label} to Phase ${to}`
      : words`Swap Phase ${phase.label} with Phase ${to}`;
  const elsewhere = phaseLinkEdits(context, uri, runbook, newNumber);
  return changeOf(label, together(withLinks(context, uri, edits), elsewhere));
}

function titleOf({ title, label }: Phase): Words | string {
  return title === '' ? words`Phase ${label}` : title;
}
