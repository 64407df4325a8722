/** Steps that are written as a list of HTML. They are seen; nobody asks them for Markdown that they cannot hold. */
import type { Command } from '../model/runbook';
import { trimSpan, type Span } from '../text/span';
import type { FlowNode } from './flow';
import { instructs } from './instructions';
import { frameOf, nodesIn } from './plain-steps';
import type { FoundSteps } from './step-frame';

const anyTag = /<\/?[a-z][^<>]{0,90}>/gi;

/** The items of the lists of HTML in a span, two at least; of bullets half say what to do. */
export function htmlSteps(text: string, flow: readonly FlowNode[], area: Span): FoundSteps | null {
  const items: Span[] = [];
  let bulleted = false;
  let depth = 0;
  for (const { type, span } of nodesIn(flow, area)) {
    if (type !== 'html') continue;
    for (const { 0: whole, index } of text.slice(span.start, span.end).matchAll(anyTag)) {
      const name = /^<\/?(?:[ou]l|li)(?=[ >])/i.exec(whole)?.[0].toLowerCase();
      if (name === undefined) continue;
      const isList = !name.endsWith('li');
      const opens = !name.startsWith('</');
      if (name.endsWith('ul')) bulleted = true;
      const start = span.start + index;
      const last = items.at(-1);
      if (last !== undefined && last.end > start) items[items.length - 1] = { ...last, end: start };
      if (isList) depth = Math.max(0, depth + (opens ? 1 : -1));
      else if (opens && depth > 0) items.push({ start: start + whole.length, end: area.end });
    }
  }
  if (items.length < 2) return null;
  const frames = items.map((item, index) => {
    const span = trimSpan(text, item);
    const line = text.slice(span.start, span.end).search(/[\r\n]|$/);
    const frame = frameOf(text, String(index + 1), { start: span.start, end: span.start + line }, span);
    return { ...frame, title: frame.title.replace(/<[^<>]{1,200}>/g, '').trim() };
  });
  // bullets are facts as often as steps
  if (bulleted && frames.filter(({ title }) => instructs(title)).length * 2 < frames.length) return null;
  return { form: 'list', frames, isLoose: true };
}

/** The commands that stand in tags of code. */
export function htmlCommands(text: string, { start, end }: Span): Command[] {
  const source = text.slice(start, end);
  if (!source.includes('</')) return [];
  return Array.from(source.matchAll(anyTag)).flatMap(({ 0: whole, index }): Command[] => {
    if (!/^<(?:code|pre|kbd)>$/i.test(whole)) return [];
    const from = index + whole.length;
    const to = source.indexOf('<', from);
    if (to <= from) return [];
    return [{ span: { start: start + from, end: start + to }, form: 'inline', language: '' }];
  });
}
