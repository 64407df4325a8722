/**
 * Saves what runs write: a tick, a row of the log, the record. What was kept is on the disk then, also when the window ends. A
 * document that somebody is editing by hand is left unsaved, with the tick in it: when to save that is theirs to say.
 */
import { CancellationTokenSource, Uri, l10n, workspace, type TextDocument } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

type ApplyEdit = NonNullable<NonNullable<Middleware['workspace']>['handleApplyEdit']>;

export const saveEditsOfRuns: ApplyEdit = async (params, next) => {
  const { token } = new CancellationTokenSource();
  // the server calls its edits by these names, in the same language
  if (params.label !== l10n.t('Run') && params.label !== l10n.t('Run file')) return next(params, token);
  const edited = (params.edit.documentChanges ?? []).flatMap((change) =>
    'textDocument' in change ? [change.textDocument.uri] : [],
  );
  const editedByHand = documentsOf(edited).filter(({ isDirty }) => isDirty);
  const result = await next(params, token);
  await Promise.all(
    documentsOf(edited)
      .filter((document) => !editedByHand.includes(document))
      .map((document) => document.save()),
  );
  return result;
};

function documentsOf(uris: readonly string[]): readonly TextDocument[] {
  const wanted = uris.map((uri) => Uri.parse(uri, true).toString());
  return workspace.textDocuments.filter(({ uri }) => wanted.includes(uri.toString()));
}
