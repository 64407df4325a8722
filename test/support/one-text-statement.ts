/** What edits of one text owe whatever they are about: they tear nothing apart and can be taken back. Part of the statement about edits. */
import { applyEdits, type Edit } from '../../server/src/text/edit';
import { sorted } from './edited-texts';

/** The edits that take edits back; their spans refer to the text after them. */
function inverseOf(text: string, edits: readonly Edit[]): Edit[] {
  let by = 0;
  return sorted(edits).map(({ span, newText }) => {
    const start = span.start + by;
    by += newText.length - (span.end - span.start);
    return { span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) };
  });
}

/** A line feed without a carriage return. */
const bare = /(?<!\r)\n/;

function isBare(text: string): boolean {
  return text.includes('\n') && !text.includes('\r');
}

/** Whether words of a line stand in front of an offset. */
function isWithinLine(text: string, offset: number): boolean {
  return /[^\s][^\r\n]*$/.test(text.slice(Math.max(0, offset - 400), offset));
}

/** Edits of one text: none overlaps another, none tears a character or a line end, and all can be taken back. */
export function inOneText(text: string, edits: readonly Edit[]): string[] {
  const complaints: string[] = [];
  try {
    if (applyEdits(applyEdits(text, edits), inverseOf(text, edits)) !== text)
      complaints.push('undo does not give the old text');
  } catch (error) {
    return [String(error)];
  }
  if (text.startsWith('\ufeff') && edits.some(({ span }) => span.start === 0))
    complaints.push('puts something in front of the byte order mark, or takes it away');
  for (const { span, newText } of edits) {
    const behind = text.slice(span.end);
    if (
      /^[\r\n]/.test(newText) &&
      !/[\r\n]$/.test(newText) &&
      /^[^\r\n]*[^\s]/.test(behind) &&
      isWithinLine(text, span.start) &&
      span.start === span.end
    )
      complaints.push(`tears a line apart: ${JSON.stringify(newText)}`);
    for (const at of [span.start, span.end])
      if (/^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])/.test(text.slice(at - 1, at + 1)) && at > 0)
        complaints.push(`an edit begins or ends inside a character or line end at ${String(at)}`);
    if (
      (text.includes('\r\n') && !bare.test(text) && bare.test(newText)) ||
      (isBare(text) && newText.includes('\r'))
    )
      complaints.push(`inserts line ends that the document does not use: ${JSON.stringify(newText)}`);
  }
  return complaints;
}
