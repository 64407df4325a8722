/** Where the other tools are, once they are installed. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { workFolder } from '../../scripts/support/project.mjs';

/** Away from this folder, where the libraries of other tools would take the place of the project's own. */
export const peersFolder = path.join(workFolder, 'bench');

/**
 * @param {...string} segments from the folder of packages
 * @returns {string}
 */
export const inPeers = (...segments) => path.join(peersFolder, 'node_modules', ...segments);

/**
 * The program of rumdl itself: its wrapper would add the start of Node to every run.
 * @returns {string | null} null where npm has none for this platform
 */
export const rumdlProgram = () => programIn('@rumdl', 'rumdl');

/**
 * The program of Biome itself, for the same reason.
 * @returns {string | null} null where npm has none for this platform
 */
export const biomeProgram = () => programIn('@biomejs', 'biome');

/**
 * @param {string} scope of the packages of which npm installs the one for this platform
 * @param {string} name of the program in it
 * @returns {string | null}
 */
function programIn(scope, name) {
  const folder = inPeers(scope);
  const packages = existsSync(folder) ? readdirSync(folder) : [];
  const programs = packages.flatMap((one) => [
    path.join(folder, one, name),
    path.join(folder, one, `${name}.exe`),
  ]);
  return programs.find((file) => existsSync(file)) ?? null;
}

/**
 * @param {string} name of a package
 * @returns {string} `0.2.75`
 */
export function versionOf(name) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(inPeers(name, 'package.json'), 'utf8'));
  return version;
}
