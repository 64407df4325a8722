/** Workspace edits with the client's spelling of their URIs. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { UriSpelling } from './uri-spelling';

export function spellEdit(
  { changes, documentChanges, ...rest }: WorkspaceEdit,
  uris: UriSpelling,
): WorkspaceEdit {
  return {
    ...rest,
    ...(changes === undefined
      ? {}
      : {
          changes: Object.fromEntries(
            Object.entries(changes).map(([uri, edits]) => [uris.toClient(uri), edits]),
          ),
        }),
    ...(documentChanges === undefined
      ? {}
      : {
          documentChanges: documentChanges.map((change) => {
            if ('textDocument' in change)
              return {
                ...change,
                textDocument: { ...change.textDocument, uri: uris.toClient(change.textDocument.uri) },
              };
            return change.kind === 'rename' ? { ...change, oldUri: uris.toClient(change.oldUri) } : change;
          }),
        }),
  };
}
