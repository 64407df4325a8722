/** Commands "Insert Phase", "Insert Step" and the like: the server says where and what, the cursor goes to the first slot. */
import { window, type Position, type TextEditor } from 'vscode';
import {
  insertPartRequest,
  type InsertPartParams,
  type InsertPartResult,
  type InsertedPart,
} from '../../../protocol/src/insert-part.js';
import type { RunbookServer } from '../language-client.js';
import { applyEdits } from '../edits/apply-edits.js';

/** Inserts at the cursor of the active editor; a message says why there is no place for the part. */
export async function insertPart(server: RunbookServer, part: InsertedPart): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const result = await ask(server, editor, part, editor.selection.active);
  if (typeof result === 'string') void window.showInformationMessage(result);
  else await applyEdits(editor, result.documents);
}

/** The edits, or why there are none. */
async function ask(
  server: RunbookServer,
  { document }: TextEditor,
  part: InsertedPart,
  { line, character }: Position,
): Promise<InsertPartResult | string> {
  const params: InsertPartParams = {
    textDocument: { uri: document.uri.toString() },
    position: { line, character },
    part,
  };
  try {
    return await server.request<InsertPartResult>(insertPartRequest.method, params);
  } catch (error) {
    const refusal = server.refusalIn(error);
    if (refusal === undefined) throw error;
    return refusal;
  }
}
