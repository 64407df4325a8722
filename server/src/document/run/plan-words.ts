/** The words of a stretch of a document as people read them, cut where their form changes. */
import type { Block, Inline } from '../../model/markdown';
import { shownText } from '../../model/plain-text';
import type { Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { encloses, firstFrom, trimSpan, type Span } from '../../text/span';
import { textOfWords, type PlanWords } from './plan';

interface Running {
  readonly span: Span;
  readonly inlines: readonly Inline[];
}

/** More marks than people put into one paragraph; beyond them words are shown without their form. */
const mostMarks = 200;

/** The words of `span`; of one that reaches over several paragraphs those of each. */
export function wordsIn(runbook: Runbook, span: Span): PlanWords[] {
  const within = trimSpan(runbook.text, span);
  if (within.end <= within.start) return [];
  const all = runningText(runbook);
  const marks: Inline[] = [];
  for (let i = firstFrom(all, within.end, (one) => one.span.start) - 1; i >= 0; i--) {
    const running = all[i];
    if (running === undefined || running.span.end <= within.start) break;
    marks.unshift(...running.inlines.filter((inline) => encloses(within, inline.span)));
    if (running.span.start <= within.start) break;
  }
  if (marks.length > mostMarks) return [plain(shownText(runbook.text, within, marks))];
  return cut(runbook.text, within, marks);
}

/** The words of `span` as one text, without marks. */
export function plainIn(runbook: Runbook, span: Span): string {
  return textOfWords(wordsIn(runbook, span)).trim();
}

/** Paragraphs, headings and cells, in order. */
const runningText = rememberOf(({ blocks }: Runbook): readonly Running[] => {
  const found: Running[] = [];
  collect(blocks, found);
  return found.sort((a, b) => a.span.start - b.span.start);
});

function collect(blocks: readonly Block[], into: Running[]): void {
  for (const block of blocks) {
    if (block.type === 'paragraph') into.push(block);
    else if (block.type === 'heading') into.push({ span: block.content, inlines: block.inlines });
    else if (block.type === 'list') for (const item of block.items) collect(item.blocks, into);
    else if (block.type === 'quote' || block.type === 'footnote') collect(block.blocks, into);
    else if (block.type === 'table') for (const { cells } of block.rows) into.push(...cells);
  }
}

interface Formed {
  readonly span: Span;
  readonly form: PlanWords['form'] | 'hidden';
  readonly target?: string;
}

function cut(text: string, within: Span, marks: readonly Inline[]): PlanWords[] {
  const formed = marks.flatMap((mark) => formsOf(text, mark));
  const edges = new Set([within.start, within.end]);
  for (const { span } of formed) edges.add(span.start).add(span.end);
  const sorted = [...edges].filter((at) => at >= within.start && at <= within.end).sort((a, b) => a - b);
  const found: PlanWords[] = [];
  for (const [index, start] of sorted.entries()) {
    const end = sorted[index + 1];
    if (end === undefined) break;
    const around = formed.filter(({ span }) => encloses(span, { start, end }));
    if (around.some(({ form }) => form === 'hidden')) continue;
    const isCode = around.some(({ form }) => form === 'code');
    const link = around.find(({ form }) => form === 'link');
    const form = isCode ? 'code' : (link?.form ?? around[0]?.form ?? 'plain');
    const source = text.slice(start, end);
    const words = isCode ? source.replace(/[\r\n]+/g, ' ') : shownIn(text, { start, end });
    if (words === '' || form === 'hidden') continue;
    add(found, { text: words, form, ...(link?.target === undefined ? {} : { target: link.target }) });
  }
  return trimmed(found);
}

function add(found: PlanWords[], next: PlanWords): void {
  const last = found.at(-1);
  if (last?.form === next.form && last.target === next.target)
    found.splice(-1, 1, { ...last, text: last.text + next.text });
  else found.push(next);
}

/** The words without blanks at the ends of all of them. */
function trimmed(found: readonly PlanWords[]): PlanWords[] {
  return found
    .map((words, index) => ({
      ...words,
      text: withoutEnds(words.text, index === 0, index === found.length - 1),
    }))
    .filter(({ text }) => text !== '');
}

function withoutEnds(text: string, first: boolean, last: boolean): string {
  const from = first ? text.trimStart() : text;
  return last ? from.trimEnd() : from;
}

/** Words of a stretch that no mark begins or ends in, with a blank where it begins or ends with some. */
function shownIn(text: string, span: Span): string {
  const source = text.slice(span.start, span.end).replace(/[\r\n][ \t]{0,40}>[ \t]?/g, '\n');
  const words = shownText(source, { start: 0, end: source.length }, []);
  if (words === '') return /^\s+$/.test(source) ? ' ' : '';
  return `${/^\s/.test(source) ? ' ' : ''}${words}${/\s$/.test(source) ? ' ' : ''}`;
}

function formsOf(text: string, mark: Inline): Formed[] {
  const { span } = mark;
  const hide = (start: number, end: number): Formed => ({ span: { start, end }, form: 'hidden' });
  switch (mark.type) {
    case 'strong':
      return [hide(span.start, span.start + 2), hide(span.end - 2, span.end), { span, form: 'strong' }];
    case 'emphasis':
      return [hide(span.start, span.start + 1), hide(span.end - 1, span.end)];
    case 'delete': {
      const length = text.charAt(span.start) === text.charAt(span.start + 1) ? 2 : 1;
      return [hide(span.start, span.start + length), hide(span.end - length, span.end)];
    }
    case 'code':
      return [
        hide(span.start, mark.content.start),
        hide(mark.content.end, span.end),
        { span: mark.content, form: 'code' },
      ];
    case 'link':
      return [
        hide(span.start, mark.text.start),
        hide(mark.text.end, span.end),
        ...(mark.form === 'reference'
          ? []
          : [
              {
                span: mark.text,
                form: 'link' as const,
                target: text.slice(mark.target.start, mark.target.end),
              },
            ]),
      ];
    case 'image':
    case 'html':
    case 'footnote-reference':
      return [hide(span.start, span.end)];
  }
}

/** Words without form. */
export function plain(text: string): PlanWords {
  return { text, form: 'plain' };
}
