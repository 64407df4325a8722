/**
 * The language server over one connection: which message leads where. Host-neutral; files come in through `FileSource`.
 */
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Connection,
} from 'vscode-languageserver';
import { settingsSection } from '../../../protocol/src/contributions';
import { rescanNotification } from '../../../protocol/src/messages';
import { inSlices } from '../text/slices';
import type { Background } from './background';
import { initializeResult } from './capabilities';
import { refuseCancelled, stillWanted, type RequestContext } from './requests/request-context';
import { answerCommands } from './requests/commands';
import { answerDiagnostics } from './requests/diagnostics';
import { answerDocuments } from './requests/documents';
import { answerEditing } from './requests/editing';
import { registerMarkdownFeatures } from './markdown-features';
import { answerFormatting } from './requests/formatting';
import { answerNavigation } from './requests/navigation';
import { answerOverview } from './requests/overview';
import { answerReviews } from './requests/reviews';
import { answerRuns } from './requests/run';
import { answerSetup } from './requests/setup';
import { answerInsertions } from './requests/insertions';
import { answerNewDocument } from './requests/new-document';
import { answerRunbook } from './requests/runbook';
import { answerWorkspace } from './requests/workspace';
import { Session } from './session';
import type { SessionOptions } from './session-options';
import { serveSetAside } from './set-aside';
import { watchers } from './watchers';

export interface ServerOptions extends SessionOptions {
  readonly version: string;
}

/** Serves a connection until it ends. The connection has the options that `guardMessages` gives. */
export function serve(connection: Connection, options: ServerOptions): void {
  const session = new Session(connection, options);
  listenToLifecycle(connection, session, options.version);
  listenToFiles(connection, session);
  const readAgain = serveSetAside(connection, session, options.workLog ?? null);
  const context = requestContext(session, options.background);
  answerDiagnostics(connection, context, session.feed);
  answerNavigation(connection, context);
  answerDocuments(connection, context);
  answerEditing(connection, context);
  answerFormatting(connection, context);
  answerWorkspace(connection, context);
  answerRunbook(connection, context);
  answerCommands(connection, context, readAgain);
  answerOverview(connection, context);
  answerReviews(connection, context);
  answerSetup(connection, context, {
    files: session.files,
    today: session.today,
    pace: options.background,
  });
  answerInsertions(connection, context);
  answerNewDocument(connection, context);
  answerRuns(connection, context, () => session.runs.sessions);
  session.texts.listen(connection);
  connection.listen();
}

function listenToLifecycle(connection: Connection, session: Session, version: string): void {
  connection.onInitialize((params) => {
    session.initialize(params);
    return initializeResult(session.support, version);
  });
  connection.onInitialized(() => {
    const { support } = session;
    registerMarkdownFeatures(connection, support);
    if (support.watch)
      void connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch(refusedRegistration);
    if (support.configurationChanges)
      void connection.client
        .register(DidChangeConfigurationNotification.type, { section: settingsSection })
        .catch(refusedRegistration);
    if (support.folders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        void session.changeFolders(added, removed);
      });
    void session.load();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    void session.changeSettings(settings);
  });
  connection.onShutdown(() => session.end());
}

function listenToFiles(connection: Connection, session: Session): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    void session.filesChanged(changes).then(() => {
      session.runs.filesChanged(changes.map(({ uri }) => uri));
    });
  });
  connection.onNotification(rescanNotification.method, () => {
    session.rescans.suggest();
  });
}

function requestContext(session: Session, background: Background): RequestContext {
  const { service, uris, configured, ready } = session;
  return {
    service,
    uris,
    configured: configured.reached,
    configuredFor: (uri) => Promise.race([configured.reached, session.files.configureFor(uri)]),
    whenReady: (token) => stillWanted(ready.reached, token),
    loadDefining: (key) => session.loadDefining(key),
    lookAgain: (documents) => session.lookAgain(documents),
    inBackground: (work, token) =>
      inSlices(work, async () => {
        if (background.isDue) await background.pause();
        refuseCancelled(token);
      }),
    configurations: () => session.configurations.texts(),
    baselineOf: (folder) => session.configurations.baselineOf(folder),
    support: () => session.support,
    locale: () => session.locale,
    extras: () => session.extras,
  };
}

/** The library has logged it; without the registration the client tells of fewer changes, and that is all. */
const refusedRegistration = (): void => undefined;
