/** Cuts and reads YAML front matter, before any Markdown parser sees it (`domain.md` fact 2). */
import { isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { FrontMatter, FrontMatterField, FrontMatterProblem } from '../model/runbook';
import type { Span } from '../text/span';

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
  const unclosed = readUnclosed(text, start, closing?.index ?? text.length, closing === null);
  if (unclosed !== null || closing === null) return unclosed;
  const content = { start, end: closing.index };
  const yaml = text.slice(content.start, content.end);
  // a thematic break at the start of a document is no front matter: something must look like `key:` or a comment
  if (yaml.trim() !== '' && !/^[ \t]*(?:[\w"'][^\r\n]*:|#|[[{-])/m.test(yaml)) return null;
  const end = closing.index + closing[0].length;
  const span = { start: 0, end: end + lineBreakLength(text, end) };
  return { span, content, ...readYaml(yaml, content.start) };
}

/**
 * Front matter whose closing line is missing, or null: it ends at the first blank line, when no closing line comes, or
 * when a heading stands before the one that comes and what lies between is no YAML.
 */
function readUnclosed(text: string, start: number, limit: number, endless: boolean): FrontMatter | null {
  const head =
    /^(?:[\w-]+[ \t]*:(?:[ \t][^\r\n]*)?|[ \t]+\S[^\r\n]*|[ \t]*-[ \t][^\r\n]*)(?:(?:\r\n|\n|\r)|$)/gm;
  let end = start;
  for (head.lastIndex = start; head.lastIndex <= limit;) {
    const line = head.exec(text);
    if (line?.index !== end || line[0] === '') break;
    end += line[0].length;
  }
  const rest = text.slice(end, limit);
  if (
    end === start ||
    !/^[a-z][\w-]*[ \t]*:/i.test(text.slice(start, end)) ||
    !/^[ \t]*(?:\r\n|\n|\r|$)/.test(rest)
  )
    return null;
  const swallowed = /^#{1,6}[ \t]+\S/m.test(rest) && parse(text.slice(start, limit)).errors.length > 0;
  if (!endless && !swallowed) return null;
  const content = { start, end };
  const { fields } = readYaml(text.slice(start, end), start);
  const opening = text.indexOf('---');
  const problem = {
    span: { start: opening, end: opening + 3 },
    message: 'no second line "---" closes it',
  };
  return { span: { start: 0, end }, content, fields, problems: [problem] };
}

function readYaml(
  yaml: string,
  offset: number,
): { fields: FrontMatterField[]; problems: FrontMatterProblem[] } {
  const document = parse(yaml);
  const problems = [...document.errors].map(({ pos: [start, end], message }): FrontMatterProblem => {
    const from = Math.min(start, yaml.length);
    return {
      span: shift(
        { start: from, end: Math.min(Math.max(end, from + 1), Math.max(yaml.trimEnd().length, from)) },
        offset,
      ),
      message: firstSentence(message),
    };
  });
  const contents = document.contents;
  if (contents === null || (isScalar(contents) && contents.value === null)) return { fields: [], problems };
  if (!isMap(contents)) {
    const from = contents.range?.[0] ?? 0;
    const to = contents.range?.[1] ?? yaml.length;
    if (problems.length === 0) {
      problems.push({
        span: shift({ start: from, end: Math.max(from, to) }, offset),
        message: 'Front matter must be a map of "key: value" lines',
      });
    }
    return { fields: [], problems };
  }
  const fields: FrontMatterField[] = [];
  for (const { key, value } of contents.items) {
    if (!isScalar(key) || key.range == null) continue;
    const keySpan = shift({ start: key.range[0], end: key.range[1] }, offset);
    const text = textOf(value);
    if (text === null) continue;
    const range = rangeOf(value);
    const valueSpan = range === null ? { start: keySpan.end, end: keySpan.end } : shift(range, offset);
    fields.push({ key: String(key.value), keySpan, valueSpan, value: text });
  }
  return { fields, problems };
}

/** The YAML document; should the library throw on absurd input, an empty document that carries the reason. */
function parse(
  yaml: string,
): Pick<Document, 'contents'> & { errors: readonly { pos: [number, number]; message: string }[] } {
  try {
    return parseDocument(yaml, { prettyErrors: false, strict: false, uniqueKeys: true, logLevel: 'silent' });
  } catch (error) {
    return {
      contents: null,
      errors: [{ pos: [0, yaml.length], message: error instanceof Error ? error.message : String(error) }],
    };
  }
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

function firstSentence(message: string): string {
  return message.split('\n')[0]?.trim() ?? message;
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function lineBreakLength(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2;
  return at < text.length ? 1 : 0;
}
