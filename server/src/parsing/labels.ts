/**
 * Labels and fields, found line by line: `**Owner**: …`, `**Owner:** …`, `Owner: …`, also in quotes and list items,
 * and the rows of two-column tables.
 */
import type { DocumentTable, FieldValue, Label } from '../model/runbook';
import { isKnownLabel, normalizeName, roleOf } from '../model/vocabulary';
import { trimSpan, type Span } from '../text/span';
import type { FlowLine, FlowNode } from './flow';
import { plainText } from '../model/plain-text';

interface Found {
  readonly name: string;
  readonly nameSpan: Span;
  readonly carrier: 'bold' | 'plain';
  readonly value: Span;
  readonly line: FlowLine;
}

/** `**Name:**`, `**Name**:` and the same with underscores. Groups: name, colon inside, colon outside. */
const boldPattern =
  /^(?:\*\*|__)([^*_\r\n]{1,80}?)(?:(:)[ \t]*(?:\*\*|__)|(?:\*\*|__)[ \t]*(:|：)|(?:\*\*|__)[ \t]*$)/;
const plainPattern = /^([A-Za-z][A-Za-z0-9 /'&()-]{0,58}?)[ \t]*:(?=[ \t]|$)/;

/** All labels of a stretch that ends in front of a heading or with the text, in order. */
export function readLabels(
  text: string,
  flow: readonly FlowNode[],
  tables: readonly DocumentTable[],
): Label[] {
  const labels: Label[] = [];
  const found = flow.map((node) => (node.type === 'line' ? labelOf(text, node) : null));
  for (let index = 0; index < found.length; index++) {
    const one = found[index];
    if (one != null) labels.push(toLabel(text, one, flow, found, index));
  }
  for (const table of tables) labels.push(...fieldsOfTable(text, table));
  return labels.sort((a, b) => a.span.start - b.span.start);
}

function labelOf(text: string, line: FlowLine): Found | null {
  const source = text.slice(line.span.start, line.span.end);
  const bold = /^[*_]/.test(source) ? boldPattern.exec(source) : null;
  if (bold !== null) {
    const [whole, name = ''] = bold;
    const trimmed = name.trim();
    if (trimmed === '') return null;
    const start = line.span.start + 2 + name.indexOf(trimmed);
    return {
      name: trimmed,
      nameSpan: { start, end: start + trimmed.length },
      carrier: 'bold',
      value: trimSpan(text, { start: line.span.start + whole.length, end: line.span.end }),
      line,
    };
  }
  const plain = source.includes(':') ? plainPattern.exec(source) : null;
  if (plain === null) return null;
  const [whole, name = ''] = plain;
  if (!isKnownLabel(name)) return null;
  return {
    name,
    nameSpan: { start: line.span.start, end: line.span.start + name.length },
    carrier: 'plain',
    value: trimSpan(text, { start: line.span.start + whole.length, end: line.span.end }),
    line,
  };
}

function toLabel(
  text: string,
  found: Found,
  flow: readonly FlowNode[],
  all: readonly (Found | null)[],
  index: number,
): Label {
  const { line } = found;
  return {
    name: found.name,
    key: normalizeName(found.name),
    carrier: found.carrier,
    inQuote: line.inQuote,
    nameSpan: found.nameSpan,
    value: found.value.end > found.value.start ? toValue(text, found.value) : null,
    span: { start: line.span.start, end: extentOf(line, flow, all, index, saysAll(text, found.value)) },
    item: line.item,
    role: /^step\s+\w{1,4}\b/i.test(found.name) ? null : roleOf(found.name),
  };
}

/** Whether a value leaves nothing to be said below: `Run this:` goes on. */
function saysAll(text: string, { start, end }: Span): boolean {
  return end > start && !/[:：]\**$/.test(text.slice(Math.max(start, end - 4), end));
}

/**
 * Where a label's content ends: at the next label that is not inside a list below it, the next heading or thematic
 * break, and where it has said something on its own line (`said`) at the next paragraph; for a label inside a list item at the end of that item or the next label in it, whichever comes first.
 */
function extentOf(
  own: FlowLine,
  flow: readonly FlowNode[],
  labels: readonly (Found | null)[],
  index: number,
  said: boolean,
): number {
  let last = own.span.end;
  for (let i = index + 1; i < flow.length; i++) {
    const node = flow[i];
    if (node === undefined || node.type === 'heading' || node.type === 'break') break;
    if (node.depth < own.depth) break;
    if (own.depth > 0 && node.depth === own.depth && node.item !== own.item) break;
    if (own.inQuote !== node.inQuote) break;
    if (node.type === 'line' && node.depth === own.depth) {
      if (labels[i] !== null) break;
      if (said && node.opensParagraph && !node.opensItem) break;
    }
    last = node.span.end;
  }
  return last;
}

/** The value behind a label, with the token that rules compare: what stands before a remark. */
export function toValue(text: string, span: Span): FieldValue {
  const source = text.slice(span.start, span.end);
  const tail = /[\s;]/.test(source) ? /(?<!\s)\s+(?:[([—–;#→]|-\s|<!--)|;|,\s/.exec(source) : null;
  const isWhole = tail === null || tail.index === 0;
  return {
    span,
    token: trimSpan(text, isWhole ? span : { start: span.start, end: span.start + tail.index }),
  };
}

const fieldHeaders = new Set(['field', 'property', 'attribute', 'key', 'item', 'name', 'metadata', '']);
const valueHeaders = new Set(['value', 'values', 'detail', 'details', 'description', '']);

/** The rows of a table `| Field | Value |` as fields. */
function fieldsOfTable(text: string, table: DocumentTable): Label[] {
  const [first, second, ...rest] = table.columns;
  if (first === undefined || second === undefined || rest.length > 0) return [];
  if (!fieldHeaders.has(first) || !valueHeaders.has(second)) return [];
  const labels: Label[] = [];
  for (const { span, cells } of table.rows) {
    const [nameCell, valueCell] = cells;
    if (nameCell === undefined || nameCell.span.end === nameCell.span.start) continue;
    const name = plainText(text, nameCell.span, nameCell.inlines).replace(/:$/, '');
    const value =
      valueCell === undefined || valueCell.span.end === valueCell.span.start
        ? null
        : toValue(text, valueCell.span);
    labels.push({
      name,
      key: normalizeName(name),
      carrier: 'table',
      inQuote: false,
      nameSpan: nameCell.span,
      value,
      span,
      item: null,
      role: null,
    });
  }
  return labels;
}
