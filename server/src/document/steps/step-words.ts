/** The prose of steps, item by item: what the rules about wording read. Code, links and comments are left out. */
import type { Procedure, Runbook, Step } from '../../model/runbook';
import type { Phrases } from '../../text/phrases';
import { rememberOf } from '../../text/remember';
import { firstFrom, trimSpan, type Span } from '../../text/span';
import { wordsAt } from '../fields/fields';
import { isLoose, judgedProcedures, type ProcedureSource } from './judged-procedure';

/** A line of a step's prose. */
export interface StepLine {
  readonly step: Step;
  readonly procedure: Procedure;
  readonly span: Span;
  /** Whether the line is the step's title. */
  readonly title: boolean;
}

/** A phrase in the prose of a step. */
export interface StepPhrase {
  readonly line: StepLine;
  readonly span: Span;
  readonly words: string;
}

/** The first of some phrases in each line of all judged steps, in order; code, links and comments are left out. */
export function* phrasesInSteps(source: ProcedureSource, phrases: Phrases): Iterable<StepPhrase> {
  const { runbook } = source;
  for (const { line, prose } of proseLines(source, phrases)) {
    const found = phrases.first(prose);
    if (found === null) continue;
    const start = line.span.start + found.index;
    const span = { start, end: start + found.length };
    yield { line, span, words: wordsAt(runbook, span) };
  }
}

/** A line with its words: code, link targets and addresses are blanked out, offsets are those of its span. */
interface ProseLine {
  readonly line: StepLine;
  readonly prose: string;
}

/** The lines that may hold some phrases. */
function proseLines(source: ProcedureSource, phrases: Phrases): readonly ProseLine[] {
  const { runbook } = source;
  if (runbook.pieces.length === 1) return allProseLines(source);
  return stepLines(source, phrases.hintsIn(runbook.pieces)).map((line) => ({
    line,
    prose: proseOf(runbook, line),
  }));
}

/** Those of a document in one piece, where nothing hints at phrases: each rule looks at all of them. */
const allProseLines = rememberOf((source: ProcedureSource): readonly ProseLine[] =>
  stepLines(source, () => true).map((line) => ({ line, prose: proseOf(source.runbook, line) })),
);

/** The lines of a step that no step before it has. */
interface StepStretch {
  readonly step: Step;
  readonly procedure: Procedure;
  readonly from: number;
  readonly to: number;
  /** All lines of the step, their ends included. */
  readonly span: Span;
}

/** The lines of all judged steps, each once, in order. */
const stretchesOf = rememberOf((source: ProcedureSource): readonly StepStretch[] => {
  const { runbook } = source;
  const { lines } = runbook;
  const found: StepStretch[] = [];
  // the last line that was read with a step before
  let behind = -1;
  for (const { procedure } of judgedProcedures(source)) {
    if (isLoose(procedure)) continue;
    for (const step of procedure.steps) {
      const from = lines.lineAt(step.span.start);
      const to = lines.lineAt(Math.max(step.span.start, step.span.end - 1));
      const span = { start: lines.startOf(from), end: lines.startOf(to + 1) };
      found.push({ step, procedure, from: Math.max(from, behind + 1), to, span });
      behind = Math.max(behind, lastRead(runbook, procedure, to));
    }
  }
  return found;
});

/** The lines of steps that are worth a look. Fenced code is no prose; steps inside a fence are. */
function stepLines(source: ProcedureSource, isWorthALook: (span: Span) => boolean): StepLine[] {
  const found: StepLine[] = [];
  for (const stretch of stretchesOf(source))
    if (isWorthALook(stretch.span)) take(source.runbook, stretch, isWorthALook, found);
  return found;
}

function take(
  runbook: Runbook,
  { step, procedure, from, to }: StepStretch,
  isWorthALook: (span: Span) => boolean,
  into: StepLine[],
): void {
  const { lines, text, comments } = runbook;
  const titleLine = lines.lineAt(step.titleSpan.start);
  for (let line = from; line <= to; line++) {
    const span = trimSpan(text, lines.spanOf(line));
    if (span.end === span.start) continue;
    const fence = codeAround(runbook, procedure, span.start);
    if (fence !== null) line = Math.max(line, lines.lineAt(Math.max(fence.start, fence.end - 1)));
    else if (isWorthALook(span) && around(comments, (one) => one, span.start) === null)
      into.push({ step, procedure, span, title: titleLine === line });
  }
}

/** The last line of a step that ends with the line `to`: of a fence at its end the first, for steps may stand in the others. */
function lastRead(runbook: Runbook, procedure: Procedure, to: number): number {
  const { lines, text } = runbook;
  const fence = codeAround(runbook, procedure, trimSpan(text, lines.spanOf(to)).start);
  if (fence === null) return to;
  const first = lines.lineAt(fence.start);
  return trimSpan(text, lines.spanOf(first)).start < fence.start ? first + 1 : first;
}

/** The fence around an offset in a step that is not lifted out of one. */
function codeAround({ fences }: Runbook, { fence }: Procedure, offset: number): Span | null {
  return fence === null ? (around(fences, ({ span }) => span, offset)?.span ?? null) : null;
}

function around<T>(items: readonly T[], spanOf: (item: T) => Span, offset: number): T | null {
  const item = items[firstFrom(items, offset + 1, (one) => spanOf(one).start) - 1];
  return item !== undefined && offset < spanOf(item).end ? item : null;
}

function proseOf({ text }: Runbook, { span }: StepLine): string {
  return blanked(text.slice(span.start, span.end));
}

function blanked(words: string): string {
  if (!/[`(<]|https?:/.test(words)) return words;
  return words.replace(/(`+)[^`]*\1|\]\([^()\s]*|<!--(?:(?!-->)[^])*(?:-->)?|https?:\/\/\S+/g, (code) =>
    ' '.repeat(code.length),
  );
}
