/**
 * Front matter that no tool reads: YAML that does not begin in line 1, and TOML. It is told apart from the text, so that
 * its lines are no headings, labels or rules of it. Looks at the beginning of a document only.
 */
import type { FrontMatter, FrontMatterField } from '../model/runbook';
import { moved, type Span } from '../text/span';
import { withoutComments } from '../text/without-comments';
import { readFrontMatter } from './front-matter';

/** How far from the start of a document front matter is looked for. */
const longestLead = 8_000;
const longestContent = 16_000;
const opening = /^(---|\+\+\+)[ \t]*$/gm;
// a `^` of its own would find an empty line inside of CRLF
const blankLine = /(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/;
const closings = { '---': /^(?:---|\.\.\.)[ \t]*$/gm, '+++': /^\+\+\+[ \t]*$/gm } as const;
/** Keys that are there for tools; one of the first kind is enough to know front matter by. */
const ownKeys = /^(?:id_prefix|runbook|risk_level|estimated_duration)$/;
const usualKeys =
  /^(?:title|type|owner|status|version|date|author|description|tags|layout|name|updated|created)$/;

/** The first front matter that is out of place, or null. `text` has none at its start. */
export function readMisplacedFrontMatter(text: string): FrontMatter | null {
  opening.lastIndex = 0;
  for (let tries = 0; tries < 8; tries++) {
    const match = opening.exec(text);
    if (match === null || match.index > longestLead) return null;
    const found = match[1] === '+++' ? tomlAt(text, match.index) : yamlAt(text, match.index);
    if (found !== null) return found;
  }
  return null;
}

/** A key as {@link yamlAt} asks for, at the start of a line: looked for before YAML is read. */
const keyLine = /^[ \t]{0,20}["']?[a-z][\w-]{0,80}["']?[ \t]{0,8}:/m;

function yamlAt(text: string, start: number): FrontMatter | null {
  const end = endOf(text, start, '---');
  if (end === null || start === 0 || !keyLine.test(text.slice(start, end))) return null;
  const fault = faultOf(text.slice(0, start));
  if (fault === null) return null;
  const read = readFrontMatter(text.slice(start, end));
  if (read === null || read.problems.length > 0 || read.span.end < end - start) return null;
  const keys = read.fields.map(({ key }) => key);
  const known =
    keys.some((key) => ownKeys.test(key)) || keys.filter((key) => usualKeys.test(key)).length >= 2;
  const plain = keys.length > 0 && keys.every((key) => /^[a-z][\w-]*$/.test(key));
  const apart = blankLine.test(text.slice(start, end).trimEnd());
  if (!plain || (fault === 'behind-text' && (!known || apart))) return null;
  return {
    span: { start, end },
    content: moved(read.content, start),
    fields: read.fields.map(({ key, keySpan, valueSpan, value }) => ({
      key,
      keySpan: moved(keySpan, start),
      valueSpan: moved(valueSpan, start),
      value,
    })),
    problems: [{ span: lineAt(text, start), message: 'it does not start on line 1', bound: null }],
    unread: false,
    fault,
  };
}

function tomlAt(text: string, start: number): FrontMatter | null {
  const lead = faultOf(text.slice(0, start));
  const end = lead === null ? null : endOf(text, start, '+++');
  if (end === null) return null;
  const from = lineAfter(text, start);
  const to = text.lastIndexOf('+++', end);
  const content = { start: from, end: Math.max(from, to) };
  const words = text.slice(content.start, content.end);
  if (!/^\s*(?:[\w"'.-]{1,80}[ \t]*=|\[|#)/.test(words)) return null;
  return {
    span: { start, end },
    content,
    fields: tomlFields(words, from),
    problems: [{ span: lineAt(text, start), message: 'it is TOML instead of YAML', bound: null }],
    unread: false,
    fault: lead === 'behind-text' ? 'toml-behind-text' : 'toml',
  };
}

/** The values of one line before the first table. */
function tomlFields(words: string, offset: number): FrontMatterField[] {
  const fields: FrontMatterField[] = [];
  const pattern =
    /^([a-z][\w-]{0,60})[ \t]*=[ \t]*(?:"([^"\\\r\n]{0,400})"|'([^'\r\n]{0,400})'|([\w.:-]{1,100}))/gim;
  const table = /^[ \t]*\[/m.exec(words)?.index ?? words.length;
  for (const match of words.slice(0, table).matchAll(pattern)) {
    const [whole, key = '', double, single, bare] = match;
    const start = offset + match.index;
    const value = double ?? single ?? bare ?? '';
    const length = bare === undefined ? value.length + 2 : value.length;
    fields.push({
      key,
      keySpan: { start, end: start + key.length },
      valueSpan: { start: start + whole.length - length, end: start + whole.length },
      value,
    });
  }
  return fields;
}

/** What stands in front of a place; null where it is inside of a comment or fence, or words go on in it. */
function faultOf(lead: string): 'behind-comment' | 'behind-text' | null {
  const kept = withoutComments(lead.replace(/^\ufeff/, ''));
  // a comment that is open goes on
  if (kept.includes('<!--')) return null;
  // definitions that are used as comments: `[//]: # (…)`
  const words = kept.replace(/^\[(?:\/\/|comment)\]:[^\r\n]*/gim, '');
  if (words.trim() === '') return 'behind-comment';
  if ((words.match(/^[ \t]{0,3}(?:`{3,}|~{3,})/gm)?.length ?? 0) % 2 === 1) return null;
  const ended = words.slice(0, words.endsWith('\r\n') ? -2 : -1);
  const last = ended.slice(Math.max(ended.lastIndexOf('\n'), ended.lastIndexOf('\r')) + 1);
  return /[\r\n]$/.test(words) && lineThatEnds.test(last) ? 'behind-text' : null;
}

/**
 * A line below which dashes are no underline: blank, a heading, an item, a quote, a row, another rule, the end of a fence.
 * Whether a blank line follows it makes no difference, so that one that is put in changes nothing.
 */
const lineThatEnds =
  /^[ \t]*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t].*|[>|].*|[-*+=_]{1,80}[ \t]*|`{3,80}[ \t]*|~{3,80}[ \t]*)?$/;

/** The end of the line that closes front matter, line ending included; null when none does. */
function endOf(text: string, start: number, marks: '---' | '+++'): number | null {
  const closing = closings[marks];
  closing.lastIndex = lineAfter(text, start);
  const match = closing.exec(text.slice(0, start + longestContent));
  return match === null ? null : lineAfter(text, match.index);
}

function lineAfter(text: string, at: number): number {
  const end = /\r\n|\n|\r/g;
  end.lastIndex = at;
  const match = end.exec(text);
  return match === null ? text.length : match.index + match[0].length;
}

function lineAt(text: string, start: number): Span {
  return { start, end: start + text.slice(start, lineAfter(text, start)).trimEnd().length };
}
