/** Entry of the extension where there is no Node, as on vscode.dev. One file there, whose second half runs when there is a reason. */
import type { ExtensionContext } from 'vscode';
import type { RunbookApi } from '../runbook-api.js';
import { wakeWhenNeeded } from '../wake/wake.js';
import { folderSchemes } from './folder-schemes.js';

export function activate(context: ExtensionContext): RunbookApi {
  return wakeWhenNeeded(context, {
    schemes: folderSchemes,
    load: async () => {
      const { start } = await import('./start.js');
      return () => start(context);
    },
  });
}
