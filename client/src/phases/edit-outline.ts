/** Has the server do something to the document of the Phases tree, as one step that can be undone. */
import { l10n, window, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  editOutlineRequest,
  type EditOutlineParams,
  type OutlineAction,
} from '../../../protocol/src/messages.js';
import type { DocumentOutline } from '../active-outline.js';
import { showBeside } from '../commands/reveal-outline-node.js';
import type { RunbookServer } from '../language-client.js';

export interface OutlineEdit {
  /** Ids of nodes of the tree. */
  readonly nodes: readonly string[];
  readonly action: OutlineAction;
  readonly before?: string | null;
}

/** Actions that leave something to fill in: the editor gets the focus, with the first of it selected. */
const filledIn: ReadonlySet<OutlineAction> = new Set([
  'add-phase',
  'add-step',
  'add-rollback',
  'add-verification',
]);

/** Makes the edit. When it is refused, it says why and changes nothing. @returns Whether the document was changed. */
export async function editOutline(
  server: RunbookServer,
  { document, result }: DocumentOutline,
  { nodes, action, before }: OutlineEdit,
): Promise<boolean> {
  const params: EditOutlineParams = {
    textDocument: { uri: document.uri.toString() },
    version: result.version,
    nodes,
    action,
    ...(before === undefined ? {} : { before }),
  };
  try {
    const edit = await server.request<WorkspaceEdit>(editOutlineRequest.method, params);
    const client = await server.whenRunning();
    const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (document.version !== result.version) throw new Error(changedMeanwhile());
    // tab stops are those of an editor
    if (filledIn.has(action)) await showBeside(document);
    if (!(await workspace.applyEdit(converted)))
      throw new Error(l10n.t('The document cannot be edited. Nothing was changed.'));
    return true;
  } catch (error) {
    void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return false;
  }
}

function changedMeanwhile(): string {
  return l10n.t('The document has changed in the meantime. Nothing was changed. Try again.');
}
