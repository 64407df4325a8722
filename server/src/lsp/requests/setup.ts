/** The requests of `protocol/src/setup.ts`. */
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import {
  setupBaselineRequest,
  setupRequest,
  type SetupBaselineParams,
  type SetupFileText,
  type SetupOffer,
  type SetupParams,
  type SetupResult,
} from '../../../../protocol/src/setup';
import type { ReadForSetup } from '../../files/read-for-setup';
import type { TrialOptions } from '../../files/trial';
import {
  baselineFileName,
  baselineOf,
  setupFor,
  writeBaseline,
  type CoreService,
  type SetupAnswer,
} from '../../service';
import type { WorkspaceFolder } from '../../workspace';
import type { FileSource } from '../file-source';
import type { RequestContext } from './request-context';

/** Answers the requests of a connection. */
export function answerSetup(connection: Connection, context: RequestContext, reading: SetupReading): void {
  const { service, uris, whenReady, inBackground } = context;
  connection.onRequest(
    setupRequest.method,
    async (params: SetupParams, token: CancellationToken): Promise<SetupResult> => {
      await whenReady(token);
      const folder = folderOf(
        service,
        params.folder === undefined ? undefined : uris.fromFolder(params.folder),
      );
      if (folder === undefined) return { reason: 'no-folder', offers: [] };
      const { source } = await reading.files.readForSetup(folder, trialOptions(context, reading, token));
      const offers = offersFor(source, folder);
      const spelled = offers.map((offer) => ({ ...offer, configuration: toClient(offer.configuration) }));
      return { reason: spelled.length === 0 ? 'no-runbooks' : null, offers: spelled };
    },
  );
  connection.onRequest(
    setupBaselineRequest.method,
    async ({ configuration }: SetupBaselineParams, token: CancellationToken) => {
      await whenReady(token);
      const uri = uris.fromClient(configuration.uri);
      const folder = folderOf(service, uri.slice(0, Math.max(0, uri.lastIndexOf('/'))));
      if (folder === undefined) return null;
      // configuration files in subfolders stay and count
      const { service: trial } = await reading.files.openTrial(folder, {
        ...trialOptions(context, reading, token),
        configuration: { top: configuration.text },
      });
      return toClient(await inBackground(baselineFor(trial, folder), token));
    },
  );

  function toClient({ uri, text }: SetupFileText): SetupFileText {
    return { uri: uris.toClient(uri), text };
  }
}

/** The workspace folder of a URI, by default the first. */
function folderOf({ layout }: CoreService, uri: string | undefined): WorkspaceFolder | undefined {
  return uri === undefined ? layout.folders[0] : layout.folders.find((folder) => folder.uri === uri);
}

/** What is read beside the workspace, and how. */
export interface SetupReading extends Pick<TrialOptions, 'today' | 'pace'> {
  readonly files: Pick<FileSource, 'readForSetup' | 'openTrial'>;
}

/** For reading the workspace once more, with what is open in the editor, until the answer is not wanted any more. */
function trialOptions(
  { service }: RequestContext,
  { today, pace }: SetupReading,
  token: CancellationToken,
): Omit<TrialOptions, 'configuration'> {
  const { folders } = service.layout;
  const open = folders.flatMap(({ uri }) => [...service.urisIn(uri)].filter((one) => service.isOpen(one)));
  const ending = new AbortController();
  token.onCancellationRequested(() => {
    ending.abort(new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.'));
  });
  return {
    today,
    folders,
    texts: new Map(open.map((uri) => [uri, service.textOf(uri) ?? ''])),
    signal: ending.signal,
    ...(pace === undefined ? {} : { pace }),
  };
}

function offersFor(source: ReadForSetup['source'], folder: WorkspaceFolder): readonly SetupOffer[] {
  const plan = setupFor({ ...source, folder: folder.name, ci: null });
  const answers: readonly SetupAnswer[] = plan.unsure > 0 ? ['sure', 'all'] : ['sure'];
  return answers.flatMap((choice): SetupOffer[] => {
    if (!plan.hasAny(choice)) return [];
    const { path, text } = plan.configuration(choice);
    const documents = plan.documents(choice);
    return [{ choice, documents, configuration: { uri: `${folder.uri}/${path}`, text } }];
  });
}

/** All that is found in the folder, one document a slice. */
function* baselineFor(trial: CoreService, folder: WorkspaceFolder): Generator<undefined, SetupFileText> {
  const found: { readonly file: string; readonly rule: string; readonly print: Print }[] = [];
  for (const uri of trial.urisIn(folder.uri)) {
    const { path } = trial.placeOf(uri);
    found.push(...trial.plainFindings(uri).map(({ rule, print }) => ({ file: path, rule, print })));
    yield;
  }
  return { uri: `${folder.uri}/${baselineFileName}`, text: writeBaseline(baselineOf(found)) };
}

type Print = ReturnType<CoreService['plainFindings']>[number]['print'];
