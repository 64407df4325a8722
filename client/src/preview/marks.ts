/** Finds on a rendered line what the language server says is there. */
import type { PreviewBox, PreviewContents, PreviewId } from '../../../protocol/src/preview.js';

/** Words of a line, by UTF-16 units of what a reader sees, and what they are. */
export type Mark = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'id'; readonly id: PreviewId }
  | { readonly kind: 'box'; readonly box: PreviewBox }
  | { readonly kind: 'placeholder' }
);

type OnLine = Pick<PreviewContents, 'ids' | 'placeholders' | 'boxes'>;

/**
 * The marks of a line in order, none over another. Text that is not there, since it is hidden or the document has changed, has none.
 * @param isCell whether the words fill a cell of a table, where only a cell of its own is a box
 */
export function marksIn(words: string, { ids, placeholders, boxes }: OnLine, isCell: boolean): Mark[] {
  const found: Mark[] = [];
  const box = boxes.find(({ text }) => (isCell ? words.trim() === text : words.startsWith(text)));
  if (box !== undefined) {
    const start = words.indexOf(box.text);
    found.push({ kind: 'box', box, start, end: start + box.text.length });
  }
  for (const id of ids)
    for (const start of placesOf(words, id.lead + id.text))
      found.push({
        kind: 'id',
        id,
        start: start + id.lead.length,
        end: start + id.lead.length + id.text.length,
      });
  for (const { text } of placeholders)
    for (const start of placesOf(words, text))
      found.push({ kind: 'placeholder', start, end: start + text.length });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((mark) => {
    if (mark.start < end) return false;
    end = mark.end;
    return true;
  });
}

/** Where a text stands, not as a part of a longer word or number. */
function* placesOf(words: string, text: string): Iterable<number> {
  if (text === '') return;
  for (let at = words.indexOf(text); at >= 0; at = words.indexOf(text, at + text.length)) {
    const before = words.charAt(at - 1);
    const behind = words.charAt(at + text.length);
    const joins =
      (isWord(text.charAt(0)) && (isWord(before) || before === '-')) ||
      (isWord(text.charAt(text.length - 1)) && isWord(behind));
    if (!joins) yield at;
  }
}

function isWord(character: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(character);
}
