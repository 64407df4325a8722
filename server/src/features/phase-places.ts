/** The places of a document that name its phases, as jumps and highlights see them: with the word "Phase". */
import type { Phase, Runbook } from '../model/runbook';
import { playbookPhases } from '../rules/playbook-phases';
import { encloses, touches, type Span } from '../text/span';
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
  const phases = playbookPhases(runbook);
  const labels = new Map<number, { readonly phase: Phase; readonly span: Span }>();
  for (const { label, span } of phaseLabels(runbook)) {
    const phase = phases.find((one) => one.label === label);
    if (phase !== undefined) labels.set(span.start, { phase, span });
  }
  // a dependency may spell the number otherwise: Phase II, Phase two
  for (const { key, span } of phases.flatMap(({ dependsOn }) => dependsOn)) {
    const phase = phases.find((one) => one.key === key);
    if (phase !== undefined && !labels.has(span.start)) labels.set(span.start, { phase, span });
  }
  return [...labels.values()]
    .filter(({ span }) => !isInOwner(runbook, span))
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ phase, span }) => {
      const lead = /\bphases?\s+$/i.exec(runbook.text.slice(Math.max(0, span.start - 12), span.start));
      const start = span.start - (lead?.[0].length ?? 0);
      return { phase, span: { start, end: span.end }, heading: encloses(phase.heading.titleSpan, span) };
    });
}
