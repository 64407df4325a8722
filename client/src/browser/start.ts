/**
 * The second stage where there is no Node, as on vscode.dev: starts the language server in a web worker, and reads files
 * for it. Everything that does not depend on workers is in `extension.ts`.
 */
import { ExtensionMode, Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, State, type MessageTransports } from 'vscode-languageclient/browser';
import { diagnosticSource } from '../../../protocol/src/contributions.js';
import { startRunbook } from '../extension.js';
import { answerFiles } from '../files/answer-files.js';
import { quiet } from '../quiet-client.js';
import type { RunbookApi } from '../runbook-api.js';
import { folderSchemes } from './folder-schemes.js';
import { workerServer, type WorkerServer } from './worker-server.js';

/** Milliseconds in which a server ends: a client counts as stopped from when it asks for it, and waits two seconds at most. */
const longestEnd = 3000;

export function start(context: ExtensionContext): RunbookApi {
  const server = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true);
  return startRunbook(context, {
    createClient: (options, output) => {
      let worker: WorkerServer | undefined;
      // The client can make the connection itself, but does not know the editor's workers for workers.
      const start = (): Promise<MessageTransports> => {
        worker = workerServer(new Worker(server, { name: 'Runbook' }), (problem) => {
          output.error(`The language server failed: ${problem}`);
        });
        return Promise.resolve(worker.transports);
      };
      const client = quiet(new LanguageClient(diagnosticSource, 'Runbook', start, options));
      answerFiles(client, context, output);
      // a process ends by itself when it is told to; a worker never does
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Stopped) setTimeout(() => worker?.end(), longestEnd);
        if (newState === State.StartFailed) worker?.end();
      });
      return { client, kill: () => worker?.end() };
    },
    schemes: folderSchemes,
    today: () => (context.extensionMode === ExtensionMode.Test ? testDay() : undefined),
  });
}

/** Tests fix the clock. They share the global scope with the extension, and there is no environment to share. */
function testDay(): string | undefined {
  const day: unknown = Reflect.get(globalThis, 'runbookTestDay');
  return typeof day === 'string' ? day : undefined;
}
