/** The requests of `protocol/src/messages.ts`, which only our clients send. */
import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  editOutlineRequest,
  entryPrefixesRequest,
  entryTargetsRequest,
  newEntryRequest,
  outlineRequest,
  reportRequest,
  type EditOutlineParams,
  type EntryPrefixesParams,
  type EntryTarget,
  type EntryTargetsParams,
  type NewEntryParams,
  type NewEntryResult,
  type OutlineParams,
  type ReportParams,
} from '../../../../protocol/src/messages';
import { previewRequest, type PreviewParams, type PreviewResult } from '../../../../protocol/src/preview';
import { ChangeRefused } from '../../service';
import { spellEdit } from '../spell-edit';
import { documentOf, type RequestContext } from './request-context';

/** Answers the requests of a connection. */
export function answerRunbook(connection: Connection, context: RequestContext): void {
  const { service, uris, whenReady, inBackground } = context;
  const { editor } = service;
  connection.onRequest(outlineRequest.method, async (params: OutlineParams, token: CancellationToken) => {
    await whenReady(token);
    return editor.outline(documentOf(context, params));
  });
  connection.onRequest(
    entryTargetsRequest.method,
    async ({ prefix, textDocument }: EntryTargetsParams, token: CancellationToken) => {
      await whenReady(token);
      const uri = textDocument === undefined ? undefined : uris.fromClient(textDocument.uri);
      const { targets, here, ...rest } = editor.entryTargets(prefix, uri);
      const toClient = (target: EntryTarget): EntryTarget => ({ ...target, uri: uris.toClient(target.uri) });
      return { targets: targets.map(toClient), here: here === null ? null : toClient(here), ...rest };
    },
  );
  connection.onRequest(
    entryPrefixesRequest.method,
    async (params: EntryPrefixesParams | null | undefined, token: CancellationToken) => {
      await whenReady(token);
      const uri = params?.textDocument?.uri;
      return editor.entryPrefixes(uri === undefined ? undefined : uris.fromClient(uri));
    },
  );
  connection.onRequest(
    reportRequest.method,
    async (params: ReportParams | null | undefined, token: CancellationToken) => {
      await whenReady(token);
      const folder = params?.folder;
      const report = service.report(typeof folder === 'string' ? uris.fromFolder(folder) : undefined);
      return inBackground(report, token);
    },
  );
  connection.onRequest(previewRequest.method, async (params: PreviewParams, token: CancellationToken) => {
    await whenReady(token);
    return preview(context, documentOf(context, params));
  });
  connection.onRequest<WorkspaceEdit, unknown>(
    editOutlineRequest.method,
    async (params: EditOutlineParams, token: CancellationToken) => {
      await whenReady(token);
      return editOutline(context, params);
    },
  );
  connection.onRequest(newEntryRequest.method, async (params: NewEntryParams, token: CancellationToken) => {
    await whenReady(token);
    return newEntry(context, params);
  });
}

function preview({ service, uris }: RequestContext, uri: string): PreviewResult {
  const contents = service.editor.preview(uri);
  if (contents === null) return null;
  const ids = contents.ids.map((one) =>
    one.target === null ? one : { ...one, target: { ...one.target, uri: uris.toClient(one.target.uri) } },
  );
  return { ...contents, ids };
}

function editOutline(context: RequestContext, params: EditOutlineParams): WorkspaceEdit | ResponseError {
  const { uris, support } = context;
  const { editor } = context.service;
  const uri = documentOf(context, params);
  const { nodes, action, version, before = null } = params;
  try {
    const edits = editor.editOutline(uri, { nodes, action, version, before });
    const { edits: known, snippetEdits } = support();
    return spellEdit(editor.toSnippetEdit(uri, edits, snippetEdits), uris, known);
  } catch (error) {
    if (error instanceof ChangeRefused)
      return new ResponseError(LSPErrorCodes.RequestFailed, context.service.say(error.words));
    throw error;
  }
}

function newEntry(context: RequestContext, params: NewEntryParams): NewEntryResult | ResponseError {
  const { service, uris } = context;
  const { textDocument, prefix, title, category, runbook } = params;
  if (!/^[A-Z][A-Z0-9-]*$/.test(prefix))
    return new ResponseError(
      ErrorCodes.InvalidParams,
      service.say`Invalid ID prefix "${prefix}". Use upper-case letters, such as RUN.`,
    );
  const uri = documentOf(context, params);
  const words = title.replace(/\s+/g, ' ').trim();
  const entry = service.editor.newEntry(
    uri,
    prefix,
    words,
    category,
    runbook === undefined ? {} : { answeredBy: runbook },
  );
  if (entry === null)
    return new ResponseError(
      ErrorCodes.InvalidParams,
      service.say`${textDocument.uri} is not a Markdown document of this workspace.`,
    );
  return { ...entry, uri: uris.toClient(uri), version: service.versionOf(uri) };
}
