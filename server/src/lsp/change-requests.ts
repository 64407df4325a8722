/** Requests whose answers change files: rename, and what goes along with moving and deleting them. */
import {
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type Connection,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { ChangeRefused, type EditSupport } from '../service';
import type { ClientSupport } from './capabilities';
import { upToDate, type RequestContext } from './request-context';
import { spellEdit } from './spell-edit';

/** Answers the requests of a connection. */
export function registerChangeRequests(connection: Connection, context: RequestContext): void {
  const { service, uris, whenReady, support } = context;
  const { editor } = service;
  const options = (): { builtInMarkdown: boolean; renameFiles: boolean } => ({
    builtInMarkdown: support().builtInMarkdown,
    renameFiles: support().edits.renameFiles,
  });

  connection.onPrepareRename(async ({ textDocument, position }, token) => {
    await whenReady(token);
    return editor.prepareRename(uris.fromClient(textDocument.uri), position, options());
  });
  connection.onRenameRequest(
    async ({ textDocument, position, newName }, token): Promise<WorkspaceEdit | ResponseError> => {
      await whenReady(token);
      try {
        const uri = uris.fromClient(textDocument.uri);
        const change = await upToDate(
          context,
          () => editor.rename(uri, position, newName, options()),
          ({ edits }) => edits.keys(),
        );
        return spellEdit(editor.toWorkspaceEdit(change, support().edits), uris, support().edits);
      } catch (error) {
        if (error instanceof ChangeRefused)
          return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
        throw error;
      }
    },
  );

  connection.workspace.onWillRenameFiles(async ({ files }, token) => {
    await whenReady(token);
    const moves = files.map(({ oldUri, newUri }) => ({
      oldUri: uris.fromClient(oldUri),
      newUri: uris.fromClient(newUri),
    }));
    const change = await upToDate(
      context,
      () => editor.moveFiles(moves),
      ({ edits }) => [...edits.keys(), ...moves.map(({ oldUri }) => oldUri)],
    );
    return change.edits.size === 0
      ? null
      : spellEdit(editor.toWorkspaceEdit(change, withoutQuestions(support())), uris, support().edits);
  });
  connection.workspace.onWillDeleteFiles(async ({ files }, token) => {
    await whenReady(token);
    const lost = editor.idsLostWith(files.map(({ uri }) => uris.fromClient(uri)));
    if (lost.length > 0) {
      const named = lost
        .slice(0, 8)
        .map(
          ({ definition, references }) =>
            `${definition.id.text} (${references === 1 ? '1 reference' : `${String(references)} references`})`,
        );
      const more = lost.length > named.length ? ` and ${String(lost.length - named.length)} more` : '';
      // a notification: nothing is asked, and the deletion does not wait for an answer
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: `Deleted files define IDs that are still referenced: ${named.join(', ')}${more}.`,
      });
    }
    return null;
  });
}

/** A move is under way already: its edits are made without a preview. */
function withoutQuestions({ edits }: ClientSupport): EditSupport {
  return { ...edits, annotations: false };
}
