/**
 * The words of a heading that is underlined and may have several lines. Editors ask for them in one line, and what is typed
 * there says nothing of line ends: those between words that stay are kept. Knows nothing of what a heading is called by.
 */
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';

interface Word extends Span {
  readonly text: string;
}

/** Between two lines of a heading: a line end with the blanks and quote marks around it. */
const lineEnd = /(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t>]*/;

/** The words of a span of a heading in one line. */
export function inOneLine(text: string, { start, end }: Span): string {
  return text.slice(start, end).split(lineEnd).join(' ');
}

/** The edit that gives a span of a heading other words; line ends stay where the words on both sides of them do. */
export function wordsReplaced(text: string, span: Span, newWords: string): Edit {
  const source = text.slice(span.start, span.end);
  if (!lineEnd.test(source)) return { span, newText: newWords };
  const old = wordsIn(source, span.start);
  const words = newWords.split(/\s+/);
  const least = Math.min(old.length, words.length);
  let first = 0;
  while (first < least && old[first]?.text === words[first]) first++;
  let last = 0;
  while (last < least - first && old.at(-1 - last)?.text === words.at(-1 - last)) last++;
  const [above, here, below] = [old[first - 1], old[first], last === 0 ? undefined : old.at(-last)];
  const own = words.slice(first, words.length - last);
  const start = above?.end ?? span.start;
  const end = below?.start ?? span.end;
  // what begins a line may be a mark there
  const gap = (from: Word | undefined, to: Word | undefined, next = to?.text): string => {
    if (from === undefined || to === undefined) return '';
    const between = text.slice(from.end, to.start);
    return lineEnd.test(between) && !/^\p{L}/u.test(next ?? '') ? ' ' : between;
  };
  const tail = gap(old.at(-1 - last), below);
  if (own.length === 0) {
    const lead = gap(above, here, below?.text);
    return { span: { start, end }, newText: above !== undefined && lineEnd.test(lead) ? lead : tail };
  }
  if (first + last < old.length)
    return { span: { start, end }, newText: gap(above, here, own[0]) + own.join(' ') + tail };
  return above === undefined
    ? { span: { start, end: start }, newText: `${own.join(' ')} ` }
    : { span: { start, end: start }, newText: ` ${own.join(' ')}` };
}

function wordsIn(source: string, offset: number): Word[] {
  const found: Word[] = [];
  let at = 0;
  for (const line of source.split(new RegExp(`(${lineEnd.source})`))) {
    if (!lineEnd.test(line))
      for (const { 0: text, index } of line.matchAll(/\S+/g)) {
        const start = offset + at + index;
        found.push({ text, start, end: start + text.length });
      }
    at += line.length;
  }
  return found;
}
