/** What the scalars of YAML say: unquoted, unfolded, with the certain parts of a template put in. Knows nothing of rules. */
import { isScalar, parseDocument } from 'yaml';
import type { AlertText } from '../model/alert-rule';
import type { LineIndex } from '../text/line-index';
import type { ScalarNode } from './nodes';
import type { Said, TemplateText } from './template-text';

/** UTF-16 units of quoted text with escapes that are read. */
const longestQuoted = 500_000;

/** What nothing at all says. */
export const noText: AlertText = { value: null, raw: '', span: null, exact: false, style: 'plain' };

/** What a scalar says. */
export function readScalar(node: ScalarNode, template: TemplateText, lines: LineIndex): AlertText {
  const { style, start, end, isSound } = node;
  const first = lines.lineAt(start);
  const isOneLine = end <= lines.spanOf(first).end;
  const said = isOneLine ? template.say(start, end) : sayLines(node, template, lines);
  const isQuoted = style === 'single' || style === 'double';
  if (isSound && isQuoted && (!isOneLine || said.raw.includes(style === 'single' ? "''" : '\\'))) {
    const decoded = decode(said.raw, style);
    const value = said.known ? decoded : null;
    // without escapes only the line ends are others
    const span = said.raw.includes(style === 'single' ? "''" : '\\') ? null : { start, end };
    return { value, raw: decoded ?? said.raw, span, exact: false, style };
  }
  const value = said.known && isSound ? said.raw : null;
  return { value, raw: said.raw, span: { start, end }, exact: said.same && isOneLine, style };
}

/** Text in quotes, which is there without them; null where it is broken. */
function decode(raw: string, style: 'single' | 'double'): string | null {
  if (raw.length > longestQuoted) return null;
  const quote = style === 'single' ? "'" : '"';
  const { contents, errors } = parseDocument(quote + raw + quote, { schema: 'failsafe', logLevel: 'silent' });
  return errors.length === 0 && isScalar(contents) && typeof contents.value === 'string'
    ? contents.value
    : null;
}

/** What lines say together. Those of quoted text are put together as they stand. */
function sayLines(node: ScalarNode, template: TemplateText, lines: LineIndex): Said {
  const { style, start, end, indent } = node;
  if (style === 'single' || style === 'double') return template.say(start, end);
  const parts: string[] = [];
  let known = true;
  const last = lines.lineAt(end);
  for (let line = lines.lineAt(start); line <= last; line++) {
    const span = lines.spanOf(line);
    const from = Math.max(start, Math.min(span.start + indent, span.end));
    const said = template.say(from, Math.min(end, span.end));
    known &&= said.known;
    // a comment or an assignment of the template writes no line
    if (said.raw.trim() === '' && !said.same) continue;
    parts.push(style === 'plain' ? said.raw.trim() : said.raw);
  }
  const raw = style === 'literal' ? parts.join('\n') : fold(parts);
  return { raw, known, same: false };
}

/** Lines as one: a blank line parts, and lines that are further in stay lines. */
function fold(lines: readonly string[]): string {
  let folded = lines[0] ?? '';
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const before = lines[at - 1] ?? '';
    const staysLine = line === '' || /^[ \t]/.test(line) || /^[ \t]/.test(before);
    if (staysLine) folded += '\n' + line;
    else folded += (before === '' ? '' : ' ') + line;
  }
  return folded;
}
