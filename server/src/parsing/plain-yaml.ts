/**
 * Front matter as nearly all documents have it: lines `key: value` of one word or sentence each, quoted or not, or of a list
 * of words in brackets. Reads it exactly as the YAML library does and a hundred times as fast, and leaves everything else to
 * the library.
 */
import type { FrontMatterField } from '../model/runbook';

/** Groups: key; the white space before the value; the value, in quotes or without. */
const linePattern =
  /([A-Za-z_][\w-]*):([ \t]+)("[^"\\\r\n]*"|'[^'\r\n]*'|[A-Za-z0-9](?:[^\r\n:#]*[^\s:#])?)[ \t]*(?:\r?\n|$)/y;
/** The same of a line with what may be a list. */
const listPattern = /^([A-Za-z_][\w-]*):([ \t]+)(\[[\w./, -]*\])[ \t]*(?:\r?\n)?$/;
/** An element of a list: words with one blank between them. */
const elementPattern = /^[A-Za-z0-9][\w./-]*(?: [A-Za-z0-9][\w./-]*)*$/;
/** Words that YAML takes for something else. */
const special = /^(?:null|true|false)$/i;

/** The fields, with spans shifted by `offset`; null where something needs a closer look. */
export function readPlainYaml(yaml: string, offset: number): FrontMatterField[] | null {
  const fields: FrontMatterField[] = [];
  const keys = new Set<string>();
  let at = 0;
  while (at < yaml.length) {
    linePattern.lastIndex = at;
    const match = linePattern.exec(yaml) ?? listPattern.exec(lineAt(yaml, at));
    if (match === null) return null;
    const [whole, key = '', gap = '', source = ''] = match;
    if (special.test(key) || special.test(source) || keys.has(key)) return null;
    keys.add(key);
    const keySpan = { start: offset + at, end: offset + at + key.length };
    const start = keySpan.end + 1 + gap.length;
    const value = valueOf(source);
    if (value === null) return null;
    fields.push({ key, keySpan, valueSpan: { start, end: start + source.length }, value });
    at += whole.length;
  }
  return fields.length === 0 ? null : fields;
}

/** The line that starts at an offset, with its ending. */
function lineAt(text: string, start: number): string {
  const feed = text.indexOf('\n', start);
  return feed < 0 ? text.slice(start) : text.slice(start, feed + 1);
}

/** What a value says; null for a list that needs a closer look. */
function valueOf(source: string): string | null {
  if (source.startsWith('[')) {
    const elements = source
      .slice(1, -1)
      .split(',')
      .map((element) => element.trim());
    return elements.every((element) => elementPattern.test(element)) ? elements.join(', ') : null;
  }
  return /^["']/.test(source) ? source.slice(1, -1).trim() : source;
}
