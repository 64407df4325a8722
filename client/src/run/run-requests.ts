/** The requests about runs, each with its types. What a run is, the server knows. */
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
  type RunAct,
  type RunActParams,
  type RunActResult,
  type RunCommandLines,
  type RunCommandParams,
  type RunEnd,
  type RunParams,
  type RunPlacesParams,
  type RunTarget,
  type RunTargetsParams,
  type StartRunParams,
} from '../../../protocol/src/run.js';
import type { Place } from '../../../protocol/src/overview.js';
import type { RunView } from '../../../protocol/src/run-view.js';
import type { RunbookServer } from '../language-client.js';

/** Each rejects as {@link RunbookServer.request} does. */
export class RunRequests {
  readonly #server: RunbookServer;

  constructor(server: RunbookServer) {
    this.#server = server;
  }

  /** What can be run: of a document, by its URI, or of the workspace. */
  targets(document?: string): Promise<readonly RunTarget[]> {
    const params: RunTargetsParams = document === undefined ? {} : { textDocument: { uri: document } };
    return this.#server.request(runTargetsRequest.method, params);
  }

  start(params: StartRunParams): Promise<RunView> {
    return this.#server.request(startRunRequest.method, params);
  }

  act(run: string, act: RunAct): Promise<RunActResult> {
    const params: RunActParams = { run, act };
    return this.#server.request(runActRequest.method, params);
  }

  state(run: string): Promise<RunView> {
    const params: RunParams = { run };
    return this.#server.request(runStateRequest.method, params);
  }

  resume(run: string): Promise<RunView> {
    const params: RunParams = { run };
    return this.#server.request(resumeRunRequest.method, params);
  }

  open(): Promise<readonly OpenRun[]> {
    return this.#server.request(openRunsRequest.method, {});
  }

  end(params: EndRunParams): Promise<RunEnd> {
    return this.#server.request(endRunRequest.method, params);
  }

  texts(run: string): Promise<RunEnd> {
    const params: RunParams = { run };
    return this.#server.request(runTextsRequest.method, params);
  }

  /** Where ids and links of a document lead, one place or null each. */
  places(document: string, targets: readonly string[]): Promise<readonly (Place | null)[]> {
    const params: RunPlacesParams = { textDocument: { uri: document }, targets };
    return this.#server.request(runPlacesRequest.method, params);
  }

  /** The lines of a command with secrets in them: to be put and forgotten. */
  lines(params: RunCommandParams): Promise<RunCommandLines> {
    return this.#server.request(runCommandRequest.method, params);
  }
}
