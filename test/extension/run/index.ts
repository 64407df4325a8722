/**
 * Runs one group of extension tests inside VS Code's Node extension host. VS Code loads this module and calls
 * {@link run}; the results go to a file, line by line, because the extension host's console is shared with
 * VS Code's own noise. Must not import the extension: it is reached through VS Code's API, as by any user.
 */
import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { listen } from './results.js';
import type { TestEvent } from './test-event.js';

/**
 * Runs the built test files of the folder that RUNBOOK_TEST_SUITE names.
 * @throws when a test fails; VS Code then ends with code 1
 */
export async function run(): Promise<void> {
  // Stack traces then name the lines of the sources, not of the bundles.
  process.setSourceMapsEnabled(true);
  const folder = environment('RUNBOOK_TEST_SUITE');
  const results = environment('RUNBOOK_TEST_RESULTS');
  const report = (event: TestEvent): void => {
    appendFileSync(results, `${JSON.stringify(event)}\n`);
  };
  // Mocha is an ES module, this bundle is CommonJS.
  const { default: MochaRunner } = await import('mocha');
  // The base of all reporters prints nothing.
  const mocha = new MochaRunner({ ui: 'tdd', timeout: 120_000, reporter: MochaRunner.reporters.Base });
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.js'))) {
    mocha.addFile(path.join(folder, file));
  }
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => {
    listen(mocha.run(resolve), report);
  });
  report({ type: 'end' });
  if (failures > 0) throw new Error(`${String(failures)} extension tests failed`);
}

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set; run the tests with scripts/test-extension.mjs`);
  return value;
}
