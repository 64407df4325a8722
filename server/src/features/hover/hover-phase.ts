/** Hover over a phase, where it stands or where it is named: what it is for and how far it is. */
import type { Phase, Runbook } from '../../model/runbook';
import type { HoverRequest, HoverText } from './hover-request';
import { gateBoxes, gateOf, tickedOf } from '../../document/phases/phase-gate';
import { isUnwritten, partState, type PartState } from '../../document/sections/part-state';
import { rollbackState } from '../../document/sections/rollback-plan';
import type { Say } from '../../text/say';
import { phasePlaceAt } from '../shared/phase-places';
import { escapeMarkdown, firstWords } from '../shared/plain-words';

/** Objective, gate, dependencies and rollback of the phase that is named at an offset, or null. */
export function hoverPhase({ context: { say }, runbook, offset }: HoverRequest): HoverText | null {
  const place = phasePlaceAt(runbook, offset);
  if (place === null) return null;
  const { phase, span } = place;
  if (phase.rollout !== null) return { span, words: ofRollout(say, runbook, phase, phase.rollout) };
  const words = [
    `**${nameOf(say, phase)}**`,
    objectiveOf(say, runbook, phase),
    gateWords(say, runbook, phase),
    dependenciesOf(say, runbook, phase),
    rollbackWords(say, rollbackState(runbook, phase.rollback)),
  ].filter((line) => line !== '');
  const duration = phase.duration === null ? '' : firstWords(runbook, phase.duration.content, 60);
  if (duration !== '') words.push(say`Estimated duration: ${escapeMarkdown(duration)}`);
  return { span, words: words.join('\n\n') };
}

/** A rollout phase has no gate and no way back of its own: what counts is who gets it. */
function ofRollout(
  say: Say,
  runbook: Runbook,
  { label, title, headSpan, span }: Phase,
  shares: readonly number[],
): string {
  const name = title.replace(/(?<!\s)\s*\([^()%]*%[^()]*\)\s*$/, '');
  const about = firstWords(runbook, { start: headSpan.end, end: span.end });
  return [
    `**${nameOf(say, { label, title: name })}**`,
    say`Rollout: ${shares.map((share) => `${String(share)} %`).join(' → ')}`,
    ...(about === '' ? [] : [escapeMarkdown(about)]),
  ].join('\n\n');
}

function rollbackWords(say: Say, state: PartState): string {
  switch (state) {
    case 'present':
      return say`Rollback: yes`;
    case 'unwritten':
      return say`Rollback: **to be filled in**`;
    case 'missing':
      return say`Rollback: **no**`;
  }
}

function objectiveOf(say: Say, runbook: Runbook, { objective }: Phase): string {
  switch (partState(runbook, objective)) {
    case 'missing':
      return say`**No objective**`;
    case 'unwritten':
      return say`Objective: **to be filled in**`;
    case 'present':
      return objective === null ? '' : escapeMarkdown(firstWords(runbook, objective.content));
  }
}

function gateWords(say: Say, runbook: Runbook, phase: Phase): string {
  const gate = gateOf(phase);
  if (gate === null) return say`Gate: **none**`;
  if (isUnwritten(runbook, gate)) return say`Gate: **to be filled in**`;
  const { done, total } = tickedOf(gateBoxes(runbook, phase));
  return total === 0 ? say`Gate: no checkboxes` : say`Gate: ${done} of ${total} checked`;
}

function dependenciesOf(say: Say, { phases }: Runbook, { dependsOn }: Phase): string {
  const names = dependsOn.map(({ key, label }) => {
    const needed = phases.find((phase) => phase.rollout === null && phase.key === key);
    return needed === undefined ? say`Phase ${label} (missing)` : nameOf(say, needed);
  });
  return names.length === 0 ? '' : say`Requires ${[...new Set(names)].join(', ')}`;
}

function nameOf(say: Say, { label, title }: Pick<Phase, 'label' | 'title'>): string {
  return title === '' ? say`Phase ${label}` : say`Phase ${label}: ${escapeMarkdown(title)}`;
}
