/** Edits of our own messages as those of VS Code. */
import { SnippetString, SnippetTextEdit, TextEdit } from 'vscode';
import type { EntryEdit } from '../../protocol/src/messages.js';
import { toRange } from './to-range.js';

/** An edit with tab stops where it is a snippet. */
export function toTextEdit({ range, newText, snippet }: EntryEdit): TextEdit | SnippetTextEdit {
  return snippet
    ? new SnippetTextEdit(toRange(range), new SnippetString(newText))
    : new TextEdit(toRange(range), newText);
}
