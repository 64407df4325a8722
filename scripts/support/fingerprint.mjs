/**
 * Knows whether a result is still that of its inputs, by content and not by time stamps: a fresh clone or a
 * restored cache has arbitrary ones.
 * Must not need anything but Node: `npm start` loads it before dependencies are installed.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * One value for the content of files and of folders with everything in them, by their paths in a folder: the same
 * content in another checkout has the same value. Paths that do not exist count for nothing.
 * @param {string} folder absolute
 * @param {readonly string[]} paths in the folder
 * @param {readonly string[]} [values] other things the result depends on
 * @returns {string} hexadecimal
 */
export function fingerprint(folder, paths, values = []) {
  const hash = createHash('sha256');
  for (const value of values) hash.update(`${value}\0`);
  for (const file of paths.flatMap((one) => filesIn(path.join(folder, one)))) {
    const content = readFileSync(file);
    const name = path.relative(folder, file).replaceAll(path.sep, '/');
    hash.update(`${name}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Whether the stamp file says that a result was made from these inputs.
 * @param {string} stampFile
 * @param {string} value of {@link fingerprint}
 */
export function isStamped(stampFile, value) {
  try {
    return readFileSync(stampFile, 'utf8') === value;
  } catch {
    return false;
  }
}

/**
 * Notes that a result is made. To be called after the result is complete, never before.
 * @param {string} stampFile
 * @param {string} value of {@link fingerprint}
 */
export function stamp(stampFile, value) {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, value);
}

/**
 * @param {string} file absolute
 * @returns {string[]} sorted
 */
function filesIn(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [file];
  return readdirSync(file)
    .sort()
    .flatMap((name) => filesIn(path.join(file, name)));
}
