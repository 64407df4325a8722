/** Steps without the word and without a number that Markdown counts: lines that count themselves, headings, bold lines. */
import type { Label, Section } from '../model/runbook';
import { firstFrom, trimSpan, type Span } from '../text/span';
import type { FlowLine, FlowNode } from './flow';
import { instructs } from './instructions';
import { readLineLead } from './sequence';
import type { FoundSteps, StepFrame } from './step-frame';

/** Lines outside of lists that count themselves: `1️⃣ Stop the pool`, `(1) Stop`, `a) Stop`; two at least. */
export function countedLines(
  text: string,
  flow: readonly FlowNode[],
  { start, end }: Span,
): FoundSteps | null {
  const found: { readonly line: FlowLine; readonly lead: { number: string; length: number } }[] = [];
  for (let i = firstFrom(flow, start, (node) => node.span.start); i < flow.length; i++) {
    const node = flow[i];
    if (node === undefined || node.span.start >= end) break;
    if (node.type !== 'line' || node.depth > 0) continue;
    const lead = readLineLead(text.slice(node.span.start, Math.min(node.span.end, node.span.start + 12)));
    if (lead !== null) found.push({ line: node, lead });
  }
  if (found.length < 2) return null;
  return {
    form: 'list',
    frames: found.map(({ line, lead }, index): StepFrame => {
      const titleSpan = { start: line.span.start + lead.length, end: line.span.end };
      return frameOf(text, String(index + 1), titleSpan, {
        start: line.span.start,
        end: found[index + 1]?.line.span.start ?? end,
      });
    }),
  };
}

/** Headings right below a section of steps, or else its bold lines, whose words instruct; two at least. */
export function unnumberedSteps(text: string, section: Section, labels: readonly Label[]): FoundSteps | null {
  const headings = section.children.flatMap(({ heading, role, span }): StepFrame[] =>
    heading !== null && role === null && instructs(heading.title)
      ? [frameOf(text, '', heading.titleSpan, span)]
      : [],
  );
  if (headings.length > 1) return { form: 'section', frames: counted(headings) };
  const bold = labels.filter(
    ({ carrier, item, role, name }) =>
      carrier === 'bold' && item === null && role === null && instructs(name),
  );
  if (bold.length < 2) return null;
  const frames = bold.map(({ nameSpan, span }, index) =>
    frameOf(text, '', nameSpan, {
      start: span.start,
      end: Math.max(span.end, bold[index + 1]?.span.start ?? section.body.end),
    }),
  );
  return { form: 'bold', frames: counted(frames) };
}

function counted(frames: readonly StepFrame[]): StepFrame[] {
  return frames.map((frame, index) => ({ ...frame, number: String(index + 1) }));
}

function frameOf(text: string, number: string, titleSpan: Span, span: Span): StepFrame {
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
