/** The words of a stretch of Markdown without its inline markup. */
import type { Inline } from './markdown';
import type { Span } from '../text/span';

/** The words of `span`: markup characters, link targets and raw HTML left out, entities and escapes resolved. */
export function plainText(text: string, span: Span, inlines: readonly Inline[]): string {
  const hidden: Span[] = [];
  for (const inline of inlines) {
    if (inline.span.start < span.start || inline.span.end > span.end) continue;
    switch (inline.type) {
      case 'strong':
      case 'delete':
        hide(hidden, inline.span, markerLength(text, inline.span));
        break;
      case 'emphasis':
        hide(hidden, inline.span, 1);
        break;
      case 'code':
        hidden.push(
          { start: inline.span.start, end: inline.content.start },
          { start: inline.content.end, end: inline.span.end },
        );
        break;
      case 'link':
        hidden.push(
          { start: inline.span.start, end: inline.text.start },
          { start: inline.text.end, end: inline.span.end },
        );
        break;
      case 'image':
      case 'html':
        hidden.push(inline.span);
        break;
      case 'footnote-reference':
        hidden.push(inline.span);
        break;
    }
  }
  if (hidden.length > 1) hidden.sort((a, b) => a.start - b.start);
  let words = '';
  let at = span.start;
  for (const { start, end } of hidden) {
    if (start > at) words += text.slice(at, start);
    at = Math.max(at, end);
  }
  words += text.slice(at, span.end);
  if (/[\\&]/.test(words))
    words = words
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
  return (/[\t\r\n]| {2}/.test(words) ? words.replace(/[ \t\r\n]+/g, ' ') : words).trim();
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function hide(hidden: Span[], span: Span, length: number): void {
  hidden.push({ start: span.start, end: span.start + length }, { start: span.end - length, end: span.end });
}

/** `**` and `__` are two characters, `~` may be one or two. */
function markerLength(text: string, span: Span): number {
  return text.charAt(span.start) === text.charAt(span.start + 1) ? 2 : 1;
}
