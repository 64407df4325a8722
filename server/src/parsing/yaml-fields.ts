/**
 * Fields that are written as YAML in a fence right below the heading of an entry or document, or at the top: front matter
 * of an entry, so to say. Values are told from their lines; what is nested in one is its text.
 */
import { identifierSource } from '../model/identifier';
import type { CodeBlock } from '../model/markdown';
import type { Label } from '../model/runbook';
import { fieldKey, fieldNames } from '../model/vocabulary';
import { trimSpan, type Span } from '../text/span';
import { toValue } from './field-value';
import type { FlowNode } from './flow';
import { headNames } from './table-fields';

const language = /^ya?ml\b/i;
/** A key at the left margin with what stands behind it. */
const keyPattern = /^([A-Za-z][A-Za-z0-9_ -]{0,40}):(?:[ \t]+(\S[^\r\n]*))?[ \t]*\r?$/gm;
/** Where a remark behind a value begins. */
const remark = /[ \t]#/;
const quoted = /^(?:"([^"\\]{1,200})"|'([^']{1,200})')$/;
/** Longer fences hold something else than the fields of an entry, in UTF-16 units. */
const longest = 4000;

/** The fields of a fence in order; none where it stands elsewhere or names something else. */
export function fieldsOfYaml(text: string, flow: readonly FlowNode[], index: number): Label[] {
  const node = flow[index];
  if (node?.type !== 'code' || node.block.type !== 'code' || node.depth > 0 || node.inQuote) return [];
  const { block } = node;
  const { content, info } = block;
  if (!block.fenced || !block.closed || !language.test(text.slice(info.start, info.end))) return [];
  if (content.end - content.start > longest || !isAtHead(text, flow, index)) return [];
  const keys = keysIn(text, block);
  if (keys.filter(({ key }) => headNames.test(key)).length < 2) return [];
  return keys.filter(({ key }) => fieldNames.has(key) || key === 'trigger' || linkKeys.test(key));
}

const linkKeys = /^(?:linked|related) (?:ids?|runbooks?|entries)$|^(?:runbooks?|alerts?|links)$/;

function keysIn(text: string, { content }: CodeBlock): Label[] {
  const source = text.slice(content.start, content.end);
  const matches = [...source.matchAll(keyPattern)];
  return matches.map((match, index): Label => {
    const [, name = '', said = ''] = match;
    const start = content.start + match.index;
    const end = content.start + (matches[index + 1]?.index ?? source.length);
    const from = start + name.length + 1;
    const words = said.slice(0, remark.exec(said)?.index ?? said.length).trimEnd();
    const at = from + match[0].slice(name.length + 1).indexOf(said);
    const value: Span =
      words === '' || words.startsWith('#')
        ? trimSpan(text, { start: start + match[0].length, end })
        : withoutQuotes(words, { start: at, end: at + words.length });
    return {
      name,
      key: fieldKey(name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace(/_/g, ' ')),
      carrier: 'yaml',
      inQuote: false,
      nameSpan: { start, end: start + name.length },
      value: value.end > value.start ? toValue(text, value) : null,
      span: { start, end: Math.max(value.end, from) },
      item: null,
      role: null,
    };
  });
}

function withoutQuotes(words: string, span: Span): Span {
  return quoted.test(words) ? { start: span.start + 1, end: span.end - 1 } : span;
}

const entryHeading = new RegExp(`^[^A-Za-z]{0,12}${identifierSource}`);
const ofFields =
  /^(?:metadata|meta data|meta|properties|fields|attributes|details|header|info|information)$/i;

/** Whether nothing but comments stands between a node and the heading of the document, of an entry or of its fields. */
function isAtHead(text: string, flow: readonly FlowNode[], index: number): boolean {
  let above = index - 1;
  while (flow[above]?.type === 'html') above--;
  const node = flow[above];
  if (node === undefined) return true;
  if (node.type !== 'heading' || node.block.type !== 'heading') return false;
  const { content, depth } = node.block;
  const title = text.slice(content.start, Math.min(content.end, content.start + 80));
  return depth === 1 || entryHeading.test(title) || ofFields.test(title);
}
