/** The requests of `protocol/src/overview.ts`: about the workspace as a whole. */
import { ErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import {
  changeEntriesRequest,
  coverageRequest,
  entriesRequest,
  exportReportRequest,
  reportPageRequest,
  writeRunbookRequest,
  type ChangeEntriesParams,
  type CoverageGroup,
  type EntriesResult,
  type EntryPlace,
  type ExportReportParams,
  type Place,
  type ReportPage,
  type WriteRunbookParams,
} from '../../../../protocol/src/overview';
import type { NewEntryResult } from '../../../../protocol/src/messages';
import { reportFile, type FolderReport } from '../../service';
import { spellEdit } from '../spell-edit';
import { documentOf, refuseCancelled, type RequestContext } from './request-context';

/** Answers the requests of a connection. */
export function answerOverview(connection: Connection, context: RequestContext): void {
  const { service, uris, whenReady, inBackground, support, locale } = context;
  const { editor } = service;
  const toClient = ({ uri, range }: Place): Place => ({ uri: uris.toClient(uri), range });
  const fromClient = ({ uri, range, id }: EntryPlace): EntryPlace => ({
    ...{ uri: uris.fromClient(uri), range, id },
  });
  connection.onRequest(entriesRequest.method, async (_: unknown, token: CancellationToken) => {
    await whenReady(token);
    const { documents, ...rest } = await inBackground(editor.entries(), token);
    const spelled = documents.map(({ uri, label }) => ({ uri: uris.toClient(uri), label }));
    return { ...rest, documents: spelled } satisfies EntriesResult;
  });
  connection.onRequest(coverageRequest.method, async (_: unknown, token: CancellationToken) => {
    await whenReady(token);
    const groups = await inBackground(editor.coverage(), token);
    return groups.map(({ rows, ...group }): CoverageGroup => ({
      ...group,
      rows: rows.map((row) => ({ ...row, place: row.place === null ? null : toClient(row.place) })),
    }));
  });
  connection.onRequest(reportPageRequest.method, async (_: unknown, token: CancellationToken) => {
    await whenReady(token);
    const { folders, places } = await inBackground(editor.reportPage(), token);
    return { folders, places: places.map(toClient) } satisfies ReportPage;
  });
  connection.onRequest(
    exportReportRequest.method,
    async ({ format }: ExportReportParams, token: CancellationToken) => {
      await whenReady(token);
      const reports: FolderReport[] = [];
      for (const { uri, name } of service.layout.folders)
        reports.push({ folder: name, ...(await inBackground(service.report(uri), token)) });
      return reportFile[format](reports, { say: service.say, locale: locale() });
    },
  );
  connection.onRequest(
    changeEntriesRequest.method,
    async ({ change, entries }: ChangeEntriesParams, token: CancellationToken) => {
      await whenReady(token);
      const { edit, ids } = editor.changeEntries(change, entries.map(fromClient));
      return { edit: spellEdit(edit, uris, support().edits), ids };
    },
  );
  connection.onRequest(
    writeRunbookRequest.method,
    async (params: WriteRunbookParams, token: CancellationToken) => {
      await whenReady(token);
      refuseCancelled(token);
      const { title, category, answers } = params;
      const written = editor.writeRunbook(documentOf(context, params), {
        title: title.replace(/\s+/g, ' ').trim(),
        category,
        answers: answers === undefined ? undefined : fromClient(answers),
      });
      if (written === null)
        return new ResponseError(
          ErrorCodes.InvalidParams,
          service.say`${params.textDocument.uri} is not a Markdown document of this workspace.`,
        );
      return [...written.edits].map(([uri, edits]): NewEntryResult => ({
        ...{ id: written.id, uri: uris.toClient(uri), version: service.versionOf(uri), edits },
      }));
    },
  );
}
