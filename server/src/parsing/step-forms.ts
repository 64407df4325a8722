/** The forms in which steps are written, each read for itself; `section-steps.ts` decides which of them count where. */
import type { Block, ListItem } from '../model/markdown';
import type { DocumentHeading, Label, Section } from '../model/runbook';
import { roleAmongSteps, type Role } from '../model/vocabulary';
import { firstFrom, trimSpan, type Span } from '../text/span';
import type { FlowNode } from './flow';
import {
  numberOffset,
  readItemLead,
  readLead,
  readLetterLead,
  sequenceKey,
  withoutGeneric,
} from './sequence';
import type { StepFrame } from './step-frame';

/** The headings below a section that begin with Step N. */
export function stepHeadings(text: string, section: Section): readonly StepFrame[] {
  const found: StepFrame[] = [];
  for (const { heading, span } of section.children) {
    if (heading?.lead?.word !== 'step') continue;
    const { titleSpan, lead } = heading;
    const start = titleSpan.start + numberOffset(text.slice(titleSpan.start, titleSpan.end), lead);
    const { number, alternative, title } = lead;
    const numberSpan = { start, end: start + number.length };
    found.push({ number, alternative, numberSpan, title, titleSpan, span, item: null, row: null });
  }
  return withoutGeneric(found, ({ number }) => number);
}

/** The headings below a section that `1.`, `2)` or a keycap digit counts, and that are no sections of another role. */
export function numberedHeadings(text: string, section: Section): StepFrame[] {
  return section.children.flatMap((child): StepFrame[] => {
    const { heading, span } = child;
    if (heading === null || heading.depth < 3 || hasCountedBelow(child)) return [];
    if (heading.number !== null && /^\d+[a-z]?$/.test(heading.number))
      return roleAmongSteps(heading.title) === null
        ? [countedHeading(text, heading, heading.number, span)]
        : [];
    const lead = readItemLead(heading.title);
    return lead !== null &&
      /^\d+$/.test(lead.number) &&
      roleAmongSteps(heading.title.slice(lead.length)) === null
      ? [countedHeading(text, heading, lead.number, span)]
      : [];
  });
}

/** The headings below a section that a letter or Roman number counts: `### A. Stop the writers`. */
export function letteredHeadings(text: string, section: Section): StepFrame[] {
  return section.children.flatMap(({ heading, span }): StepFrame[] => {
    const lead = heading === null ? null : readItemLead(heading.title);
    return heading !== null && lead !== null && /^[A-Z]+$/.test(lead.number)
      ? [countedHeading(text, heading, lead.number, span)]
      : [];
  });
}

/** Headings with a number that say or hold what to do themselves, whatever section they stand below. */
export function workingHeadings(
  text: string,
  section: Section,
  works: (heading: DocumentHeading, body: Span, isAlone: boolean) => boolean,
): StepFrame[] {
  const isAlone = section.children.filter(({ heading }) => heading?.number != null).length < 2;
  return section.children.flatMap((child): StepFrame[] => {
    const { heading, span, body, role } = child;
    if (heading?.number == null || role !== null || hasCountedBelow(child) || !works(heading, body, isAlone))
      return [];
    return [countedHeading(text, heading, heading.number, span)];
  });
}

/** Whether a heading that counts something stands right below a section, which is then no step itself. */
function hasCountedBelow({ children }: Section): boolean {
  return children.some(
    ({ heading }) => heading !== null && (heading.number !== null || heading.lead?.word === 'step'),
  );
}

function countedHeading(text: string, heading: DocumentHeading, number: string, span: Span): StepFrame {
  const { titleSpan } = heading;
  const start = titleSpan.start + Math.max(0, text.slice(titleSpan.start, titleSpan.end).indexOf(number));
  const lead = readItemLead(heading.title);
  return {
    number,
    alternative: null,
    numberSpan: { start, end: start + number.length },
    title: heading.number === null && lead !== null ? heading.title.slice(lead.length) : heading.title,
    titleSpan,
    span,
    item: null,
    row: null,
  };
}

/** Labels that begin with Step N: `**Step 2: Restart**`, `Step 2: Restart`, `<summary>Step 2</summary>`. */
export function stepLabels(labels: readonly Label[]): readonly Label[] {
  return labels.filter(({ name }) => readLead(name)?.word === 'step');
}

