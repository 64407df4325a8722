/** Cuts and reads YAML front matter, before any Markdown parser sees it. */
import { isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import { frontMatterBounds, mostErrors, parseYaml } from '../config/bounded-yaml';
import type { FrontMatter, FrontMatterBound, FrontMatterField, FrontMatterProblem } from '../model/runbook';
import type { Span } from '../text/span';
import { readPlainYaml } from './plain-yaml';

const openingPattern = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/;
const closingPattern = /^(?:---|\.\.\.)[ \t]*$/gm;

/**
 * The front matter at the start of a text, or null when there is none. Never throws: what YAML refuses, what is no
 * map and what is never closed become problems with spans inside the YAML.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const opening = openingPattern.exec(text);
  if (opening === null) return null;
  const start = opening[0].length;
  closingPattern.lastIndex = start;
  const closing = closingPattern.exec(text);
  if (closing === null) return readUnclosed(text, start);
  const content = { start, end: closing.index };
  const yaml = text.slice(content.start, content.end);
  // a thematic break at the start of a document is no front matter: something must look like `key:` or a comment
  if (yaml.trim() !== '' && !/^[ \t]*(?:[\w"'][^\r\n\u2028\u2029]*:|#|[[{-])/m.test(yaml)) return null;
  const read = readYaml(yaml, content.start);
  if (read.fields.length === 0 && /(?:\n|\r(?!\n))[ \t]*(?:\r|\n)/.test(yaml.trimEnd())) return null;
  // the line that closes may be a thematic break of the text, far below
  const unclosed = read.problems.length > 0 ? readUnclosed(text, start) : null;
  if (unclosed !== null && unclosed.content.end < closing.index) return unclosed;
  const end = closing.index + closing[0].length;
  return { span: { start: 0, end: end + lineBreakLength(text, end) }, content, ...read, fault: null };
}

const keyPattern = /^[a-z][\w-]*$/;

/** Front matter without a closing line: a faultless map of lower-case keys up to the first blank line; else null. */
function readUnclosed(text: string, start: number): FrontMatter | null {
  const blank = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))/g;
  blank.lastIndex = start;
  const end = blank.exec(text)?.index ?? text.length;
  const content = { start, end: Math.max(start, end) };
  const { fields, problems } = readYaml(text.slice(content.start, content.end), start);
  if (problems.length > 0 || fields.length === 0 || !fields.every(({ key }) => keyPattern.test(key)))
    return null;
  const opening = { start: text.startsWith('\ufeff') ? 1 : 0, end: text.indexOf('---') + 3 };
  return {
    span: { start: 0, end: content.end + lineBreakLength(text, content.end) },
    content,
    fields,
    unread: false,
    problems: [{ span: opening, message: '', bound: { of: 'no-end', most: 0 } }],
    fault: null,
  };
}

function readYaml(
  source: string,
  offset: number,
): { fields: FrontMatterField[]; problems: FrontMatterProblem[]; unread: boolean } {
  // to the library a carriage return alone ends no line
  const yaml = source.replace(/\r(?!\n)/g, '\n');
  const plain = readPlainYaml(yaml, offset);
  if (plain !== null) return { fields: plain, problems: [], unread: false };
  // the library reads broken YAML differently with other line endings
  const document = parse(yaml.replace(/\r(?=\n)/g, ' '));
  const problems = document.errors
    .slice(0, mostErrors)
    .map(({ pos: [start, end], message, bound = null }): FrontMatterProblem => {
      const from = Math.min(start, yaml.length);
      const to = Math.min(Math.max(end, from + 1), Math.max(yaml.trimEnd().length, from));
      return {
        // no line end is taken apart
        span: shift({ start: from, end: yaml.startsWith('\r\n', to - 1) ? to + 1 : to }, offset),
        message: firstSentence(message),
        bound,
      };
    });
  const contents = document.contents;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { fields: [], problems, unread: document.unread };
  if (!isMap(contents)) {
    const from = contents.range?.[0] ?? 0;
    const to = contents.range?.[1] ?? yaml.length;
    if (problems.length === 0) {
      problems.push({
        span: shift({ start: from, end: Math.max(from, to) }, offset),
        message: '',
        bound: { of: 'no-map', most: 0 },
      });
    }
    return { fields: [], problems, unread: document.unread };
  }
  const fields: FrontMatterField[] = [];
  for (const { key, value } of contents.items) {
    if (!isScalar(key) || key.range == null || scalarText(key.value) === '') continue;
    const keySpan = shift({ start: key.range[0], end: key.range[1] }, offset);
    const text = textOf(value);
    if (text === null) continue;
    const range = rangeOf(value);
    const valueSpan =
      range === null ? { start: keySpan.end, end: keySpan.end } : shift(beforeLineEnd(yaml, range), offset);
    fields.push({ key: scalarText(key.value), keySpan, valueSpan, value: text.replace(/(?<! ) +\n/g, '\n') });
  }
  return { fields, problems, unread: false };
}

/** The YAML document. What passes a bound, or makes the library throw, is an empty one that carries the reason. */
function parse(yaml: string): Pick<Document, 'contents'> & {
  errors: readonly { pos: [number, number]; message: string; bound?: FrontMatterBound }[];
  unread: boolean;
} {
  const failed = (
    { start, end }: Span,
    message: string,
    bound?: FrontMatterBound,
  ): ReturnType<typeof parse> => ({
    contents: null,
    errors: [{ pos: [start, end], message, ...(bound === undefined ? {} : { bound }) }],
    unread: bound !== undefined,
  });
  const options = { prettyErrors: false, strict: false, uniqueKeys: true } as const;
  try {
    const parsed = parseYaml(yaml, frontMatterBounds, options);
    if ('problem' in parsed) return failed(parsed.span, '', { of: parsed.problem, most: parsed.most });
    const [document] = parsed.documents;
    return document === undefined
      ? failed({ start: 0, end: yaml.length }, 'it is empty')
      : { contents: document.contents, errors: document.errors, unread: false };
  } catch (error) {
    return failed({ start: 0, end: yaml.length }, error instanceof Error ? error.message : String(error));
  }
}

/** An empty value's place in front of the carriage return that the library took for white space. */
function beforeLineEnd(yaml: string, { start, end }: Span): Span {
  return start === end && yaml.charAt(start - 1) === '\r'
    ? { start: start - 1, end: end - 1 }
    : { start, end };
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (isScalar(value))
    return value.value === null || value.value === undefined
      ? ''
      : (value.source ?? scalarText(value.value)).trim();
  if (isSeq(value)) {
    const items = value.items
      .filter((item) => isScalar(item))
      .map((item) => item.source ?? scalarText(item.value));
    return items.length === value.items.length ? items.join(', ') : null;
  }
  return null;
}

function scalarText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function rangeOf(value: unknown): Span | null {
  const range = isNode(value) ? value.range : null;
  return range == null ? null : { start: range[0], end: range[1] };
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isSeq(value) || isMap(value);
}

/** The first sentence of an error of the library, with only the first line of what it quotes, however lines end. */
function firstSentence(message: string): string {
  const [sentence = message] = message.split('\n');
  const [quoted = sentence, ...more] = sentence.split(/\\r|\\n|\r/);
  return more.length === 0
    ? sentence.trim()
    : `${quoted.trimEnd()}…${sentence.slice(sentence.lastIndexOf('"'))}`;
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function lineBreakLength(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2;
  return at < text.length ? 1 : 0;
}
