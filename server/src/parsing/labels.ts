/**
 * Labels and fields, found line by line: `**Owner**: …`, `**Owner:** …`, `*Owner*: …`, `Owner: …`, also in quotes and
 * list items, behind symbols and several in a line, and the rows of two-column tables.
 */
import type { Inline } from '../model/markdown';
import type { DocumentTable, Label } from '../model/runbook';
import { plainWords } from '../model/plain-text';
import { builtInVocabulary, fieldKey, fieldNames, type Vocabulary } from '../model/vocabulary';
import { trimSpan, type Span } from '../text/span';
import { toValue } from './field-value';
import type { FlowLine, FlowNode } from './flow';
import { extentOf, type FoundLabel } from './label-extent';
import { hasColon, withoutFixedBlanks, withoutTags } from './label-text';
import {
  dividerPattern,
  isName,
  mayBePlainStep,
  plainDashedPattern,
  readLabelForm,
  symbolPattern,
} from './label-forms';
import { isCounting } from './sequence';
import { readSummaryElement } from './summaries';
import { fieldsOfHtml } from './html-fields';
import { fieldsOfTable } from './table-fields';
import { valueBelow } from './value-below';
import { fieldsOfYaml } from './yaml-fields';

/** All labels of a stretch that ends in front of a heading or with the text, in order. */
export function readLabels(
  text: string,
  flow: readonly FlowNode[],
  tables: readonly DocumentTable[],
  words: Vocabulary = builtInVocabulary,
): Label[] {
  const labels: Label[] = [];
  const found = flow.map((node) => labelsOf(text, node, words));
  for (let index = 0; index < found.length; index++) {
    const ofNode = found[index] ?? none;
    const node = flow[index];
    labels.push(...(node?.type === 'html' ? fieldsOfHtml(text, node.span) : fieldsOfYaml(text, flow, index)));
    for (const one of ofNode)
      labels.push(toLabel(text, one, flow, found, index, one === ofNode.at(-1), words));
  }
  for (const table of tables) labels.push(...fieldsOfTable(text, flow, table));
  return labels.sort((a, b) => a.span.start - b.span.start);
}

const none: readonly never[] = [];

function labelsOf(text: string, node: FlowNode, words: Vocabulary): readonly FoundLabel[] {
  if (node.type === 'html') {
    const summary = readSummaryElement(text, node.span);
    return summary === null || !isName(summary.name, words)
      ? none
      : [{ ...summary, carrier: 'summary', start: node.span.start, end: node.span.end }];
  }
  if (node.type !== 'line') return none;
  const first =
    labelAt(text, node, node.span.start, node.span.end, words) ?? definitionTerm(text, node, words);
  const starts = startsWithin(text, node, first, words);
  if (starts.length === 0) return first === null ? none : [first];
  const found: FoundLabel[] = [];
  const all = first === null ? starts : [{ at: node.span.start, before: node.span.start }, ...starts];
  for (const [index, { at }] of all.entries()) {
    const end = all[index + 1]?.before ?? node.span.end;
    const one = labelAt(text, node, at, end, words);
    if (one !== null) found.push(one);
  }
  return found;
}

/** A name that is all of its line, with what it means behind a colon in the next: a term of a definition list. */
function definitionTerm(text: string, { span }: FlowLine, words: Vocabulary): FoundLabel | null {
  const { start, end } = span;
  if (end - start > longestTerm) return null;
  const from = startOfDefinition(text, end);
  if (from === null) return null;
  const name = plainWords(text.slice(start, end));
  if (!isName(name, words)) return null;
  const line = /^[^\r\n]*/.exec(text.slice(from, from + longestStart))?.[0].length ?? 0;
  const value = trimSpan(text, { start: from, end: from + line });
  return { name, nameSpan: span, carrier: 'plain', value, end: value.end, start };
}

/** Where what a line defines begins, `: Data Team` in the next line, or null. */
function startOfDefinition(text: string, end: number): number | null {
  let at = end;
  if (text.charCodeAt(at) === 0x0d) at++;
  if (text.charCodeAt(at) === 0x0a) at++;
  if (at === end) return null;
  while (at - end < 5 && text.charCodeAt(at) === 0x20) at++;
  if (text.charCodeAt(at) !== 0x3a) return null;
  const blanks = /^:[ \t]{1,8}(?=\S)/.exec(text.slice(at, at + 10));
  return blanks === null ? null : at + blanks[0].length;
}

const longestTerm = 60;

/** More labels than these in one line are no fields that an author wrote. */
const mostInLine = 40;
/** Names and their marks are shorter than this. */
const longestStart = 400;

interface LabelStart {
  readonly at: number;
  /** Where what stands before it ends. */
  readonly before: number;
}

