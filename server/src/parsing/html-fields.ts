/**
 * Fields that are written as HTML: rows of a table, terms of a list, bold words with what stands behind them. Only names of
 * fields count; raw HTML is looked at, never rendered.
 */
import type { Label } from '../model/runbook';
import { fieldKey, fieldNames } from '../model/vocabulary';
import { trimSpan, type Span } from '../text/span';
import { toValue } from './field-value';

const mayHold = /<(?:t[hd]|dt|strong|b)(?=[\s>])/i;
const opening = /<(t[hd]|dt|strong|b)(?:\s[^<>]{0,200})?>/gi;
/** What stands between a name and its value, and what a value ends with. */
const between: Readonly<Record<string, RegExp>> = {
  th: /^[\s:]{0,60}<\/t[hd]>\s{0,40}<td(?:\s[^<>]{0,200})?>/i,
  td: /^[\s:]{0,60}<\/t[hd]>\s{0,40}<td(?:\s[^<>]{0,200})?>/i,
  dt: /^[\s:]{0,60}(?:<\/dt>\s{0,40})?<dd(?:\s[^<>]{0,200})?>/i,
  strong: /^(?:\s{0,9}:\s{0,9}<\/strong>|<\/strong>\s{0,9}:)/i,
  b: /^(?:\s{0,9}:\s{0,9}<\/b>|<\/b>\s{0,9}:)/i,
};
const ending = /<\/?(?:t[rhd]|table|d[tdl]|p|br|li|ul|div|strong|b)(?=[\s/>])/i;
const longestValue = 600;

/** The fields in a block of HTML, in order. */
export function fieldsOfHtml(text: string, { start, end }: Span): Label[] {
  const source = text.slice(start, end);
  if (!mayHold.test(source)) return [];
  const labels: Label[] = [];
  for (const match of source.matchAll(opening)) {
    const from = match.index + match[0].length;
    const words = /^[^<>:]{1,60}/.exec(source.slice(from, from + 60))?.[0] ?? '';
    const key = fieldKey(words.trim());
    if (!fieldNames.has(key) && key !== 'trigger') continue;
    const behind = from + words.length;
    const tags = between[(match[1] ?? '').toLowerCase()]?.exec(source.slice(behind, behind + 300));
    if (tags == null) continue;
    const at = behind + tags[0].length;
    const rest = source.slice(at, at + longestValue);
    const value = trimSpan(text, {
      start: start + at,
      end: start + at + (ending.exec(rest)?.index ?? rest.length),
    });
    const nameSpan = trimSpan(text, { start: start + from, end: start + behind });
    labels.push({
      name: words.trim(),
      key,
      carrier: 'table',
      inQuote: false,
      nameSpan,
      value: value.end > value.start ? toValue(text, value) : null,
      span: { start: start + match.index, end: Math.max(value.end, start + at) },
      item: null,
      role: null,
    });
  }
  return labels;
}
