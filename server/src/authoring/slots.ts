/** Slots: words in brackets that inserted text leaves for an author to replace. */
import type { Runbook } from '../model/runbook';
import { escapeSnippet } from '../templates/expand-template';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

/** `[First step back]`, `{Who keeps it true}`. Boxes and links are none. */
const slot = /\[\p{L}[^[\]{}\r\n]{1,80}\](?![([:])|\{[A-Z][^[\]{}\r\n]{1,80}\}/gu;

/** An edit whose text may be a snippet of the language server protocol, with tab stops. */
export interface SnippetEdit extends Edit {
  readonly snippet: boolean;
}

/**
 * Edits of one document with the slots that they insert as tab stops, in the order of the edits; those that insert none
 * stay as they are. Words that `text` has at the place of an edit are the author's own, and no slots.
 */
export function withTabStops(text: string, edits: readonly Edit[]): SnippetEdit[] {
  let count = 0;
  return edits.map((edit) => {
    const old = text.slice(edit.span.start, edit.span.end);
    let snippet = '';
    let at = 0;
    for (const { 0: words, index } of edit.newText.matchAll(slot)) {
      if (old.includes(words)) continue;
      count++;
      snippet += `${escapeSnippet(edit.newText.slice(at, index))}\${${String(count)}:${escapeSnippet(words)}}`;
      at = index + words.length;
    }
    if (at === 0) return { ...edit, snippet: false };
    return { ...edit, newText: snippet + escapeSnippet(edit.newText.slice(at)), snippet: true };
  });
}

/** A text as a snippet in which these stretches are tab stops, in order. Those that overlap one before them are none. */
export function withStopsAt(text: string, places: readonly Span[]): string {
  let snippet = '';
  let at = 0;
  let count = 0;
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end === start) continue;
    snippet += `${escapeSnippet(text.slice(at, start))}\${${String(++count)}:${escapeSnippet(text.slice(start, end))}}`;
    at = end;
  }
  return snippet + escapeSnippet(text.slice(at));
}

/**
 * The same edit at the beginning of the next line, where it begins with a line ending: editors indent the lines of a
 * snippet as they find the line before it, which the text has done already.
 */
export function fromLineStart({ lines, text }: Runbook, edit: SnippetEdit): SnippetEdit {
  const { span, newText } = edit;
  const line = lines.lineAt(span.start);
  const eol = /^\r?\n/.exec(newText)?.[0];
  if (eol === undefined || span.end > span.start || lines.spanOf(line).end !== span.start) return edit;
  if (line + 1 >= lines.count || !/^[ \t]/.test(lines.textOf(line))) return edit;
  const start = lines.startOf(line + 1);
  const own = text.slice(span.start, start);
  return { ...edit, span: { start, end: start }, newText: newText.slice(eol.length) + own };
}
