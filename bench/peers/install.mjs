/**
 * Installs the other tools, from the lock file of this folder, when they are missing. Without a registry the bench goes
 * on without them.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { npm, runQuietly } from '../../scripts/support/process.mjs';
import { fingerprint, isStamped, stamp } from '../../scripts/support/fingerprint.mjs';
import { inProject } from '../../scripts/support/project.mjs';

const folder = inProject('bench');

/**
 * @param {(message: string) => void} report
 * @returns {Promise<boolean>} whether they are there
 */
export async function installPeers(report) {
  const packages = path.join(folder, 'node_modules');
  const stampFile = path.join(packages, 'installed');
  const wanted = fingerprint([path.join(folder, 'package-lock.json')]);
  if (existsSync(packages) && isStamped(stampFile, wanted)) return true;
  report('Installing the other tools (about 60 MB, only the first time) …');
  // `npm ci` insists on the programs of rumdl for every platform; this takes the lock file as it is, and leaves it so.
  const { command, args } = npm(
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  );
  try {
    await runQuietly('install the other tools', command, args, { cwd: folder, env: npmEnvironment() });
  } catch (error) {
    report(
      `The other tools are not measured, since npm could not install them: is the package registry in reach?\n` +
        `${error instanceof Error ? error.message.slice(-600) : String(error)}\n`,
    );
    return false;
  }
  stamp(stampFile, wanted);
  return true;
}

/** npm's own variables of a surrounding `npm run` name the project's folder and would win over `cwd`. */
function npmEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name),
    ),
  );
}
