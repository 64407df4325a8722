/** The lines that go along with a phase when it moves, and behind which another one can be put. */
import type { Phase, Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { encloses, type Span } from '../../text/span';
import { gapAbove } from '../entries/gap-lines';
import { regionsOf, type Region } from '../entries/region-markers';
import { isInstruction } from '../placeholders/template-instruction';
import { playbookPhases } from './playbook-phases';

export interface PhaseBlock {
  readonly phase: Phase;
  /** Whole lines from the anchors above the heading to the last words, without the last line ending. */
  readonly span: Span;
}

/** The blocks of the phases of a playbook, in order. Rules and blank lines between them belong to none. */
export const phaseBlocks = rememberOf((runbook: Runbook): readonly PhaseBlock[] => {
  const phases = playbookPhases(runbook);
  return phases.map((phase, index): PhaseBlock => {
    const { headSpan, span } = phase;
    const isOwn = ({ closing }: Region): boolean =>
      closing !== null && closing.start >= headSpan.start && closing.start < span.end;
    const floor = phases[index - 1]?.headSpan.end ?? runbook.frontMatter?.span.end ?? 0;
    const start = gapAbove(runbook, headSpan.start, floor, isOwn).to;
    // that of a bold line ends with its words
    const below = gapAbove(runbook, runbook.lines.startFrom(span.end), headSpan.end, () => true);
    let end = Math.max(headSpan.end, below.from);
    for (const { region, end: closed } of below.closings)
      if (region.opening.start >= start && closed > end) end = closed;
    return { phase, span: { start, end: withoutInstruction(runbook, { start: headSpan.end, end }) } };
  });
});

/** Whether a region begins in a block and ends elsewhere, or the reverse: then it cannot move. */
export function isBound(runbook: Runbook, { span }: PhaseBlock): boolean {
  return regionsOf(runbook).all.some(
    ({ opening, closing, form }) =>
      (closing === null && form !== 'section' && encloses(span, opening)) ||
      (closing !== null && encloses(span, opening) !== encloses(span, closing)),
  );
}

/** The end of a stretch without `[Add more phases as needed]` and the rule above it, which stand behind all phases. */
function withoutInstruction({ lines }: Runbook, { start, end }: Span): number {
  let line = lines.lineAt(end);
  const last = lines.textOf(line).trim();
  if (!/^\[[^[\]]*\]$/.test(last) || !isInstruction(last)) return end;
  const first = lines.lineAt(start);
  do line--;
  while (line > first && /^(?:-{3,}|\*{3,}|_{3,})?$/.test(lines.textOf(line).trim()));
  return lines.spanOf(line).end;
}
