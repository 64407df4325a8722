/** Entry of the extension on desktop and remote hosts. Small: the rest is loaded when there is a reason. */
import type { ExtensionContext } from 'vscode';
import type { RunbookApi } from '../runbook-api.js';
import { wakeWhenNeeded } from '../wake/wake.js';
import { documentSchemes } from './document-schemes.js';

export function activate(context: ExtensionContext): RunbookApi {
  return wakeWhenNeeded(context, {
    schemes: documentSchemes,
    load: async () => {
      const { start } = await import('./start.js');
      return () => start(context);
    },
  });
}
