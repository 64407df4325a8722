/** Requests that change what is written: completion, code actions, linked editing, rename. */
import {
  CodeActionKind,
  CodeActionTriggerKind,
  CompletionTriggerKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionParams,
  type CompletionItem,
  type Connection,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { readAgainCommand } from '../../../../protocol/src/messages';
import { ChangeRefused, type EditedBaseline, type FolderConfiguration } from '../../service';
import { toPlainItem, withoutLabelDetails } from '../plain-forms';

import { configurationFileName } from '../../config/configuration';
import { editedConfiguration } from '../rule-severity';
import { spellEdit } from '../spell-edit';
import { configurationAt } from './configuration';
import type { Say } from '../../text/say';
import { documentOf, upToDate, whenKnown, type RequestContext } from './request-context';

/** Answers the requests of a connection. */
export function answerEditing(connection: Connection, context: RequestContext): void {
  const { service, uris, whenReady, support } = context;
  const { editor } = service;
  answerCompletion(connection, context);
  answerRename(connection, context);
  connection.languages.onLinkedEditingRange(async (params, token) =>
    editor.linkedEditingRanges(await whenKnown(context, params, token), params.position),
  );
  connection.onCodeAction(async (params, token) => {
    await whenReady(token);
    const { diagnostics, only, triggerKind } = params.context;
    const uri = documentOf(context, params);
    const actions = [
      ...editor.codeActions(uri, params.range, diagnostics, only, {
        configuration: editedConfiguration(context, uri),
        baseline: editedBaseline(context, uri),
        folderConfiguration: folderConfiguration(context, uri),
        explains: support().showDocument,
        tabStops: support().snippetEdits,
        createsFiles: support().edits.createFiles,
        unasked: triggerKind === CodeActionTriggerKind.Automatic,
      }),
      ...editor.fixAllAction(uri, only),
    ];
    if (service.runbook(uri)?.unread === true) actions.push(readAgain(service.say, params));
    return actions.map((action): CodeAction => ({
      ...action,
      ...(action.edit === undefined ? {} : { edit: spellEdit(action.edit, uris, support().edits) }),
    }));
  });
}

/** The configuration file of the workspace folder of a document; null where the client cannot edit or create it. */
function folderConfiguration(
  { service, configurations, support }: RequestContext,
  uri: string,
): FolderConfiguration | null {
  const { folder } = service.placeOf(uri);
  const { edits } = support();
  if (folder === '' || !edits.documentChanges) return null;
  const at = `${folder}/${configurationFileName}`;
  const file = configurations().get(at);
  if (file === undefined && !edits.createFiles) return null;
  return { uri: at, path: configurationFileName, text: file?.text ?? null, version: file?.version ?? null };
}

/**
 * The baseline in which findings of a document can be accepted. Only where the client sends its text when it is open: what is
 * accepted is not saved at once, and the next edit has to go on from there.
 */
function editedBaseline(
  { service, baselineOf, support }: RequestContext,
  uri: string,
): EditedBaseline | null {
  const { dynamicDocuments, edits } = support();
  const baseline = dynamicDocuments && edits.documentChanges ? baselineOf(service.placeOf(uri).folder) : null;
  return baseline?.text === null && !edits.createFiles ? null : baseline;
}

function answerCompletion(connection: Connection, context: RequestContext): void {
  const { whenReady, support } = context;
  const { editor } = context.service;
  const toItem = (item: CompletionItem): CompletionItem =>
    support().markdownItems ? item : toPlainItem(item, editor.withoutMarkup);
  connection.onCompletion(async (params, token) => {
    await whenReady(token);
    const configuration = configurationAt(context, params);
    if (configuration !== null)
      return editor.completeConfiguration(configuration.uri, configuration.request).map(toItem);
    const { builtInMarkdown, snippets, labelDetails } = support();
    const { triggerKind, triggerCharacter } = params.context ?? {};
    const { isIncomplete, items } = editor.complete(
      documentOf(context, params),
      params.position,
      triggerCharacter,
      {
        links: !builtInMarkdown,
        snippets,
        continued: triggerKind === CompletionTriggerKind.TriggerForIncompleteCompletions,
      },
    );
    const list = items.map((item) => toItem(labelDetails ? item : withoutLabelDetails(item)));
    return isIncomplete ? { isIncomplete, items: list } : list;
  });
  connection.onCompletionResolve((item) => toItem(editor.resolveCompletion(item)));
}

function answerRename(connection: Connection, context: RequestContext): void {
  const { service, uris, whenReady, support } = context;
  const { editor } = service;
  const options = (): { builtInMarkdown: boolean; renameFiles: boolean } => ({
    builtInMarkdown: support().builtInMarkdown,
    renameFiles: support().edits.renameFiles,
  });
  connection.onPrepareRename(async (params, token) => {
    await whenReady(token);
    return editor.prepareRename(documentOf(context, params), params.position, options());
  });
  connection.onRenameRequest(async (params, token): Promise<WorkspaceEdit | ResponseError> => {
    await whenReady(token);
    try {
      const uri = documentOf(context, params);
      const change = await upToDate(
        context,
        () => editor.rename(uri, params.position, params.newName, options()),
        ({ edits }) => edits.keys(),
      );
      return spellEdit(editor.toWorkspaceEdit(change, support().edits), uris, support().edits);
    } catch (error) {
      if (error instanceof ChangeRefused)
        return new ResponseError(LSPErrorCodes.RequestFailed, service.say(error.words));
      throw error;
    }
  });
}

/** What may be done about a document that is not read. */
function readAgain(say: Say, { textDocument, context: { diagnostics } }: CodeActionParams): CodeAction {
  const title = say`Read it again`;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.filter(({ code }) => code === 'document-set-aside'),
    command: { title, command: readAgainCommand, arguments: [textDocument.uri] },
  };
}
