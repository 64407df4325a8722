/**
 * Installs the project's own packages when they are missing or not those of the lock file.
 * Must not need anything but Node: `npm start` loads it before dependencies are installed.
 */
import { readFileSync } from 'node:fs';
import { npm, runQuietly } from './process.mjs';
import { inProject, projectFolder } from './project.mjs';

/**
 * Makes `node_modules` match `package-lock.json`; does nothing when it does already.
 * @param {(message: string) => void} report
 * @throws when npm fails
 */
export async function installDependencies(report) {
  if (isInstalled()) return;
  report('Installing the packages of package-lock.json …');
  const { command, args } = npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  await runQuietly('install the packages with npm ci', command, args, { cwd: projectFolder });
}

/** Whether npm's own note of what it installed agrees with the lock file; optional packages may be absent. */
function isInstalled() {
  const wanted = readLock('package-lock.json');
  const installed = readLock('node_modules', '.package-lock.json');
  if (wanted === undefined || installed === undefined) return false;
  for (const [folder, { version, optional }] of wanted) {
    const found = installed.get(folder);
    if (found === undefined ? optional !== true : found.version !== version) return false;
  }
  return true;
}

/** @typedef {{ version?: string, optional?: boolean }} LockedPackage */

/**
 * The packages of one of npm's lock files by their folders, without the project itself.
 * @param {...string} segments
 * @returns {Map<string, LockedPackage> | undefined} undefined when there is no such file
 */
function readLock(...segments) {
  let text;
  try {
    text = readFileSync(inProject(...segments), 'utf8');
  } catch {
    return undefined;
  }
  /** @type {{ packages: Record<string, LockedPackage> }} */
  const lock = JSON.parse(text);
  return new Map(Object.entries(lock.packages).filter(([folder]) => folder !== ''));
}
