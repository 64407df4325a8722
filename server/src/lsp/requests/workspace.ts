/** Requests about the workspace as a whole: its symbols, and what goes along with moving and deleting files. */
import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { EditSupport } from '../../service';
import type { ClientSupport } from '../capabilities';
import { spellEdit } from '../spell-edit';
import { upToDate, type RequestContext } from './request-context';

/** So many ids are named, the rest counted. */
const mostNamed = 8;

/** Answers the requests of a connection. */
export function answerWorkspace(connection: Connection, context: RequestContext): void {
  const { service, uris, whenReady, support } = context;
  const { editor, say } = service;
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    await whenReady(token);
    const symbols = await upToDate(
      context,
      () => editor.workspaceSymbols(query, { headings: !support().builtInMarkdown }),
      (found) => new Set(found.map(({ location }) => location.uri)),
    );
    return symbols.map((symbol) => ({
      ...symbol,
      location: { ...symbol.location, uri: uris.toClient(symbol.location.uri) },
    }));
  });
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
        .slice(0, mostNamed)
        .map(({ definition: { id }, references }) =>
          references === 1 ? say`${id.text} (1 reference)` : say`${id.text} (${references} references)`,
        )
        .join(', ');
      const more = lost.length - mostNamed;
      const ids = more > 0 ? say`${named} and ${more} more` : named;
      // a notification: nothing is asked, and the deletion does not wait for an answer
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: say`Deleted files define IDs that are still referenced: ${ids}.`,
      });
    }
    return null;
  });
}

/** A move is under way already: its edits are made without a preview. */
function withoutQuestions({ edits }: ClientSupport): EditSupport {
  return { ...edits, annotations: false };
}
