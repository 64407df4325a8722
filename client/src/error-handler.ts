/** What the language client does when its connection fails. When a server is started again, `server-life.ts` says. */
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** The client itself starts no server again: two of its starts would go on beside each other, and beside ours. */
export const errorHandler: ErrorHandler = {
  error: (_error, _message, count = 0) => ({
    action: count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
  }),
  closed: () => ({
    action: CloseAction.DoNotRestart,
    message: 'The connection to the language server is closed.',
    handled: true,
  }),
};
