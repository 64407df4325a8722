/** Headings of both forms, from lines that are known to be one. */
import type { Heading } from '../../../model/markdown';
import type { Span } from '../../../text/span';
import { code, isSpaceOrTab } from './characters';
import type { InlineJobs } from './inline-jobs';

/** The heading on the line from `first` to `end` that starts with so many `#`s. */
export function toHeading(
  text: string,
  first: number,
  marks: number,
  end: number,
  jobs: InlineJobs,
): Heading {
  const content = headingWords(text, first + marks, end);
  return {
    type: 'heading',
    span: { start: first, end },
    depth: toDepth(marks),
    content,
    inlines: jobs.line(content),
  };
}

/** The words between the opening and the closing `#`s; an empty span at the line's end when there are none. */
function headingWords(text: string, from: number, end: number): Span {
  let start = from;
  while (start < end && isSpaceOrTab(text.charCodeAt(start))) start++;
  let stop = trimmedEnd(text, start, end);
  let content = stop;
  while (content > start && text.charCodeAt(content - 1) === code.hash) content--;
  if (content === start) stop = start;
  else if (content < stop && isSpaceOrTab(text.charCodeAt(content - 1)))
    stop = trimmedEnd(text, start, content);
  return stop > start ? { start, end: stop } : { start: end, end };
}

/** The heading that an underline which ends at `end` makes of the lines of a paragraph, given as pairs of offsets. */
export function toUnderlinedHeading(
  text: string,
  lines: readonly number[],
  depth: 1 | 2,
  end: number,
  inQuote: boolean,
  jobs: InlineJobs,
): Heading {
  const start = lines[0] ?? end;
  const content = { start, end: trimmedEnd(text, start, lines.at(-1) ?? end) };
  return {
    type: 'heading',
    span: { start, end },
    depth,
    content,
    inlines: jobs.lines(content, lines, inQuote),
  };
}

function trimmedEnd(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && isSpaceOrTab(text.charCodeAt(stop - 1))) stop--;
  return stop;
}

function toDepth(marks: number): Heading['depth'] {
  return marks === 1 ? 1 : marks === 2 ? 2 : marks === 3 ? 3 : marks === 4 ? 4 : marks === 5 ? 5 : 6;
}
