/** The requests of `protocol/src/run.ts`: about carrying runbooks out. */
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import {
  endRunRequest,
  openRunsRequest,
  resumeRunRequest,
  runActRequest,
  runCommandRequest,
  runStateRequest,
  runTargetsRequest,
  runTextsRequest,
  startRunRequest,
  type EndRunParams,
  type OpenRun,
  type RunActParams,
  type RunActResult,
  type RunCommandParams,
  type RunEnd,
  type RunParams,
  type RunRecordSummary,
  type RunTarget,
  type RunTargetsParams,
  type StartRunParams,
} from '../../../../protocol/src/run';
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
  const on = <P, R>(method: string, answer: (params: P) => Promise<R> | R): void => {
    connection.onRequest(method, async (params: P, token: CancellationToken) => {
      await whenReady(token);
      try {
        return await answer(params);
      } catch (error) {
        if (error instanceof RunProblem) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
        throw error;
      }
    });
  };
  on(runTargetsRequest.method, ({ textDocument }: RunTargetsParams): RunTarget[] => {
    const asked = textDocument === undefined ? service.runnable() : [uris.fromClient(textDocument.uri)];
    return runs()
      .targets(asked)
      .map((target) => ({
        ...named(target),
        last: record(target.last),
        lastDrill: record(target.lastDrill),
      }));
  });
  on(startRunRequest.method, async (params: StartRunParams): Promise<RunView> => {
    const uri = documentOf(context, params);
    return named(await runs().start({ ...params, textDocument: { uri } }));
  });
  on(runActRequest.method, async ({ run, act }: RunActParams): Promise<RunActResult> => {
    const { view, refused } = await runs().act(run, act);
    return { view: named(view), refused };
  });
  on(runStateRequest.method, ({ run }: RunParams): RunView => named(runs().state(run)));
  on(openRunsRequest.method, async (): Promise<OpenRun[]> => (await runs().list()).map(named));
  on(resumeRunRequest.method, async ({ run }: RunParams): Promise<RunView> =>
    named(await runs().resume(run)),
  );
  on(endRunRequest.method, async (params: EndRunParams): Promise<RunEnd> =>
    spelledEnd(await runs().end(params)),
  );
  on(runTextsRequest.method, ({ run }: RunParams): RunEnd => spelledEnd(runs().texts(run)));
  on(runCommandRequest.method, (params: RunCommandParams) => runs().command(params));
}
