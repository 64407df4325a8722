/** Refuses lines that would become part of a block without an end. */
import { openBlockAround } from '../../document/open-block';
import type { Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { words } from '../../text/say';
import { ChangeRefused } from './workspace-change';

/** @throws ChangeRefused where one of the edits of a document inserts lines into a fence or a comment that never ends. */
export function refuseInOpenBlock(runbook: Runbook, edits: readonly Edit[]): void {
  for (const edit of edits) {
    const open = openBlockAround(runbook, edit);
    if (open === undefined) continue;
    const line = runbook.lines.lineAt(open.span.start) + 1;
    throw new ChangeRefused(
      words`The code block or comment that begins in line ${line} has no end. Close it first.`,
    );
  }
}
