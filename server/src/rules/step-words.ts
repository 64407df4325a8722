/** The prose of steps, item by item: what the rules about wording read. Code, links and comments are left out. */
import type { Procedure, Runbook, Step } from '../model/runbook';
import { rememberOf } from '../text/remember';
import { firstFrom, trimSpan, type Span } from '../text/span';

/** A line of a step's prose. */
export interface StepLine {
  readonly step: Step;
  readonly procedure: Procedure;
  readonly span: Span;
  /** Whether the line is the step's title. */
  readonly title: boolean;
}

/** The lines of all steps, each once, in order. Fenced code is no prose; steps inside a fence are. */
export const stepLines = rememberOf((runbook: Runbook): readonly StepLine[] => [...readStepLines(runbook)]);

function* readStepLines(runbook: Runbook): Iterable<StepLine> {
  const { lines, text, fences, comments } = runbook;
  let behind = 0;
  for (const procedure of runbook.procedures) {
    for (const step of procedure.steps) {
      const titleLine = lines.lineAt(step.titleSpan.start);
      const to = lines.lineAt(Math.max(step.span.start, step.span.end - 1));
      for (let line = lines.lineAt(step.span.start); line <= to; line++) {
        const span = trimSpan(text, lines.spanOf(line));
        if (span.start < behind || span.end === span.start) continue;
        behind = span.end;
        const fence = around(fences, (one) => one.span, span.start);
        if (fence !== null && procedure.fence === null) {
          line = Math.max(line, lines.lineAt(Math.max(fence.span.start, fence.span.end - 1)));
          continue;
        }
        if (around(comments, (one) => one, span.start) !== null) continue;
        yield {
          step,
          procedure,
          span,
          title: titleLine === line,
        };
      }
    }
  }
}

function around<T>(items: readonly T[], spanOf: (item: T) => Span, offset: number): T | null {
  const item = items[firstFrom(items, offset + 1, (one) => spanOf(one).start) - 1];
  return item !== undefined && offset < spanOf(item).end ? item : null;
}

/** The words of a line, with code, link targets and addresses blanked out: offsets are those of its span. */
export function proseOf({ text }: Runbook, { span }: StepLine): string {
  return blanked(text.slice(span.start, span.end));
}

function blanked(words: string): string {
  if (!/[`(<]|https?:/.test(words)) return words;
  return words.replace(/(`+)[^`]*\1|\]\([^)\s]*\)|<!--.*?(?:-->|$)|https?:\/\/\S+/g, (code) =>
    ' '.repeat(code.length),
  );
}
