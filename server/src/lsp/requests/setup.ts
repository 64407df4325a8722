/** The requests of `protocol/src/setup.ts`. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  setupBaselineRequest,
  setupRequest,
  type SetupBaselineParams,
  type SetupFileText,
  type SetupOffer,
  type SetupParams,
  type SetupResult,
} from '../../../../protocol/src/setup';
import { parseConfiguration } from '../../config/parse-configuration';
import { today } from '../../files/today';
import {
  baselineFileName,
  baselineOf,
  createRunbookService,
  lookAt,
  ruleOptions,
  setupFor,
  writeBaseline,
  type DocumentLook,
  type RunbookService,
  type SetupAnswer,
} from '../../service';
import type { WorkspaceFolder } from '../../workspace';
import type { RequestContext } from './request-context';

/** Answers the requests of a connection. */
export function answerSetup(connection: Connection, context: RequestContext): void {
  const { service, uris, whenReady, inBackground } = context;
  connection.onRequest(setupRequest.method, async (params: SetupParams, token: CancellationToken) => {
    await whenReady(token);
    const folder = folderOf(
      service,
      params.folder === undefined ? undefined : uris.fromFolder(params.folder),
    );
    if (folder === undefined) return { reason: 'no-folder', offers: [] } satisfies SetupResult;
    const offers = await inBackground(offersFor(service, folder), token);
    const spelled = offers.map((offer) => ({ ...offer, configuration: toClient(offer.configuration) }));
    return { reason: spelled.length === 0 ? 'no-runbooks' : null, offers: spelled } satisfies SetupResult;
  });
  connection.onRequest(
    setupBaselineRequest.method,
    async ({ configuration }: SetupBaselineParams, token: CancellationToken) => {
      await whenReady(token);
      const uri = uris.fromClient(configuration.uri);
      const folder = folderOf(service, uri.slice(0, Math.max(0, uri.lastIndexOf('/'))));
      if (folder === undefined) return null;
      return toClient(await inBackground(baselineFor(service, folder, configuration.text), token));
    },
  );

  function toClient({ uri, text }: SetupFileText): SetupFileText {
    return { uri: uris.toClient(uri), text };
  }
}

/** The workspace folder of a URI, by default the first. */
function folderOf({ layout }: RunbookService, uri: string | undefined): WorkspaceFolder | undefined {
  return uri === undefined ? layout.folders[0] : layout.folders.find((folder) => folder.uri === uri);
}

/** One document a slice. */
function* offersFor(
  service: RunbookService,
  folder: WorkspaceFolder,
): Generator<undefined, readonly SetupOffer[]> {
  const looks: DocumentLook[] = [];
  const byPath = new Map<string, string>();
  for (const uri of service.urisIn(folder.uri)) {
    const runbook = service.runbook(uri);
    if (runbook?.alerts !== null) continue;
    byPath.set(runbook.path, uri);
    looks.push(lookAt(runbook));
    yield;
  }
  const plan = setupFor({
    looks: looks.sort((a, b) => (a.path < b.path ? -1 : 1)),
    folder: folder.name,
    runbook: (path) => service.runbook(byPath.get(path) ?? ''),
    mappings: service.proposeMappings(folder.uri),
    ci: null,
  });
  const answers: readonly SetupAnswer[] = plan.unsure > 0 ? ['sure', 'all'] : ['sure'];
  return answers.flatMap((choice): SetupOffer[] => {
    if (!plan.hasAny(choice)) return [];
    const { path, text } = plan.configuration(choice);
    const documents = plan.documents(choice);
    return [{ choice, documents, configuration: { uri: `${folder.uri}/${path}`, text } }];
  });
}

/** All that is found in the folder with a configuration, in a service of its own. */
function* baselineFor(
  service: RunbookService,
  folder: WorkspaceFolder,
  configuration: string,
): Generator<undefined, SetupFileText> {
  const trial = createRunbookService({ today });
  trial.setFolders([folder]);
  // files in its subfolders stay and count
  const { configuration: layer } = parseConfiguration(configuration, ruleOptions);
  trial.configure(folder.uri, service.layout.configurationsOf(folder.uri).with('', layer));
  for (const uri of service.urisIn(folder.uri)) {
    const text = service.textOf(uri);
    if (text !== undefined) trial.putFile(uri, text);
    yield;
  }
  const found: { readonly file: string; readonly rule: string; readonly print: Print }[] = [];
  for (const uri of trial.urisIn(folder.uri)) {
    const { path } = trial.placeOf(uri);
    found.push(...trial.plainFindings(uri).map(({ rule, print }) => ({ file: path, rule, print })));
    yield;
  }
  return { uri: `${folder.uri}/${baselineFileName}`, text: writeBaseline(baselineOf(found)) };
}

type Print = ReturnType<RunbookService['plainFindings']>[number]['print'];
