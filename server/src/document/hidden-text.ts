/**
 * What a fence, comment or HTML hides that never ends, or that goes on over the headings of others: it reads otherwise than
 * it was meant. Knows text, not what rules make of it.
 */
import type { CodeBlock } from '../model/markdown';
import type { Runbook } from '../model/runbook';
import { rememberOf } from '../text/remember';
import type { Span } from '../text/span';
import { openBlocks } from './open-block';

export interface HiddenText {
  readonly by: 'fence' | 'comment' | 'markup';
  /** What opens it: the fence with its language, `<!--`, `<script`. */
  readonly mark: Span;
  /** All of it, with the mark. */
  readonly span: Span;
}

/** What holds fences, and text with headings, on purpose. */
const shows = /^(?:markdown|md|mdx|text|txt|plain|plaintext|diff|patch)\b/i;
const opening = /^ {0,3}(?:`{3,}|~{3,})[ \t]*[A-Za-z]/m;

/** Whether a fence of code goes on over headings to the end of the next one, which then closes it. */
function takesInAnother({ text }: Runbook, { info, content, nested }: CodeBlock): boolean {
  const language = text.slice(info.start, info.end).trim();
  if (language === '' || shows.test(language) || nested.length > 0) return false;
  const code = text.slice(content.start, content.end);
  const next = opening.exec(code);
  return (
    next !== null && /^#{2,6}[ \t]+[A-Z]|^\*\*[A-Z][^*\r\n]{1,60}:?\*\*/m.test(code.slice(0, next.index))
  );
}

/** The hidden parts of a document: those of fences, then those of comments and HTML, each in order. */
export const hiddenTexts = rememberOf((runbook: Runbook): readonly HiddenText[] => {
  const found: HiddenText[] = [];
  for (const { closed, info, span, ...rest } of runbook.fences) {
    if (closed && !takesInAnother(runbook, { closed, info, span, ...rest })) continue;
    const mark = { start: span.start, end: Math.max(info.end, span.start + 3) };
    found.push({ by: 'fence', mark, span });
  }
  for (const { type, span } of openBlocks(runbook)) {
    const mark = type === 'code' ? null : /<!--|<\w+/.exec(runbook.text.slice(span.start, span.end));
    if (mark === null) continue;
    const start = span.start + mark.index;
    found.push({
      by: mark[0] === '<!--' ? 'comment' : 'markup',
      mark: { start, end: start + mark[0].length },
      span: { start, end: span.end },
    });
  }
  return found;
});

const headingLine = /^ {0,3}#{1,6}[ \t]([^\r\n]{1,300})/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;

/** The fragments that headings would have in what is hidden, lower case. */
export const hiddenFragments = rememberOf(
  (runbook: Runbook): ReadonlySet<string> =>
    new Set(
      hiddenTexts(runbook).flatMap(({ span }) =>
        runbook.text
          .slice(span.start, span.end)
          .split(/\r?\n/)
          .flatMap((line, index, lines) => {
            const title = headingLine.exec(line)?.[1] ?? (underline.test(lines[index + 1] ?? '') ? line : '');
            return title.trim() === '' ? [] : [fragmentOf(title)];
          }),
      ),
    ),
);

function fragmentOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}
