/**
 * Entry of the extension on desktop and remote hosts: starts the language server as a Node process.
 * Everything that does not depend on processes is in `extension.ts`.
 */
import { Uri, extensions, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { diagnosticSource } from '../../../protocol/src/contributions.js';
import type { InitializationOptions } from '../../../protocol/src/messages.js';
import { activateRunbook, type RunbookApi } from '../extension.js';

/** Port on which a debugger can attach to the server when the extension itself is being debugged. */
const debugPort = 6010;

/**
 * Keeps the client's own pop-ups quiet: they speak of connections. `extension.ts` tells people once, in words
 * of the product, when the server is gone; everything still goes to the output.
 */
class QuietLanguageClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export function activate(context: ExtensionContext): RunbookApi {
  // Search for symbols is left to VS Code's own Markdown support, which wakes up with the first document otherwise.
  void extensions.getExtension('vscode.markdown-language-features')?.activate();
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.stdio };
  const debug = { ...run, options: { execArgv: ['--nolazy', `--inspect=${String(debugPort)}`] } };
  return activateRunbook(
    context,
    (options) => new QuietLanguageClient(diagnosticSource, 'Runbook', { run, debug }, options),
    initializationOptions(process.env['RUNBOOK_TODAY']),
  );
}

/** Tests fix the clock through the environment. */
function initializationOptions(today: string | undefined): InitializationOptions {
  return { builtInMarkdown: true, ...(today === undefined ? {} : { today }) };
}
