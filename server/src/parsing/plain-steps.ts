/** Steps without the word and without a number that Markdown counts: lines that count themselves, headings, bold lines. */
import type { Label, Section } from '../model/runbook';
import { firstFrom, trimSpan, type Span } from '../text/span';
import type { FlowLine, FlowNode } from './flow';
import { instructs } from './instructions';
import { readLineLead, readLineMark } from './sequence';
import { holdsCommands } from './step-forms';
import type { FoundSteps, StepFrame } from './step-frame';

/** A line with the length of what counts or marks it. */
interface LedLine {
  readonly span: Span;
  readonly length: number;
}

/** Lines outside of lists that count themselves: `1️⃣ Stop the pool`, `(1) Stop`, `a) Stop`; two at least. */
export function countedLines(text: string, flow: readonly FlowNode[], area: Span): FoundSteps | null {
  const found: LedLine[] = [];
  for (const { span, words } of linesIn(text, flow, area)) {
    const lead = readLineLead(words);
    if (lead !== null) found.push({ span, length: lead.length });
  }
  return ledSteps(text, found, area);
}

/**
 * Lines outside of lists with a mark that their author typed for a bullet: `• Stop the pool`, `☐ Stop`; two at least that have
 * the same one. Of those with a picture most have to instruct.
 */
export function markedLines(text: string, flow: readonly FlowNode[], area: Span): FoundSteps | null {
  const byMark = new Map<string, LedLine[]>();
  for (const { span, words } of linesIn(text, flow, area)) {
    const lead = readLineMark(words);
    if (lead === null) continue;
    const own = byMark.get(lead.mark);
    if (own === undefined) byMark.set(lead.mark, [{ span, length: lead.length }]);
    else own.push({ span, length: lead.length });
  }
  for (const [mark, found] of byMark) {
    const doing = found.filter(({ span, length }) => instructs(text.slice(span.start + length, span.end)));
    const isBullet = !/\p{Extended_Pictographic}/u.test(mark) || /[▪▫▶☑✔]/.test(mark);
    if (found.length > 1 && (isBullet || doing.length * 2 >= found.length))
      return ledSteps(text, found, area);
  }
  return null;
}

function* linesIn(
  text: string,
  flow: readonly FlowNode[],
  area: Span,
): Iterable<{ readonly span: Span; readonly words: string }> {
  for (const { type, span, depth } of nodesIn(flow, area))
    if (type === 'line' && depth === 0)
      yield { span, words: text.slice(span.start, Math.min(span.end, span.start + 20)) };
}

function ledSteps(text: string, found: readonly LedLine[], { end }: Span): FoundSteps | null {
  if (found.length < 2) return null;
  const frames = found.map(({ span, length }, index): StepFrame => {
    const titleSpan = { start: span.start + length, end: span.end };
    const next = found[index + 1]?.span.start ?? end;
    return frameOf(text, String(index + 1), titleSpan, { start: span.start, end: next });
  });
  return { form: 'list', frames };
}

/** Lines and blocks that start in a span. */
export function* nodesIn(flow: readonly FlowNode[], { start, end }: Span): Iterable<FlowNode> {
  for (let i = firstFrom(flow, start, (node) => node.span.start); i < flow.length; i++) {
    const node = flow[i];
    if (node === undefined || node.span.start >= end) return;
    yield node;
  }
}

/** Headings right below a section of steps, or else its bold lines, whose words instruct; two at least. */
export function unnumberedSteps(
  text: string,
  flow: readonly FlowNode[],
  section: Section,
  labels: readonly Label[],
): FoundSteps | null {
  const headings = section.children.flatMap(({ heading, role, span }): StepFrame[] =>
    heading !== null && role === null && instructs(heading.title)
      ? [frameOf(text, '', heading.titleSpan, span)]
      : [],
  );
  if (headings.length > 1) return { form: 'section', frames: counted(headings) };
  const working = workingSections(text, flow, section);
  if (working.length > 1) return { form: 'section', frames: counted(working) };
  const bold = labels.filter(
    ({ carrier, item, role, name }) =>
      carrier === 'bold' && item === null && role === null && instructs(name),
  );
  if (bold.length < 2) return instructingParagraphs(text, flow, section.body);
  const frames = bold.map(({ nameSpan, span }, index) =>
    frameOf(text, '', nameSpan, {
      start: span.start,
      end: Math.max(span.end, bold[index + 1]?.span.start ?? section.body.end),
    }),
  );
  return { form: 'bold', frames: counted(frames) };
}

/** Sections whose parts are done one after the other, not one of them as the case may be. */
const sequential =
  /\b(?:steps|procedures?|instructions|workflow|execution|implementation|cut ?over|sequence)$|^(?:how to|tasks$)/;

/** The headings below a section of such a name each of which holds commands. */
function workingSections(
  text: string,
  flow: readonly FlowNode[],
  { heading, children }: Section,
): StepFrame[] {
  if (children.length < 2 || !sequential.test(heading?.key ?? '')) return [];
  const plain = children.filter(({ role }) => role === null);
  if (!plain.every(({ body }) => holdsCommands(text, flow, body))) return [];
  return plain.flatMap(({ heading, span }) =>
    heading === null ? [] : [frameOf(text, '', heading.titleSpan, span)],
  );
}

/** Paragraphs that say what to do, two at least and most of those that stand outside of lists. */
export function instructingParagraphs(
  text: string,
  flow: readonly FlowNode[],
  { start, end }: Span,
): FoundSteps | null {
  const found: FlowLine[] = [];
  let others = 0;
  for (const node of nodesIn(flow, { start, end })) {
    if (node.type !== 'line' || node.depth > 0 || node.inQuote || !node.opensParagraph) continue;
    if (instructs(text.slice(node.span.start, node.span.end))) found.push(node);
    else others++;
  }
  if (found.length < 2 || others > found.length) return null;
  const frames = found.map(({ span }, index) =>
    frameOf(text, '', span, { start: span.start, end: found[index + 1]?.span.start ?? end }),
  );
  return { form: 'list', frames: counted(frames) };
}

function counted(frames: readonly StepFrame[]): StepFrame[] {
  return frames.map((frame, index) => ({ ...frame, number: String(index + 1) }));
}

/** The frame of a step without a number of its own. */
export function frameOf(text: string, number: string, titleSpan: Span, span: Span): StepFrame {
  return {
    number,
    alternative: null,
    numberSpan: { start: titleSpan.start, end: titleSpan.start },
    title: text.slice(titleSpan.start, titleSpan.end),
    titleSpan,
    span: trimSpan(text, span),
    item: null,
    row: null,
  };
}
