/** The requests of `protocol/src/run.ts`: about carrying runbooks out. */
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import {
  endRunRequest,
  openRunsRequest,
  resumeRunRequest,
  runActRequest,
  runCommandRequest,
  runPlacesRequest,
  runStateRequest,
  runTargetsRequest,
  runTextsRequest,
  startRunRequest,
  type EndRunParams,
  type OpenRun,
  type RunActParams,
  type RunActResult,
  type RunCommandLines,
  type RunCommandParams,
  type RunEnd,
  type RunParams,
  type RunPlacesParams,
  type RunRecordSummary,
  type RunTarget,
  type RunTargetsParams,
  type StartRunParams,
} from '../../../../protocol/src/run';
import type { Place } from '../../../../protocol/src/overview';
import type { RunView } from '../../../../protocol/src/run-view';
import { RunProblem, type RunSessions } from '../../run/run-sessions';
import { documentOf, type RequestContext } from './request-context';

/** Answers the requests of a connection. `runs`: those of the session, once it is initialized. */
export function answerRuns(connection: Connection, context: RequestContext, runs: () => RunSessions): void {
  const { service, uris, whenReady } = context;
  const named = <T extends { readonly textDocument: { readonly uri: string } }>(one: T): T => ({
    ...one,
    textDocument: { uri: uris.toClient(one.textDocument.uri) },
  });
  const record = (one: RunRecordSummary | null): RunRecordSummary | null =>
    one === null ? null : { ...one, uri: uris.toClient(one.uri) };
  const spelledEnd = (end: RunEnd): RunEnd => ({
    ...end,
    view: named(end.view),
    record: end.record === null ? null : uris.toClient(end.record),
  });
  const saying =
    <P, R>(answer: (params: P) => Promise<R> | R) =>
    async (params: P, token: CancellationToken): Promise<R | ResponseError> => {
      await whenReady(token);
      try {
        return await answer(params);
      } catch (error) {
        if (error instanceof RunProblem) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
        throw error;
      }
    };
  connection.onRequest<RunTarget[], unknown>(
    runTargetsRequest.method,
    saying(({ textDocument }: RunTargetsParams): RunTarget[] => {
      const asked = textDocument === undefined ? service.runnable() : [uris.fromClient(textDocument.uri)];
      return runs()
        .targets(asked)
        .map((target) => ({
          ...named(target),
          last: record(target.last),
          lastDrill: record(target.lastDrill),
        }));
    }),
  );
  connection.onRequest<RunView, unknown>(
    startRunRequest.method,
    saying(async (params: StartRunParams): Promise<RunView> => {
      const uri = documentOf(context, params);
      return named(await runs().start({ ...params, textDocument: { uri } }));
    }),
  );
  connection.onRequest<RunActResult, unknown>(
    runActRequest.method,
    saying(async ({ run, act }: RunActParams): Promise<RunActResult> => {
      const { view, refused } = await runs().act(run, act);
      return { view: named(view), refused };
    }),
  );
  connection.onRequest<RunView, unknown>(
    runStateRequest.method,
    saying(async ({ run }: RunParams): Promise<RunView> => named(await runs().state(run))),
  );
  connection.onRequest<OpenRun[], unknown>(
    openRunsRequest.method,
    saying(async (): Promise<OpenRun[]> => (await runs().list()).map(named)),
  );
  connection.onRequest<RunView, unknown>(
    resumeRunRequest.method,
    saying(async ({ run }: RunParams): Promise<RunView> => named(await runs().resume(run))),
  );
  connection.onRequest<RunEnd, unknown>(
    endRunRequest.method,
    saying(async (params: EndRunParams): Promise<RunEnd> => spelledEnd(await runs().end(params))),
  );
  connection.onRequest<RunEnd, unknown>(
    runTextsRequest.method,
    saying(({ run }: RunParams): RunEnd => spelledEnd(runs().texts(run))),
  );
  connection.onRequest<RunCommandLines, unknown>(
    runCommandRequest.method,
    saying((params: RunCommandParams) => runs().command(params)),
  );
  connection.onRequest(
    runPlacesRequest.method,
    saying(({ textDocument, targets }: RunPlacesParams): (Place | null)[] =>
      service.editor
        .runPlaces(uris.fromClient(textDocument.uri), targets)
        .map((place) => (place === null ? null : { ...place, uri: uris.toClient(place.uri) })),
    ),
  );
}
