/**
 * Installs the other tools, from the lock file of this folder, when they are missing. Without a registry the bench goes
 * on without them.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { npm, runQuietly } from '../../scripts/support/process.mjs';
import { fingerprint, isStamped, stamp } from '../../scripts/support/fingerprint.mjs';
import { inProject } from '../../scripts/support/project.mjs';
import { peersFolder } from './packages.mjs';

const sources = ['package.json', 'package-lock.json', 'peers/remarkrc.json'];

/**
 * @param {(message: string) => void} report
 * @returns {Promise<boolean>} whether they are there
 */
export async function installPeers(report) {
  const stampFile = path.join(peersFolder, 'installed');
  const wanted = fingerprint(inProject('bench'), sources);
  if (isStamped(stampFile, wanted)) return true;
  mkdirSync(peersFolder, { recursive: true });
  for (const source of sources)
    copyFileSync(inProject('bench', source), path.join(peersFolder, path.basename(source)));
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
    await runQuietly('install the other tools', command, args, { cwd: peersFolder, env: npmEnvironment() });
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
