/** `<summary>` of a `<details>` block, whose words name what is folded away. Raw HTML is looked at, never rendered. */
import { trimSpan, type Span } from '../text/span';

/** What a `<summary>` calls its details, and what the same block of HTML says of them. */
export interface Summary {
  readonly name: string;
  readonly nameSpan: Span;
  /** What stands behind the summary in the same block; empty where the details go on in Markdown. */
  readonly value: Span;
}

const summaryPattern =
  /<summary(?:\s[^<>]{0,200})?>((?:[^<]|<\/?(?:b|strong|i|em|code|h[1-6])>){0,400})<\/summary>/i;
const mark = /<\/?(?:b|strong|i|em|code|h[1-6])>/gi;

/** The first summary in a block of HTML, or null. */
export function readSummaryElement(text: string, block: Span): Summary | null {
  const source = text.slice(block.start, block.end);
  const summary = source.length > 5 && /<summary/i.test(source) ? summaryPattern.exec(source) : null;
  if (summary === null) return null;
  const [whole, inside = ''] = summary;
  const name = inside.replace(mark, '').replace(/\s+/g, ' ').trim().replace(/ ?:$/, '');
  if (name === '') return null;
  const start = block.start + summary.index + whole.indexOf('>') + 1;
  const behind = block.start + summary.index + whole.length;
  const closing = /<\/details/i.exec(source.slice(summary.index + whole.length));
  return {
    name,
    nameSpan: trimSpan(text, { start, end: start + inside.length }),
    value: trimSpan(text, { start: behind, end: closing === null ? block.end : behind + closing.index }),
  };
}

/** Whether a block of HTML ends details that were opened before it. */
export function closesDetails(text: string, { start, end }: Span): boolean {
  return /^<\/details/i.test(text.slice(start, Math.min(end, start + 12)));
}
