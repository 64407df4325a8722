/** Changes of a text as data. */
import type { Span } from './span';

/** Replaces the text of `span` by `newText`. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text after all edits. Spans refer to the text before any of them.
 * @throws RangeError when two edits overlap or one lies outside the text: the caller's mistake, never a document's.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, newText } of sorted) {
    if (span.start < at || span.end < span.start || span.end > text.length) {
      throw new RangeError(
        `edit ${String(span.start)}-${String(span.end)} overlaps another or lies outside the text`,
      );
    }
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Where something can be put in front of a text: behind its byte order mark. */
export function startOfText(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0;
}

/** The line ending that a text uses: that of its first line, `\n` when it has one line only. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n');
  return at > 0 && text.charCodeAt(at - 1) === 0x0d ? '\r\n' : '\n';
}
