/** Hover over a phase, where it stands or where it is named: what it is for and how far it is. */
import type { Phase, Runbook } from '../../model/runbook';
import type { HoverRequest, HoverText } from './hover-request';
import { phasePlaceAt } from '../shared/phase-places';
import { escapeMarkdown, firstWords } from '../shared/plain-words';

/** Objective, gate, dependencies and rollback of the phase that is named at an offset, or null. */
export function hoverPhase({ runbook, offset }: HoverRequest): HoverText | null {
  const place = phasePlaceAt(runbook, offset);
  if (place === null) return null;
  const { phase, span } = place;
  if (phase.rollout !== null) return { span, words: ofRollout(runbook, phase, phase.rollout) };
  const objective = phase.objective === null ? '' : firstWords(runbook, phase.objective.content);
  const words = [
    `**${nameOf(phase)}**`,
    objective === '' ? '**No objective**' : escapeMarkdown(objective),
    gateOf(phase),
    dependenciesOf(runbook, phase),
    `Rollback: ${phase.rollback === null || phase.rollback.empty ? '**no**' : 'yes'}`,
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

function gateOf({ criteria, gateCriteria }: Phase): string {
  const boxes = criteria.flatMap(({ box }) => box ?? []);
  if (boxes.length === 0) return gateCriteria === null ? 'Gate: **none**' : 'Gate: no checkboxes';
  const ticked = boxes.filter(({ checked }) => checked).length;
  return `Gate: ${String(ticked)} of ${String(boxes.length)} checked`;
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
