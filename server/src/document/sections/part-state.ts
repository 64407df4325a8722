/**
 * How far a part of a document is written: the one judgement behind rules, tree, hovers, lenses and reports. What a
 * template left, or a quick fix inserted, is still to be filled in.
 */
import type { Part, Runbook } from '../../model/runbook';
import { encloses, type Span } from '../../text/span';
import { holdsOnlyGaps } from '../placeholders/only-gaps';
import { holdsNoWords } from './section-lookup';
import { holdsOnlyEmptyTables } from './table-cells';

/** `unwritten`: its name is there, and nothing below it but template text or marks. */
export type PartState = 'present' | 'unwritten' | 'missing';

/** The state of a part that may be there. */
export function partState(runbook: Runbook, part: Part | null | undefined): PartState {
  if (part == null) return 'missing';
  return isUnwritten(runbook, part) ? 'unwritten' : 'present';
}

/** Whether a part says nothing: no words, or none but the template's. */
export function isUnwritten(
  runbook: Runbook,
  { content, role }: Pick<Part, 'content'> & Partial<Pick<Part, 'role'>>,
): boolean {
  return (
    holdsNoWords(runbook, content) ||
    holdsOnlyEmptyTables(runbook, content) ||
    holdsOnlyGaps(runbook, content) ||
    (role === 'rollback' && holdsOnlyComments(runbook, content))
  );
}

const comment = /^(?:#|\/\/|--|::|rem\b|;)(.*)$/i;
const announces = /\b(?:here|todo|tbd|placeholder|insert|fill in|to be (?:added|defined|done|written))\b/i;

/** Whether a stretch is code in which nothing runs: `...`, and comments that only name what is to be written. */
function holdsOnlyComments({ fences, text }: Runbook, content: Span): boolean {
  const own = fences.filter(({ span }) => encloses(content, span));
  if (own.length === 0) return false;
  let at = content.start;
  for (const { span, content: code } of own) {
    if (/\S/.test(text.slice(at, span.start))) return false;
    at = span.end;
    for (const line of text.slice(code.start, code.end).split('\n')) {
      const words = line.trim();
      if (words === '' || /^(?:\.{2,}|…)$/.test(words)) continue;
      const said = comment.exec(words)?.[1];
      if (said === undefined || (said.trim().split(/\s+/).length > 5 && !announces.test(said))) return false;
    }
  }
  return !/\S/.test(text.slice(at, content.end));
}
