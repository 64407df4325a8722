/** The places of a document that name its phases, as jumps and highlights see them: with the word "Phase". */
import type { Phase, Runbook } from '../model/runbook';
import { playbookPhases } from '../rules/playbook-phases';
import { touches, type Span } from '../text/span';
import { isOurs } from './folding-ranges';
import { isInOwner } from './owner-field';
import { phaseLabels } from './rename-phase';

export interface PhasePlace {
  readonly phase: Phase;
  /** «Phase 2», or the number alone where the word stands farther off: Phases 1 and «2». */
  readonly span: Span;
  /** Whether this is the heading of the phase itself. */
  readonly heading: boolean;
}

/** The phase that is named at an offset; null in documents that are not ours. */
export function phasePlaceAt(runbook: Runbook, offset: number): PhasePlace | null {
  if (runbook.phases.length === 0) return null;
  return phasePlaces(runbook).find(({ span }) => touches(span, offset)) ?? null;
}

/** All places that name a phase, in order. */
export function phasePlaces(runbook: Runbook): PhasePlace[] {
  if (!isOurs(runbook)) return [];
  const phases = new Map<string, Phase>();
  for (const phase of playbookPhases(runbook)) if (!phases.has(phase.label)) phases.set(phase.label, phase);
  return phaseLabels(runbook).flatMap(({ label, span }) => {
    const phase = phases.get(label);
    if (phase === undefined || isInOwner(runbook, span)) return [];
    const lead = /\bphases?\s+$/i.exec(runbook.text.slice(Math.max(0, span.start - 12), span.start));
    const start = span.start - (lead?.[0].length ?? 0);
    const { titleSpan } = phase.heading;
    return [
      { phase, span: { start, end: span.end }, heading: titleSpan.start <= start && start < titleSpan.end },
    ];
  });
}
