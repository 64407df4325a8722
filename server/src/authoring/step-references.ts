/** Words that name steps by number: "back to step 2". */
import type { Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { encloses, type Span } from '../text/span';

/**
 * The edits after which words of a stretch name steps by their new numbers (`shifted`: old → new). None where the stretch
 * holds several procedures with steps of their own numbers: it is unknown which of them is meant.
 */
export function stepReferenceEdits(
  { procedures, text }: Runbook,
  within: Span,
  shifted: ReadonlyMap<string, string>,
): Edit[] {
  const inside = procedures.filter(({ span, form }) => form !== 'list' && encloses(within, span));
  if (inside.length > 1) return [];
  const own = new Set(procedures.flatMap((one) => one.steps.map(({ numberSpan }) => numberSpan.start)));
  const edits: Edit[] = [];
  const words = text.slice(within.start, within.end);
  for (const { 0: whole, index, 1: number = '' } of words.matchAll(
    /\bsteps?[ \t]+(\d{1,3})(?!\w|\.\d|[ \t]*%)/gi,
  )) {
    const end = within.start + index + whole.length;
    const newText = shifted.get(number);
    if (newText === undefined || newText === number || own.has(end - number.length)) continue;
    edits.push({ span: { start: end - number.length, end }, newText });
  }
  return edits;
}