/** Where further labels of a line begin, and where what stands before each ends. */
function startsWithin(
  text: string,
  line: FlowLine,
  first: FoundLabel | null,
  words: Vocabulary,
): readonly LabelStart[] {
  if (first === null && !line.inlines.some(isEmphatic)) return none;
  const starts: LabelStart[] = [];
  const { start, end } = line.span;
  if (first !== null) {
    const source = text.slice(start, end);
    if (/[ \t][|·•][ \t]/.test(source))
      for (const { 0: divider, index } of source.matchAll(dividerPattern)) {
        const at = start + index + divider.length;
        if (starts.length === mostInLine) break;
        if (labelAt(text, line, at, end, words) !== null) starts.push({ at, before: start + index });
      }
  }
  for (const inline of line.inlines) {
    const { span } = inline;
    if (starts.length >= mostInLine) break;
    if (
      !isEmphatic(inline) ||
      span.start <= (first?.nameSpan.start ?? start) ||
      starts.some(({ at }) => at === span.start)
    )
      continue;
    // bold words and words in italics with a colon are a label in the middle of a line where they name a part of a runbook
    const label = span.start > start ? labelAt(text, line, span.start, end, words) : null;
    if (label === null) continue;
    if (words.roleOf(label.name) !== null) starts.push({ at: span.start, before: span.start });
    // `**Owner**: Payments *Team*` has one field
    else if (
      first !== null &&
      isField(first.name) &&
      isField(label.name) &&
      colonBehind.test(text.slice(label.nameSpan.end, label.nameSpan.end + 6))
    )
      starts.push({ at: span.start, before: span.start - dividerBefore(text, span.start) });
  }
  return starts.sort((a, b) => a.at - b.at);
}

/** Characters of what parts two fields of a line: `; `, ` / `, `<br>`. */
function dividerBefore(text: string, offset: number): number {
  return betweenFields.exec(text.slice(Math.max(0, offset - 12), offset))?.[0].length ?? 0;
}

const colonBehind = /^(?:[*_]{1,3}[ \t]?)?[:：]/;
const betweenFields = /(?:[;,|/·•–—-]|<br ?\/?>)?[ \t]{0,4}$/i;

function isField(name: string): boolean {
  return fieldNames.has(fieldKey(name));
}

function isEmphatic({ type }: Inline): boolean {
  return type === 'strong' || type === 'emphasis';
}

/** The label that begins at an offset of a line, or null; its value reaches to `end`. */
function labelAt(
  text: string,
  line: FlowLine,
  at: number,
  end: number,
  words: Vocabulary,
): FoundLabel | null {
  const written = text.slice(at, Math.min(end, at + longestStart));
  if (isProse(written)) return null;
  const whole = withoutTags(withoutFixedBlanks(written));
  // only tags leave blanks at the ends of a line
  const blanks = whole.length - whole.trimStart().length;
  const symbols =
    blanks + (isSymbol(whole.slice(blanks)) ? (symbolPattern.exec(whole.slice(blanks))?.[0].length ?? 0) : 0);
  const source = symbols === 0 ? whole : whole.slice(symbols);
  const found = readLabelForm(source, line, at === line.span.start, words);
  if (found === null) return null;
  const { name, carrier, length, lead, behind = 0 } = found;
  const trimmed = name.trim();
  if (trimmed === '') return null;
  const start = at + symbols + lead + name.indexOf(trimmed);
  const said =
    end - at > longestStart ? end : at + Math.max(whole.trimEnd().length - behind, symbols + length);
  return {
    name: plainWords(trimmed),
    nameSpan: { start, end: start + trimmed.length },
    carrier,
    value: withoutComment(text, trimSpan(text, { start: at + symbols + length, end: said })),
    start: at,
    end,
  };
}

/** Whether a line begins with a word, has no colon, and is no step without one: most lines, none of which is a label. */
function isProse(source: string): boolean {
  return (
    beginsWord.test(source) &&
    !hasColon(source) &&
    !mayBePlainStep.test(source) &&
    !plainDashedPattern.test(source)
  );
}

const beginsWord = /^[A-Za-z]/;

/** A value of which nothing is left when its comment is taken out is none. */
function withoutComment(text: string, { start, end }: Span): Span {
  if (!text.startsWith('<!--', start)) return { start, end };
  const close = text.indexOf('-->', start);
  return close < 0 || close + 3 >= end ? { start: end, end } : { start, end };
}

/** Whether the first character of a line may be a symbol: nothing that words or Markdown begin with. */
function isSymbol(source: string): boolean {
  return source.charCodeAt(0) > 0xa0 || (source.startsWith(':') && /^:[a-z0-9_+-]/.test(source));
}

function toLabel(
  text: string,
  found: FoundLabel,
  flow: readonly FlowNode[],
  all: readonly (readonly FoundLabel[])[],
  index: number,
  isLast: boolean,
  words: Vocabulary,
): Label {
  const node = flow[index];
  const isSaid = found.value.end > found.value.start;
  const value = isSaid
    ? found.value
    : valueBelow(text, found, flow, index, (at) => (all[at] ?? none).length > 0);
  const end = isLast
    ? extentOf(text, found, flow, all, index)
    : trimSpan(text, { start: found.start, end: found.end }).end;
  return {
    name: found.name,
    key: fieldKey(found.name),
    carrier: found.carrier,
    inQuote: node?.inQuote ?? false,
    nameSpan: found.nameSpan,
    value: value === null || value.end <= value.start ? null : toValue(text, value),
    span: { start: found.start, end },
    item: node?.item ?? null,
    role: isCounting(found.name) ? null : words.roleOf(found.name),
  };
}
