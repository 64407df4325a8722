/** Installs what mutation testing needs besides the packages of the project: Stryker and a mocha that it can drive. */
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fingerprint, isStamped, stamp } from '../support/fingerprint.mjs';
import { npm, npmEnvironment, runQuietly } from '../support/process.mjs';
import { workFolder } from '../support/project.mjs';

/**
 * A second call takes a moment.
 * @param {(message: string) => void} report
 * @returns {Promise<string>} the folder that holds `node_modules`
 * @throws when npm fails
 */
export async function installMutationTesting(report) {
  const folder = path.join(workFolder, 'mutation');
  mkdirSync(folder, { recursive: true });
  const stampFile = path.join(folder, 'installed-packages');
  const wanted = fingerprint(import.meta.dirname, ['package-lock.json']);
  if (isStamped(stampFile, wanted)) return folder;
  report('Installing Stryker (about 60 MB, only the first time) …');
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(path.join(import.meta.dirname, file), path.join(folder, file));
  const { command, args } = npm(
    'ci',
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  );
  await runQuietly('install Stryker', command, args, { cwd: folder, env: npmEnvironment() });
  stamp(stampFile, wanted);
  return folder;
}
