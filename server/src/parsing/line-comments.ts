/** Comments that renderers of Markdown take out of a text and Markdown itself does not know. */
import type { Span } from '../text/span';
import type { FlowNode } from './flow';

// in Obsidian, in MDX, and two of site generators
const patterns: readonly RegExp[] = [
  /%%[^%]{0,400}%%/g,
  /\{\/\*[^*{]{0,400}\*\/\}/g,
  /\{#[ \t][^#{]{0,400}#\}/g,
  /\{%-? ?comment\b[^%{]{0,80}%\}[^%{]{0,400}\{%-? ?endcomment ?-?%\}/g,
];
const sign = /%%|\{\/\*|\{#[ \t]|\{%-? ?comment\b/;

/** Whether a text may hold such a comment. */
export function mayHoldLineComments(text: string): boolean {
  return sign.test(text);
}

/** The comments of a line in order, with offsets from its start; none overlaps another. */
export function lineComments(line: string): readonly Span[] {
  if (!sign.test(line)) return [];
  const found = patterns.flatMap((pattern) =>
    Array.from(line.matchAll(pattern), ({ 0: whole, index }) => ({
      start: index,
      end: index + whole.length,
    })),
  );
  let end = 0;
  return found
    .sort((a, b) => a.start - b.start)
    .filter((span) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}

/** The comments of several lines that such signs in lines of their own enclose, none over a heading. */
export function blockComments(text: string, flow: readonly FlowNode[]): readonly Span[] {
  const found: Span[] = [];
  let open: { readonly start: number; readonly close: string } | null = null;
  for (const { type, span } of flow) {
    if (type === 'heading') open = null;
    if (type !== 'line') continue;
    const line = text.slice(span.start, span.end);
    if (open !== null && line.endsWith(open.close)) {
      found.push({ start: open.start, end: span.end });
      open = null;
    } else if (open === null && (line === '%%' || (line.startsWith('{/*') && !line.includes('*/}'))))
      open = { start: span.start, close: line === '%%' ? '%%' : '*/}' };
  }
  return found;
}
