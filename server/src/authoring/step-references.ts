/** Words that name steps by number, outside of code: "back to step 2". */
import { inlineCode } from '../document/steps/inline-code';
import type { Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { Coverage } from '../text/coverage';
import { rememberOf } from '../text/remember';
import { encloses, type Span } from '../text/span';

/**
 * The edits after which words of a stretch name steps by their new numbers (`shifted`: old → new). None where the stretch
 * holds several procedures with steps of their own numbers: it is unknown which of them is meant.
 */
export function stepReferenceEdits(
  runbook: Runbook,
  within: Span,
  shifted: ReadonlyMap<string, string>,
): Edit[] {
  const { procedures, text } = runbook;
  const inside = procedures.filter(({ span, form }) => form !== 'list' && encloses(within, span));
  if (inside.length > 1) return [];
  const own = new Set(procedures.flatMap((one) => one.steps.map(({ numberSpan }) => numberSpan.start)));
  const code = codeOf(runbook);
  const edits: Edit[] = [];
  const words = text.slice(within.start, within.end);
  for (const { 0: whole, index, 1: number = '' } of words.matchAll(
    /(?<![\w-])steps?[ \t]{1,4}(\d{1,3})(?!\w|\.\d|[ \t]{0,4}%)/gi,
  )) {
    const end = within.start + index + whole.length;
    const newText = shifted.get(number);
    if (newText === undefined || newText === number || own.has(end - number.length)) continue;
    const span = { start: end - number.length, end };
    if (!code.encloses(span)) edits.push({ span, newText });
  }
  return edits;
}

/** Code, in which a number is none of ours: `migrate up --steps 1`. A fence of steps speaks to people. */
const codeOf = rememberOf(
  ({ blocks, fences, procedures }: Runbook) =>
    new Coverage([
      ...inlineCode(blocks),
      ...fences
        .map(({ span }) => span)
        .filter((span) => !procedures.some(({ fence }) => fence?.span.start === span.start)),
    ]),
);
