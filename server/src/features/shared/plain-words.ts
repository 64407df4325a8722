/** Words of documents for people who look at them elsewhere: without markup, shortened, safe in Markdown. */
import type { Runbook } from '../../model/runbook';
import { plainText } from '../../model/plain-text';
import { holdsNoWords } from '../../document/sections/section-lookup';
import { firstFrom, type Span } from '../../text/span';

/** The first lines of a stretch as one, with dots between items and fields, up to `longest` UTF-16 units; empty where it says nothing. */
export function firstWords(runbook: Runbook, { start, end }: Span, longest = 160): string {
  if (end <= start || holdsNoWords(runbook, { start, end })) return '';
  const { text, lines } = runbook;
  let taken = '';
  for (let at = start; at < end && taken.length <= longest; at = lines.startOf(lines.lineAt(at) + 1)) {
    const line = { start: at, end: Math.min(lines.spanOf(lines.lineAt(at)).end, end) };
    const words = plainText(text, line, [])
      .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
      .replace(/[*`]+/g, '')
      .replace(/^[>\s]*(?:[-+]|\d+[.)])?\s*(?:\[[ xX]\]\s*)?/, '');
    if (words === '' && taken !== '') break;
    // a line that is wrapped goes on with what was said
    if (words !== '') taken += `${taken === '' ? '' : beginsAnew(runbook, line) ? ' · ' : ' '}${words}`;
    if (lines.lineAt(at) + 1 >= lines.count) break;
  }
  return taken.length > longest ? `${taken.slice(0, longest - 1)}…` : taken;
}

/** Whether a line is an item of a list, a field, or behind a line break. */
function beginsAnew({ text, lines, labels }: Runbook, { start, end }: Span): boolean {
  if (/^[>\s]*(?:[-*+]|\d+[.)])\s/.test(text.slice(start, end))) return true;
  const label = labels[firstFrom(labels, start, ({ nameSpan }) => nameSpan.start)];
  if (label !== undefined && label.nameSpan.start < end) return true;
  return /(?: {2}|\\)$/.test(lines.textOf(lines.lineAt(start) - 1));
}

/** Words that are not in a document yet, without the inline markup in them. */
export function withoutMarkup(source: string): string {
  return source
    .replace(/(?<![\\`])(`{1,9})(.{1,300}?)\1/g, '$2')
    .replace(/!\[[^[\]]*\]\([^()\s]*\)|<\/?[a-z][^<>]*>/gi, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/(?<!\\)(\*{1,3}|~~)(?=\S)(.{1,300}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w\\])(_{1,3})(?=\S)(.{1,300}?)(?<=\S)\1(?!\w)/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Text of a document as text in Markdown: no markup, no links, no HTML. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&').replace(/\s+/g, ' ');
}
