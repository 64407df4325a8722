/**
 * Command "Insert RUN- entry": asks, then adds an entry with the next free id, its navigation bullet and its
 * change-log row as one undo step. Which file, which id and which text are the server's business.
 */
import {
  SnippetString,
  SnippetTextEdit,
  TextEdit,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
  type TextEditor,
} from 'vscode';
import type { EntryEdit, NewEntryParams, NewEntryResult } from '../../../protocol/src/messages.js';
import type { RunbookServer } from '../language-client.js';
import { toRange } from '../to-range.js';
import type { EntryQuestions } from './entry-questions.js';

const prefix = 'RUN';

/**
 * @returns The id of the new entry, or undefined when nothing was changed: someone backed out of a question,
 *   or there is no file for the entry (then a message says what to do).
 */
export async function insertRunEntry(
  server: RunbookServer,
  active: Uri | undefined,
  questions: EntryQuestions,
): Promise<string | undefined> {
  const { targets, categories } = await server.entryTargets(prefix, active);
  const [best, ...others] = targets;
  if (best === undefined) {
    void window.showWarningMessage(
      'No file for a RUN- entry found. Open the runbook to add it to, or create an SoT file such as ' +
        'SoT.DEPLOYMENT.md with "id_prefix: RUN-XXX" in its front matter.',
    );
    return undefined;
  }
  const title = await questions.title();
  if (title === undefined) return undefined;
  const category = await questions.category(categories);
  if (category === undefined) return undefined;
  const target = others.length === 0 ? best : await questions.target(targets);
  if (target === undefined) return undefined;

  const editor = await show(Uri.parse(target.uri, true));
  const result = await addEntry(server, editor, { prefix, title, category });
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  return result.id;
}

/** The editor must be the active one: only there do the tab stops of an edit come alive. */
async function show(uri: Uri): Promise<TextEditor> {
  const document = await workspace.openTextDocument(uri);
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  return window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? ViewColumn.Active,
    preview: false,
  });
}

/** Throws when the document changes faster than the server answers, or the editor refuses the edit. */
async function addEntry(
  server: RunbookServer,
  editor: TextEditor,
  entry: Pick<NewEntryParams, 'prefix' | 'title' | 'category'>,
): Promise<NewEntryResult> {
  const { document } = editor;
  const result = await server.newEntry(document.uri, entry);
  if (result.version !== null && result.version !== document.version) {
    throw new Error(`${document.fileName} has changed in the meantime. Nothing was inserted. Try again.`);
  }
  const edit = new WorkspaceEdit();
  edit.set(document.uri, result.edits.map(toTextEdit));
  if (!(await workspace.applyEdit(edit))) {
    throw new Error(
      `Could not edit ${document.fileName}. Nothing was inserted. Check that the file is writable.`,
    );
  }
  return result;
}

function toTextEdit({ range, newText, snippet }: EntryEdit): TextEdit | SnippetTextEdit {
  return snippet
    ? new SnippetTextEdit(toRange(range), new SnippetString(newText))
    : new TextEdit(toRange(range), newText);
}
