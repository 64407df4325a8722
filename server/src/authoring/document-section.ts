/** Inserts a section of the document's own, at the place that the templates give it. */
import type { Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { endOfContent, insertBlockAfter, joinLines } from './insertion';

/** Puts `lines` in front of the first H2 whose name matches `followers`, else at the end of the document. */
export function insertDocumentSection(runbook: Runbook, lines: readonly string[], followers: RegExp): Edit {
  const next = runbook.headings.find(({ depth, key }) => depth === 2 && followers.test(key));
  if (next === undefined) {
    return insertBlockAfter(runbook, endOfContent(runbook, { start: 0, end: runbook.text.length }), lines);
  }
  const { start } = next.span;
  return { span: { start, end: start }, newText: joinLines(runbook, [...lines, '', '']) };
}
