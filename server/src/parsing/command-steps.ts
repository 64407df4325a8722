/**
 * Steps that are a line of running text with the code below it: `Export to a backup:` and a fence, or a heading that
 * instructs with a fence right below. They are seen where a document describes work; no rule asks them for more.
 */
import type { Label, Section } from '../model/runbook';
import type { Span } from '../text/span';
import type { FlowLine, FlowNode } from './flow';
import { instructs, namesWork } from './instructions';
import { isOfPart } from './loose-steps';
import { frameOf, nodesIn } from './plain-steps';
import type { FoundSteps, StepFrame } from './step-frame';

/** The lines of a section, its heading among them, that say what to do with the code right below them. */
export function commandSteps(
  text: string,
  flow: readonly FlowNode[],
  { heading, body, role }: Section,
  labels: readonly Label[],
): FoundSteps | null {
  const frames: StepFrame[] = [];
  /** What speaks of code that comes next: the lines of a paragraph; else the heading, until something else was said. */
  let paragraph: FlowLine[] = [];
  let title: Span | null =
    heading?.number === null && saysWork(heading.title, role) ? heading.titleSpan : null;
  let isOpen = false;
  for (const node of nodesIn(flow, body)) {
    if (node.depth > 0 || node.inQuote) {
      paragraph = [];
      isOpen = false;
    } else if (node.type === 'line') {
      if (node.opensParagraph) paragraph = [];
      paragraph.push(node);
      isOpen = false;
    } else if (node.type === 'code') {
      const last = frames.at(-1);
      const [first] = paragraph;
      let lead: Span | null = null;
      if (first === undefined) lead = frames.length === 0 ? title : null;
      else if (!isNoLine(text, first, node, labels)) lead = instructingLine(text, paragraph);
      if (lead !== null) {
        const start = Math.min(lead.start, first?.span.start ?? node.span.start);
        frames.push(frameOf(text, String(frames.length + 1), lead, { start, end: node.span.end }));
        isOpen = true;
      } else if (isOpen && last !== undefined) {
        frames[frames.length - 1] = { ...last, span: { start: last.span.start, end: node.span.end } };
      }
      paragraph = [];
    } else paragraph = [];
    title = null;
  }
  return frames.length === 0 ? null : { form: 'list', frames, isLoose: true };
}

/** Whether the title of a section says what its code does: `Deploy it`, and where it is no part of its own `Draining a node`. */
function saysWork(title: string, role: Section['role']): boolean {
  return role === null ? namesWork(title) : role === 'steps' && instructs(title);
}

/** Whether a paragraph or the code below it belongs to a part that is no work, or opens an admonition: `!!! note`. */
function isNoLine(text: string, { span }: FlowLine, code: FlowNode, labels: readonly Label[]): boolean {
  if (/^(?:!!!|\?\?\?|:::)/.test(text.slice(span.start, span.start + 3))) return true;
  return labels.some(
    (label) =>
      label.role !== 'steps' &&
      (isOfPart(label, code.span) || (label.role !== null && label.span.start === span.start)),
  );
}

/** The line of a paragraph on which a sentence begins that instructs: its first sentence, or the last one. */
function instructingLine(text: string, lines: readonly FlowLine[]): Span | null {
  const [first] = lines;
  if (first === undefined || directs(wordsOf(text, first))) return first?.span ?? null;
  for (const [index, line] of [...lines.entries()].reverse()) {
    const sentences = wordsOf(text, line).split(/(?<=[.!?;])[ \t]{1,3}(?=[A-Z`*])/);
    const before = lines[index - 1];
    const begins = sentences.length > 1 || before === undefined || /[.!?]$/.test(wordsOf(text, before));
    if (begins) return directs(sentences.at(-1) ?? '') ? line.span : null;
  }
  return null;
}

function wordsOf(text: string, { span }: FlowLine): string {
  return text.slice(span.start, span.end);
}

/** Whether a line says what the code below it is to be run for: `Restart it:`, `To list the pods:`, `You can call …`. */
function directs(words: string): boolean {
  return instructs(
    words.replace(/^(?:[^,]{1,80}, )?(?:then |now )?(?:(?:in order )?to|you can|we can) (?=[a-z])/i, ''),
  );
}
