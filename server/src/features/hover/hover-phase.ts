/** Hover over a phase, where it stands or where it is named: what it is for and how far it is. */
import type { Phase, Runbook } from '../../model/runbook';
import type { HoverRequest, HoverText } from './hover-request';
import { gateBoxes, gateOf, tickedOf } from '../../document/phases/phase-gate';
import { isUnwritten, partState, type PartState } from '../../document/sections/part-state';
import { rollbackState } from '../../document/sections/rollback-plan';
import { gateCount } from '../shared/gate-count';
import { phasePlaceAt } from '../shared/phase-places';
import { escapeMarkdown, firstWords } from '../shared/plain-words';

/** Objective, gate, dependencies and rollback of the phase that is named at an offset, or null. */
export function hoverPhase({ runbook, offset }: HoverRequest): HoverText | null {
  const place = phasePlaceAt(runbook, offset);
  if (place === null) return null;
  const { phase, span } = place;
  if (phase.rollout !== null) return { span, words: ofRollout(runbook, phase, phase.rollout) };
  const words = [
    `**${nameOf(phase)}**`,
    objectiveOf(runbook, phase),
    gateWords(runbook, phase),
    dependenciesOf(runbook, phase),
    `Rollback: ${stateWords[rollbackState(runbook, phase.rollback)]}`,
  ].filter((line) => line !== '');
  const duration = phase.duration === null ? '' : firstWords(runbook, phase.duration.content, 60);
  if (duration !== '') words.push(`Estimated duration: ${escapeMarkdown(duration)}`);
  return { span, words: words.join('\n\n') };
}

/** A rollout phase has no gate and no way back of its own: what counts is who gets it. */
function ofRollout(
  runbook: Runbook,
  { label, title, headSpan, span }: Phase,
  shares: readonly number[],
): string {
  const name = title.replace(/(?<!\s)\s*\([^()%]*%[^()]*\)\s*$/, '');
  const about = firstWords(runbook, { start: headSpan.end, end: span.end });
  return [
    `**Phase ${label}${name === '' ? '' : `: ${escapeMarkdown(name)}`}**`,
    `Rollout: ${shares.map((share) => `${String(share)} %`).join(' → ')}`,
    ...(about === '' ? [] : [escapeMarkdown(about)]),
  ].join('\n\n');
}

const stateWords: Readonly<Record<PartState, string>> = {
  present: 'yes',
  unwritten: '**to be filled in**',
  missing: '**no**',
};

function objectiveOf(runbook: Runbook, { objective }: Phase): string {
  switch (partState(runbook, objective)) {
    case 'missing':
      return '**No objective**';
    case 'unwritten':
      return 'Objective: **to be filled in**';
    case 'present':
      return objective === null ? '' : escapeMarkdown(firstWords(runbook, objective.content));
  }
}

function gateWords(runbook: Runbook, phase: Phase): string {
  const gate = gateOf(phase);
  if (gate === null) return 'Gate: **none**';
  if (isUnwritten(runbook, gate)) return `Gate: ${stateWords.unwritten}`;
  const { done, total } = tickedOf(gateBoxes(runbook, phase));
  return total === 0 ? 'Gate: no checkboxes' : `Gate: ${gateCount(done, total)}`;
}

function dependenciesOf({ phases }: Runbook, { dependsOn }: Phase): string {
  const names = dependsOn.map(({ key, label }) => {
    const needed = phases.find((phase) => phase.rollout === null && phase.key === key);
    return needed === undefined ? `Phase ${label} (missing)` : nameOf(needed);
  });
  return names.length === 0 ? '' : `Requires ${[...new Set(names)].join(', ')}`;
}

function nameOf({ label, title }: Phase): string {
  return `Phase ${label}${title === '' ? '' : `: ${escapeMarkdown(title)}`}`;
}
