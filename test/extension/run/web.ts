/**
 * Runs one group of extension tests inside VS Code's web extension host: a worker without files and without an environment.
 * Each group is one bundle; the results go to the console, from which the script outside picks them.
 * Must not import the extension: it is reached through VS Code's API, as by any user.
 */
import 'mocha/mocha.js';
import * as vscode from 'vscode';
import { commandIds } from '../../../protocol/src/contributions.js';
import { extensionId } from '../support/workspace.js';
import { listen } from './results.js';
import type { TestEvent } from './test-event.js';

/** Begins each line of results; `scripts/test-web.mjs` knows it. */
const mark = 'runbook-test ';

/**
 * Runs suites.
 * @param load imports them
 * @param today the day that the server takes for today, as the client is told by a global variable in test mode
 * @throws when a test fails; VS Code then ends with code 1
 */
export async function runSuites(load: () => Promise<unknown>, today: string | undefined): Promise<void> {
  const report = (event: TestEvent): void => {
    // oxlint-disable-next-line no-console -- the only way out of this host
    console.log(mark + JSON.stringify(event));
  };
  if (today !== undefined) await setDay(today);
  // The base of all reporters prints nothing.
  mocha.setup({ ui: 'tdd', timeout: 120_000, reporter: Mocha.reporters.Base });
  await load();
  const failures = await new Promise<number>((resolve) => {
    listen(mocha.run(resolve), report);
  });
  report({ type: 'end' });
  if (failures > 0) throw new Error(`${String(failures)} extension tests failed`);
}

async function setDay(today: string): Promise<void> {
  Object.assign(globalThis, { runbookTestDay: today });
  // it may have started already
  const extension = vscode.extensions.getExtension(extensionId);
  if (extension?.isActive === true) await vscode.commands.executeCommand(commandIds.restartServer);
}
