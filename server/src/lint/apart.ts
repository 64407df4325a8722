/** Chooses fixes that can be applied together. Knows where they write, not why. */
import { firstFrom, type Span } from '../text/span';
import type { Fix } from './rule';

/** The first candidates, `most` at the utmost, whose edits neither overlap nor touch. */
export function apart<C extends Pick<Fix, 'edits'>>(candidates: readonly C[], most: number): C[] {
  const taken = new Map<string, Span[]>();
  const batch: C[] = [];
  for (const candidate of candidates) {
    if (batch.length >= most) break;
    const isFree = [...candidate.edits].every(([uri, edits]) =>
      edits.every(({ span }) => isApart(taken.get(uri) ?? [], span)),
    );
    if (!isFree) continue;
    for (const [uri, edits] of candidate.edits) {
      const own = taken.get(uri) ?? [];
      for (const { span } of edits) own.splice(firstFrom(own, span.start, startOf), 0, span);
      taken.set(uri, own);
    }
    batch.push(candidate);
  }
  return batch;
}

/** Whether a span neither overlaps nor touches any of those that are taken, which are in order and apart from each other. */
function isApart(taken: readonly Span[], { start, end }: Span): boolean {
  const next = firstFrom(taken, start, startOf);
  return (taken[next]?.start ?? Infinity) > end && (taken[next - 1]?.end ?? -1) < start;
}

function startOf({ start }: Span): number {
  return start;
}
