/**
 * The second stage on desktop and remote hosts: starts the language server as a Node process.
 * Everything that does not depend on processes is in `extension.ts`.
 */
import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { diagnosticSource } from '../../../protocol/src/contributions.js';
import { startRunbook } from '../extension.js';
import { quiet } from '../quiet-client.js';
import type { RunbookApi } from '../runbook-api.js';
import { documentSchemes } from './document-schemes.js';

/** Port on which a debugger can attach to the server when the extension itself is being debugged. */
const debugPort = 6010;

export function start(context: ExtensionContext): RunbookApi {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.stdio };
  const debug = { ...run, options: { execArgv: ['--nolazy', `--inspect=${String(debugPort)}`] } };
  return startRunbook(context, {
    createClient: (options) => {
      const client = quiet(new LanguageClient(diagnosticSource, 'Runbook', { run, debug }, options));
      return { client, kill: () => client.serverProcess?.kill('SIGKILL') };
    },
    schemes: documentSchemes,
    today: () => process.env['RUNBOOK_TODAY'],
  });
}
