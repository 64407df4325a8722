/** The entry that a row of an overview stands for. */
import type { Position } from '../../../../protocol/src/messages';
import type { Entry, Runbook } from '../../model/runbook';

/** The entry whose id is at a position, whatever form it has; undefined where the document has changed since. */
export function entryAt(runbook: Runbook, position: Position): Entry | undefined {
  const offset = runbook.lines.offsetAt(position);
  return runbook.entries.find(({ idSpan }) => idSpan.start <= offset && offset <= idSpan.end);
}
