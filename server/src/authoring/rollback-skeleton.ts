/** The lines of a rollback that is still to be written, in the manner of the rollbacks beside it. */
import type { Part, Runbook } from '../model/runbook';

/** A fence as `sibling` has one, or a list; a fence without language where there is no sibling. */
export function rollbackSkeleton({ text }: Runbook, sibling: Part | undefined): string[] {
  const words = sibling === undefined ? '' : text.slice(sibling.content.start, sibling.content.end);
  if (/^\d+[.)]\s/.test(words)) return ['1. [First step back]', '2. [How to see that it worked]'];
  if (/^[-*+]\s/.test(words)) return [`${words.charAt(0)} [First step back]`];
  const fence = /^[ \t]*(`{3,}|~{3,})([^\r\n`]*)/m.exec(words);
  const marks = fence?.[1] ?? '```';
  return [
    `${marks}${fence?.[2]?.trimEnd() ?? ''}`,
    '[First step back]',
    '[How to see that it worked]',
    marks,
  ];
}
