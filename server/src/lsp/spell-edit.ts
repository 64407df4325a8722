/** Workspace edits as the client wants them: with its spelling of their URIs, and in the form that it knows. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { EditSupport } from '../service';
import type { UriSpelling } from './uri-spelling';

/** A client that knows no `documentChanges` gets `changes`; renames of files are left out there. */
export function spellEdit(
  edit: WorkspaceEdit,
  uris: UriSpelling,
  { documentChanges: knowsDocuments }: EditSupport,
): WorkspaceEdit {
  const { changes, documentChanges, ...rest } = knowsDocuments ? edit : withoutDocuments(edit);
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
            return change.kind === 'rename'
              ? { ...change, oldUri: uris.toClient(change.oldUri) }
              : { ...change, uri: uris.toClient(change.uri) };
          }),
        }),
  };
}

function withoutDocuments({ changes = {}, documentChanges = [] }: WorkspaceEdit): WorkspaceEdit {
  const all: Record<string, TextEdit[]> = { ...changes };
  for (const change of documentChanges) {
    if (!('textDocument' in change)) continue;
    const { uri } = change.textDocument;
    const edits = change.edits.flatMap((edit) =>
      'newText' in edit ? [{ range: edit.range, newText: edit.newText }] : [],
    );
    all[uri] = [...(all[uri] ?? []), ...edits];
  }
  return { changes: all };
}
