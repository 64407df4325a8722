/**
 * Puts the Markdown of packages on disk, each set in a folder of its own. Other files are left out, so that every tool
 * reads the same; so are folders that tools pass by of themselves.
 */
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from '../../scripts/support/process.mjs';
import { archiveOf } from './download.mjs';

/** @typedef {import('./download.mjs').DocumentSet} DocumentSet */
/** @typedef {import('./download.mjs').Lock} Lock */
/** @typedef {{ name: string, folder: string, files: number, bytes: number }} UnpackedSet `folder`: absolute path */

/**
 * @param {Lock} lock whose packages are there
 * @param {string} folder absolute path of a folder that does not exist
 * @returns {Promise<UnpackedSet[]>} in the order of the lock file
 */
export async function unpackSets({ packages, sets }, folder) {
  /** @type {UnpackedSet[]} */
  const unpacked = [];
  for (const pinned of packages) {
    const archive = path.join(folder, 'package');
    mkdirSync(archive, { recursive: true });
    await runQuietly(`unpack ${pinned.name}`, 'tar', ['-xzf', archiveOf(pinned), '-C', archive]);
    // whatever the folder of a package is called in its archive, there is one
    const [top = ''] = readdirSync(archive);
    for (const set of sets.filter((one) => one.package === pinned.name))
      unpacked.push(copyMarkdown(path.join(archive, top, set.folder ?? ''), folder, set));
    rmSync(archive, { recursive: true, force: true });
  }
  return sets.flatMap(({ name }) => unpacked.filter((one) => one.name === name));
}

/**
 * @param {string} source
 * @param {string} folder
 * @param {DocumentSet} set
 * @returns {UnpackedSet}
 */
function copyMarkdown(source, folder, { name }) {
  const target = path.join(folder, 'sets', name);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.md') && !file.split(path.sep).some(isPassedBy) && isFile(path.join(source, file)),
  );
  if (files.length === 0) throw new Error(`There is no Markdown for ${name} in its package.`);
  let bytes = 0;
  for (const file of files) {
    const copy = path.join(target, file);
    mkdirSync(path.dirname(copy), { recursive: true });
    copyFileSync(path.join(source, file), copy);
    bytes += statSync(copy).size;
  }
  return { name, folder: target, files: files.length, bytes };
}

/** @param {string} segment of a path */
const isPassedBy = (segment) => segment.startsWith('.') || segment === 'node_modules';

/** @param {string} file */
const isFile = (file) => statSync(file).isFile();
