/** Slots: words in brackets that inserted text leaves for an author to replace. Knows no documents. */
import { escapeSnippet } from '../templates/expand-template';
import type { Edit } from '../text/edit';

/** `[First step back]`, `{Who keeps it true}`. Boxes and links are none. */
const slot = /\[[A-Za-z][^[\]{}\r\n]{1,80}\](?![([:])|\{[A-Z][^[\]{}\r\n]{1,80}\}/g;

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
