/**
 * Headings without a blank behind their hashes, `##Escalation`. CommonMark takes them for text; their authors, and some
 * generators of sites, for headings. Only what is plainly one is: the name of a part, a step, a phase or an entry, and what
 * looks like these in the same text.
 */
import type { Block, Heading, Inline, Paragraph } from '../model/markdown';
import { identifierSource } from '../model/identifier';
import { plainText } from '../model/plain-text';
import { roleOf } from '../model/vocabulary';
import { trimSpan, type Span } from '../text/span';
import { readLead } from './sequence';

/** The blocks with such headings for what Markdown sees; the same blocks where there is none. */
export function withTightHeadings(text: string, blocks: readonly Block[]): readonly Block[] {
  const isPlain = (one: Block): boolean =>
    one.type === 'paragraph' && headingOf(text, one.span, one.inlines, 0)?.isNamed === true;
  if (!blocks.some(isPlain)) return blocks;
  return blocks.flatMap((block) => (block.type === 'paragraph' ? partsOf(text, block) : [block]));
}

const marks = /^(#{1,6})(?=[\p{L}\p{N}*_\p{Extended_Pictographic}])/u;
const entryTitle = new RegExp(
  `^${identifierSource}(?=[ \\t]*(?:[:|—–]|- |\\[(?:DEPRECATED|[Dd]eprecated)\\]|$))`,
);

/** The headings that a paragraph begins with, and the rest of it. */
function partsOf(text: string, { span, inlines }: Paragraph): Block[] {
  const parts: Block[] = [];
  let rest = span;
  let next = 0;
  for (let found; (found = headingOf(text, rest, inlines, next)) !== null;) {
    const { heading, isNamed } = found;
    // among headings of this form another one is one, too, where it stands alone
    if (!isNamed && heading.span.end < rest.end) break;
    parts.push(heading);
    next += heading.inlines.length;
    rest = trimSpan(text, { start: heading.span.end, end: rest.end });
    if (rest.start === rest.end) return parts;
  }
  return [...parts, { type: 'paragraph', span: rest, inlines: inlines.slice(next) }];
}

/** The heading that the first line of some words looks like, with the inlines from the `next` on, and whether its words say that it is one. */
function headingOf(
  text: string,
  span: Span,
  inlines: readonly Inline[],
  next: number,
): { readonly heading: Heading; readonly isNamed: boolean } | null {
  if (text.charAt(span.start) !== '#') return null;
  const source = text.slice(span.start, Math.min(span.end, span.start + longest));
  const line = source.split(/\r?\n|\r/, 1)[0] ?? '';
  const depth = depths[(marks.exec(line)?.[1]?.length ?? 0) - 1];
  if (depth === undefined || line.length === longest) return null;
  const content = trimSpan(text, { start: span.start + depth, end: span.start + line.length });
  const own: Inline[] = [];
  for (let at = next; at < inlines.length; at++) {
    const inline = inlines[at];
    if (inline === undefined || inline.span.start >= content.end) break;
    if (inline.span.end > content.end) return null;
    own.push(inline);
  }
  const words = plainText(text, content, own);
  // one hash is as good as none: `#rollback` is a tag
  const isNamed =
    entryTitle.test(words) || (depth > 1 && (roleOf(words) !== null || readLead(words) !== null));
  if (!isNamed && (depth === 1 || !/^\p{Lu}/u.test(words))) return null;
  const heading: Heading = {
    type: 'heading',
    span: { start: span.start, end: content.end },
    depth,
    content,
    inlines: own,
  };
  return { heading, isNamed };
}

/** Longest line that is looked at, in UTF-16 units. */
const longest = 300;
const depths = [1, 2, 3, 4, 5, 6] as const;
