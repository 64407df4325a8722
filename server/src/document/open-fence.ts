/** The fence that a document ends in: what is put behind its first line would be code. */
import type { Runbook } from '../model/runbook';
import type { Span } from '../text/span';

/** From the first line of the fence to the end of the document; undefined where every fence is closed. */
export function openFence({ blocks }: Runbook): Span | undefined {
  const last = blocks.at(-1);
  return last?.type === 'code' && !last.closed ? last.span : undefined;
}