/** `1.`, `Action 2`, with a title behind the marks. */
const bareNumber = /^(?:(?:task|action|operation|stage)[ \t]{1,2}#?)?\d{1,3}[.):]?$/i;

/** Bold lines and summaries that a number counts: `**1. Restart the pool**`. */
export function numberedLabels(labels: readonly Label[]): readonly Label[] {
  return labels.filter(
    ({ name, carrier, item }) =>
      (carrier === 'bold' || carrier === 'summary') &&
      item === null &&
      (bareNumber.test(name) || /^\d/.test(readItemLead(name)?.number ?? '')),
  );
}

/** Bold lines that letters or Roman numbers count from the first on: `**a) Stop**`, `**II. Start**`; two at least. */
function letteredLabels(labels: readonly Label[]): readonly Label[] {
  const bold = labels.filter(({ item, carrier }) => item === null && carrier === 'bold');
  for (const isLettered of [true, false]) {
    let next = 1;
    const found = bold.filter(({ name }) => {
      const number = readLetterLead(name)?.number;
      if (number === undefined || sequenceKey(number, isLettered) !== keyAt(next, isLettered)) return false;
      next++;
      return true;
    });
    if (found.length > 1) return found;
  }
  return [];
}

function keyAt(place: number, isLettered: boolean): string {
  return isLettered ? String.fromCharCode(64 + place) : String(place);
}

/** Bold lines that numbers count, or else letters. */
export function countedLabels(labels: readonly Label[]): readonly Label[] {
  const numbered = numberedLabels(labels);
  return numbered.length > 0 ? numbered : letteredLabels(labels);
}

/**
 * The steps that labels open; each goes on to the next of them, over the labels between, the last one to a label that
 * speaks of all (`around` are the labels of the section), or the end of the body.
 */
export function labelledSteps(
  text: string,
  labels: readonly Label[],
  around: readonly Label[],
  bodyEnd: number,
): StepFrame[] {
  const last = labels.at(-1)?.span.start ?? 0;
  const end = around.find((label) => label.span.start > last && speaksOfAll(label))?.span.start ?? bodyEnd;
  return labels.map((label, index): StepFrame => {
    const { name, nameSpan, value, item } = label;
    const next = labels[index + 1];
    const lead = readLead(name);
    const itemLead = lead === null ? (readItemLead(name) ?? readLetterLead(name)) : null;
    const number = lead?.number ?? itemLead?.number ?? /\d+/.exec(name)?.[0] ?? '';
    const title = lead?.title ?? (itemLead === null ? '' : name.slice(itemLead.length));
    const inValue = title === '' && value !== null;
    const written = text.slice(nameSpan.start, nameSpan.end);
    const numberStart = nameSpan.start + Math.max(0, written.indexOf(number, lead === null ? 0 : 4));
    return {
      number,
      alternative: lead?.alternative ?? null,
      numberSpan: { start: numberStart, end: numberStart + number.length },
      title: inValue ? text.slice(value.span.start, value.span.end) : title,
      titleSpan: inValue ? { start: nameSpan.start, end: value.span.end } : nameSpan,
      span: trimSpan(text, {
        start: label.span.start,
        end: Math.max(Math.min(label.span.end, end), next === undefined ? end : startWithItem(text, next)),
      }),
      item,
      row: null,
    };
  });
}

/** Where a label starts; one that a list item begins with starts with the marker and the box of that. */
function startWithItem(text: string, { span, item }: Label): number {
  const isLead = item !== null && /^\s*(?:\[[ xX]\]\s*)?$/.test(text.slice(item.marker.end, span.start));
  return isLead ? item.span.start : span.start;
}

/** Whether a label below steps is about what they are steps of: the gate of a phase, an escalation. */
function speaksOfAll({ role, key, item }: Label): boolean {
  if (role === null || item !== null) return false;
  return role === 'gate-criteria' ? /\b(?:gates?|exit)\b/.test(key) : closing.has(role);
}

const closing: ReadonlySet<Role> = new Set<Role>([
  'decision-point',
  'dependencies',
  'objective',
  'escalation',
  'post',
  'prerequisites',
  'scope',
]);

/** The bold lead of an item, else its first line. */
export function leadOf(text: string, flow: readonly FlowNode[], item: ListItem): Span {
  const line = flow[firstFrom(flow, item.span.start, (node) => node.span.start)];
  if (line?.type !== 'line' || line.item !== item) return { start: item.marker.start, end: item.marker.end };
  const [first] = line.inlines;
  return first?.type === 'strong' && first.span.start === line.span.start
    ? trimSpan(text, { start: first.span.start + 2, end: first.span.end - 2 })
    : line.span;
}

/** The outermost blocks that start in a span. */
export function blocksIn(blocks: readonly Block[], span: Span): readonly Block[] {
  return blocks.slice(firstFrom(blocks, span.start, startOfBlock), firstFrom(blocks, span.end, startOfBlock));
}

export function startOfBlock({ span }: Block): number {
  return span.start;
}

/**
 * Whether a stretch holds code, or a code span with more than a word in a line of its own or a list item; with
 * `outsideOfLists` only what stands in no list counts.
 */
export function holdsCommands(
  text: string,
  flow: readonly FlowNode[],
  { start, end }: Span,
  outsideOfLists = false,
): boolean {
  for (let i = firstFrom(flow, start, (node) => node.span.start); i < flow.length; i++) {
    const node = flow[i];
    if (node === undefined || node.span.start >= end) return false;
    if (outsideOfLists && node.depth > 0) continue;
    if (node.type === 'code') return true;
    if (node.type !== 'line') continue;
    if (node.inlines.some(({ type, span }) => type === 'code' && /\s/.test(text.slice(span.start, span.end))))
      return true;
  }
  return false;
}
