/**
 * The running text of a document, read once all its blocks are known: only then it is known which labels are defined.
 */
import type { Inline } from '../../../model/markdown';
import type { Span } from '../../../text/span';
import { code, isLineEnd, isSpaceOrTab } from './characters';
import { scanInlines } from './scan-inlines';
import { TagFinder } from './tags';
import { giveUp } from './unsure';

interface InlineJob {
  readonly into: Inline[];
  readonly start: number;
  readonly end: number;
  /** The lines as pairs of offsets when what stands between them is to be blanked out, else null. */
  readonly lines: readonly number[] | null;
  /** The paragraph whose start moves behind a task list box, with the offset behind the box. */
  readonly task: { readonly paragraph: { span: Span }; readonly from: number } | null;
}

export class InlineJobs {
  readonly #text: string;
  readonly #jobs: InlineJob[] = [];
  readonly #defined = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  define(label: string): void {
    this.#defined.add(label);
  }

  /** Words that stand on one line. The array fills when the jobs run. */
  line({ start, end }: Span): Inline[] {
    const into: Inline[] = [];
    if (end > start) this.#jobs.push({ into, start, end, lines: null, task: null });
    return into;
  }

  /** Words over several lines, given as pairs of offsets. In quotes the marks between the lines are no words. */
  lines({ start, end }: Span, lines: readonly number[], inQuote: boolean): Inline[] {
    const into: Inline[] = [];
    this.#jobs.push({ into, start, end, lines: inQuote && lines.length > 2 ? lines : null, task: null });
    return into;
  }

  paragraph(
    paragraph: { span: Span; inlines: Inline[] },
    lines: readonly number[],
    inQuote: boolean,
    opensItem: boolean,
  ): void {
    const { start, end } = paragraph.span;
    const from = opensItem ? this.#behindBox(start, lines[1] ?? end, end) : start;
    this.#jobs.push({
      into: paragraph.inlines,
      start: from,
      end,
      lines: inQuote && lines.length > 2 ? lines : null,
      task: from === start ? null : { paragraph, from },
    });
  }

  run(isDefined: (label: string) => boolean): void {
    const known = (label: string): boolean => this.#defined.has(label) || isDefined(label);
    const tags = new TagFinder(this.#text);
    for (const { into, start, end, lines, task } of this.#jobs) {
      const source = lines === null ? tags : new TagFinder(blankedBetween(this.#text, start, end, lines));
      scanInlines(source, lines === null ? 0 : start, start, end, known, into);
      if (task !== null && into[0]?.span.start !== task.from + 1)
        task.paragraph.span = { start: task.from + 1, end };
    }
  }

  /** Offset behind the task list box with which an item's first paragraph starts, or `start` when there is none. */
  #behindBox(start: number, lineEnd: number, end: number): number {
    const text = this.#text;
    if (text.charCodeAt(start) !== 91 || text.charCodeAt(start + 2) !== 93) return start;
    const mark = text.charCodeAt(start + 1);
    if (mark !== 88 && mark !== 120 && !isSpaceOrTab(mark)) return start;
    const after = start + 3;
    if (after >= end) return start;
    if (after >= lineEnd) return isLineEnd(text.charCodeAt(after)) ? giveUp('box without words') : start;
    if (!isSpaceOrTab(text.charCodeAt(after))) return start;
    let at = after;
    while (at < lineEnd && isSpaceOrTab(text.charCodeAt(at))) at++;
    // a line break right behind the box stays with it
    const breaks = at >= lineEnd || (text.charCodeAt(at) === code.backslash && at + 1 >= lineEnd);
    return breaks ? giveUp('box without words') : after;
  }
}

/** The text from `start` to `end` with spaces for all that stands between its lines, line endings excepted. */
function blankedBetween(text: string, start: number, end: number, lines: readonly number[]): string {
  let blanked = '';
  let at = start;
  for (let i = 0; i < lines.length; i += 2) {
    const from = Math.max(start, lines[i] ?? start);
    const to = Math.min(end, lines[i + 1] ?? end);
    if (from > at) blanked += text.slice(at, from).replace(/[^\r\n]/g, ' ');
    blanked += text.slice(from, to);
    at = to;
  }
  return blanked;
}
