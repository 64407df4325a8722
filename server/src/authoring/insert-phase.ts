/**
 * Inserts a phase into a playbook: numbered, written like its neighbours, with its row in the execution log and its part
 * of the rollback plan. Says which phases have to make room; what names those is not known here.
 */
import { phaseBlocks } from '../document/phases/phase-block';
import { numberedPhases, playbookPhases } from '../document/phases/playbook-phases';
import { spelledLikePhase } from '../document/phases/phase-spelling';
import { findSection } from '../document/sections/section-lookup';
import type { Phase, Runbook } from '../model/runbook';
import { lineEndingOf, type Edit } from '../text/edit';
import { rememberOf } from '../text/remember';
import { insertDocumentSection } from './document-section';
import { endOfContent, insertBlockAfter, joinLines, marksAt } from './insertion';
import { registerPhase } from './phase-registers';
import { isBare, phaseSkeleton } from './phase-skeleton';

export interface PhaseInsertion {
  /** As its heading has it: `3`, `C`, `III`. */
  readonly label: string;
  /** The phase itself, with slots in brackets. */
  readonly block: Edit;
  /** Where the document lists phases. */
  readonly registers: readonly Edit[];
  /** The phases whose number it takes, and those behind them, with the keys that they get. */
  readonly shifted: ReadonlyMap<Phase, string>;
}

/** Why there is no room for a phase at a place. */
export type NoPhaseReason = 'numbers' | 'quote';

/**
 * The edits that insert a phase as the `index`th of a playbook, from 0; behind all others for its number of phases. A string
 * says why nothing can be inserted: the `numbers` of the phases are out of order there, or are none that can be counted on;
 * the phases stand in a `quote`.
 */
export function phaseInsertion(
  runbook: Runbook,
  index: number,
  title = '[Name of the phase]',
): PhaseInsertion | NoPhaseReason {
  const phases = playbookPhases(runbook);
  const previous = phases[index - 1];
  const model = previous ?? phases[index];
  if (model !== undefined && marksAt(runbook, model.headSpan.start) !== '') return 'quote';
  // `### 1. Phase 2: Copy` counts twice; `### 2. Copy` counts once
  if (model?.heading?.number != null && !isBare(model)) return 'numbers';
  const key = keyAt(runbook, index);
  if (key === null) return 'numbers';
  const shifted = shiftedBy(phases, index, key);
  if (shifted === null) return 'numbers';
  const label = spelledLikePhase(model?.label ?? '1', key);
  const required = previous === undefined ? null : (shifted.get(previous) ?? previous.label);
  const lines = phaseSkeleton(runbook, model, { label, title, required });
  return {
    label,
    block: blockAt(runbook, index, lines),
    registers: registerPhase(runbook, { label, rank: index - 0.5 }),
    shifted,
  };
}

/** The key of a phase at an index: one more than that of the phase before. Null where that is none to count on from. */
function keyAt(runbook: Runbook, index: number): string | null {
  const phases = numberedPhases(runbook);
  // a number that is wrong does not say which one is next
  if (phases.slice(0, index + 1).some(({ problem }) => problem !== null)) return null;
  const previous = phases[index - 1]?.phase;
  const next = phases[index]?.phase;
  if (previous === undefined)
    return next === undefined ? '1' : /^(?:[01]|A)$/.test(next.key) ? next.key : null;
  if (previous.alternative !== null && previous.key === next?.key) return null;
  return nextKey(previous.key);
}

/** `3` behind `2` and `2a`, `C` behind `B`; null behind `2.1` and `Z`. */
function nextKey(key: string): string | null {
  const digits = /^(\d{1,3})[a-z]?$/.exec(key)?.[1];
  if (digits !== undefined) return String(Number(digits) + 1);
  return /^[A-Y]$/.test(key) ? String.fromCharCode(key.charCodeAt(0) + 1) : null;
}

/** The phases from an index on that make room for one of this key; null where one of them cannot. */
function shiftedBy(phases: readonly Phase[], index: number, key: string): Map<Phase, string> | null {
  const shifted = new Map<Phase, string>();
  let taken = key;
  for (const phase of phases.slice(index)) {
    const suffix = /^\d+([a-z])$/.exec(phase.key)?.[1];
    if (suffix !== undefined || phase.alternative !== null || phase.key.includes('.')) return null;
    if (phase.key !== taken) break;
    const next = nextKey(phase.key);
    if (next === null) return null;
    shifted.set(phase, next);
    taken = next;
  }
  return shifted;
}

/** Behind the block before, in front of the first one, or where the document has its phases. */
function blockAt(runbook: Runbook, index: number, lines: readonly string[]): Edit {
  const blocks = phaseBlocks(runbook);
  const previous = blocks[index - 1]?.span;
  const divider = dividerOf(runbook);
  if (previous !== undefined) {
    const { end } = previous;
    return { span: { start: end, end }, newText: divider + joinLines(runbook, lines) };
  }
  const first = blocks[0]?.span;
  if (first !== undefined)
    return { span: { start: first.start, end: first.start }, newText: joinLines(runbook, lines) + divider };
  const section = findSection(runbook, /^(?:phases|implementation phases|execution phases|execution)$/);
  if (section !== undefined) {
    const end = endOfContent(runbook, { start: section.nameSpan.end, end: section.span.end });
    return insertBlockAfter(runbook, end, lines);
  }
  return insertDocumentSection(
    runbook,
    ['## Phases', '', ...lines],
    /^(?:decision framework|validation|rollback|communication|metrics|monitoring|post-execution|execution log|notes|appendix)\b/,
  );
}

/** What stands between the phases of a document: a rule between blank lines, or blank lines. */
const dividerOf = rememberOf((runbook: Runbook): string => {
  const { text } = runbook;
  const eol = lineEndingOf(text);
  const blocks = phaseBlocks(runbook);
  const counts = new Map<string, number>();
  for (const [index, { span }] of blocks.entries()) {
    const next = blocks[index + 1]?.span.start;
    const rest = text.slice(span.end, next ?? span.end + 40);
    const rule = /^\s*(-{3,}|\*{3,}|_{3,})\s/.exec(rest)?.[1];
    const between = rule === undefined ? eol + eol : `${eol}${eol}${rule}${eol}${eol}`;
    // what follows the last phase says something only where there is no other
    if (next !== undefined || blocks.length === 1) counts.set(between, (counts.get(between) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? eol + eol;
});
