/** Several changes of a text, one after the other, as one. */
import type { Edit } from './edit';

/**
 * The edits that do at once what `first` and then `second` do, whose spans refer to the text in between; both without
 * overlaps. What neither of them touches is in no span of the result. In the order of their places. Cost follows the
 * number of edits.
 */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const firsts = asInserted(inOrder(first));
  const seconds = inOrder(second).map(asReplaced);
  const composed: Edit[] = [];
  // how much further back a place is in the text before
  let by = 0;
  for (let [at, next] = [0, 0]; at < firsts.length || next < seconds.length;) {
    const [toFirst, toSecond] = meeting(firsts, at, seconds, next);
    const [ours, theirs] = [firsts.slice(at, toFirst), seconds.slice(next, toSecond)];
    [at, next] = [toFirst, toSecond];
    const starts = [...ours.slice(0, 1), ...theirs.slice(0, 1)].map(({ start }) => start);
    const ends = [...ours.slice(-1), ...theirs.slice(-1)].map(({ end }) => end);
    const [start, end] = [Math.min(...starts), Math.max(...ends)];
    const startBefore = start + by;
    for (const { edit } of ours) by += edit.span.end - edit.span.start - edit.newText.length;
    composed.push({ span: { start: startBefore, end: end + by }, newText: joined(ours, theirs, end) });
  }
  return composed.filter(({ span, newText }) => span.end > span.start || newText !== '');
}

/** An edit with its place in the text in between: of the first ones what they put there, of the second what they replace. */
interface Placed {
  readonly edit: Edit;
  readonly start: number;
  readonly end: number;
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function asInserted(edits: readonly Edit[]): Placed[] {
  let by = 0;
  return edits.map((edit) => {
    const start = edit.span.start + by;
    by += edit.newText.length - (edit.span.end - edit.span.start);
    return { edit, start, end: start + edit.newText.length };
  });
}

function asReplaced(edit: Edit): Placed {
  return { edit, ...edit.span };
}

/** Up to where edits of both kinds have to become one: the next of one kind alone, or all that reach into each other. */
function meeting(
  firsts: readonly Placed[],
  at: number,
  seconds: readonly Placed[],
  next: number,
): readonly [number, number] {
  let [one, other] = [firsts[at], seconds[next]];
  if (other === undefined || (one !== undefined && one.end <= other.start)) return [at + 1, next];
  if (one === undefined || other.end <= one.start) return [at, next + 1];
  let [toFirst, toSecond] = [at + 1, next + 1];
  for (;;) {
    const [oneMore, otherMore]: readonly (Placed | undefined)[] = [firsts[toFirst], seconds[toSecond]];
    if (oneMore !== undefined && reachInto(oneMore, other)) {
      one = oneMore;
      toFirst++;
    } else if (otherMore !== undefined && reachInto(one, otherMore)) {
      other = otherMore;
      toSecond++;
    } else return [toFirst, toSecond];
  }
}

function reachInto(one: Placed, other: Placed): boolean {
  return one.start < other.end && one.end > other.start;
}

/** What stands in the end where these edits meet, which cover all up to `end`. */
function joined(firsts: readonly Placed[], seconds: readonly Placed[], end: number): string {
  let text = '';
  let from = -Infinity;
  let at = 0;
  const copy = (to: number): void => {
    for (let one = firsts[at]; one !== undefined && one.start < to; one = firsts[at]) {
      text += one.edit.newText.slice(Math.max(0, from - one.start), to - one.start);
      // what is left of it follows what replaces its middle
      if (one.end > to) break;
      at++;
    }
  };
  for (const { edit, start, end: behind } of seconds) {
    copy(start);
    text += edit.newText;
    from = behind;
  }
  copy(end);
  return text;
}
