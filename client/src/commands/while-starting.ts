/** What a command does that comes before the language server runs: it waits, and says so when that takes a while. */
import { ProgressLocation, l10n, window } from 'vscode';
import type { RunbookServer } from '../language-client.js';

/** Milliseconds of waiting that nobody needs to be told of. */
const patience = 500;

/** Settles when the server runs. Rejects when it cannot be started. */
export async function whileStarting(server: RunbookServer): Promise<void> {
  if (server.state === 'running') return;
  const running = server.whenRunning();
  const tell = setTimeout(() => {
    void window.withProgress(
      { location: ProgressLocation.Notification, title: l10n.t('Waiting for the Runbook language server…') },
      () => running.then(undefined, () => undefined),
    );
  }, patience);
  try {
    await running;
  } finally {
    clearTimeout(tell);
  }
}
