/** Several changes of a text, one after the other, as one. */
import type { Edit } from './edit';

/**
 * The edits that do at once what `first` and then `second` do, whose spans refer to the text in between; both without
 * overlaps. What neither of them touches is in no span of the result. In the order of their places.
 */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  let edits = inOrder(first);
  // from behind, so that the places of those before stay as they are
  for (const edit of inOrder(second).reverse()) edits = followedBy(edits, edit);
  return edits.filter(({ span, newText }) => span.end > span.start || newText !== '');
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** `span` refers to the text after `edits`, which are in order. */
function followedBy(edits: readonly Edit[], { span: { start, end }, newText }: Edit): Edit[] {
  const [before, after]: [Edit[], Edit[]] = [[], []];
  // how much further back a place is in the text before `edits`
  let by = 0;
  let byAtStart = 0;
  let [head, tail] = ['', ''];
  for (const edit of edits) {
    const from = edit.span.start - by;
    const to = from + edit.newText.length;
    if (after.length > 0 || (from >= end && to > start)) {
      after.push(edit);
      continue;
    }
    by += edit.span.end - edit.span.start - edit.newText.length;
    if (to <= start) {
      before.push(edit);
      byAtStart = by;
    } else {
      head += edit.newText.slice(0, Math.max(0, start - from));
      if (to > end) tail = edit.newText.slice(end - from);
    }
  }
  const span = { start: start - head.length + byAtStart, end: end + tail.length + by };
  return [...before, { span, newText: head + newText + tail }, ...after];
}
