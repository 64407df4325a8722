/**
 * What the client changes about the server's answers before the editor sees them. Knows no server and no commands.
 */
import { CancellationError, MarkdownString, WorkspaceEdit, window } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { saveEditsOfRuns } from './run/save-edits.js';
import { executeCommand, linkPages, showDocument } from './rule-actions/rule-middleware.js';

/** Cards link to files relative to the document, and to pages of rules: the editor must know how to open them. */
const provideHover: NonNullable<Middleware['provideHover']> = async (document, position, token, next) => {
  const hover = await next(document, position, token);
  for (const content of hover?.contents ?? []) {
    if (!(content instanceof MarkdownString)) continue;
    content.baseUri = document.uri;
    linkPages(content);
  }
  return hover;
};

/**
 * Says why an id cannot have the new name, and changes nothing. Passing the refusal on would make the editor ask its own
 * Markdown support instead, which would give the whole heading around the id the new name.
 */
const provideRenameEdits: NonNullable<Middleware['provideRenameEdits']> = async (
  document,
  position,
  newName,
  token,
  next,
) => {
  try {
    return await next(document, position, newName, token);
  } catch (error) {
    if (token.isCancellationRequested || error instanceof CancellationError) throw error;
    void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return new WorkspaceEdit();
  }
};

export const middleware: Middleware = {
  executeCommand,
  provideHover,
  provideRenameEdits,
  window: { showDocument },
  workspace: { handleApplyEdit: saveEditsOfRuns },
};
