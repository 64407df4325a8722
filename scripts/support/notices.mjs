/** The licences of the packages that the bundles hold, as their authors ask for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';

/** @typedef {import('esbuild').Metafile} Metafile */

/**
 * A package of which something is in a bundle.
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} version
 * @property {string} license SPDX expression of its manifest
 * @property {string} text its licence file; empty where it has none
 */

/** Licences that allow to pass the code on with a notice. */
const passable =
  /^\(?(?:MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0)(?: OR [\w.-]+)*\)?$/;

/** What the bundles are built with, so that the same modules are counted. Relative to the project's root. */
export const bundledEntries = [
  'client/src/report-page/main.ts',
  'client/src/node/main.ts',
  'server/src/lsp/node/main.ts',
  'server/src/cli/main.ts',
  'server/src/service.ts',
];

/**
 * The packages that bundles were made of, by name and version.
 * @param {Metafile[]} metafiles
 * @returns {BundledPackage[]}
 * @throws when one of them may not be passed on
 */
export function bundledPackages(metafiles) {
  /** @type {Map<string, BundledPackage>} */
  const found = new Map();
  for (const input of metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)),
  )) {
    const folder = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder === undefined || found.has(folder)) continue;
    /** @type {{ name: string, version: string, license?: string }} */
    const {
      name,
      version,
      license = '',
    } = JSON.parse(readFileSync(inProject(folder, 'package.json'), 'utf8'));
    if (!passable.test(license))
      throw new Error(
        `${name} ${version} is bundled, and nothing says that its licence "${license}" allows it.`,
      );
    found.set(folder, { name, version, license, text: licenseText(folder) });
  }
  // one that is installed in two folders is still one
  const packages = new Map([...found.values()].map((one) => [`${one.name} ${one.version}`, one]));
  return [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * The text of the file that goes with the bundles.
 * @param {BundledPackage[]} packages
 */
export function noticesOf(packages) {
  const parts = packages.map(
    ({ name, version, license, text }) =>
      `${name} ${version} (${license})\n\n${text === '' ? 'The package has no licence file.' : text}`,
  );
  const line = '-'.repeat(80);
  return `This software includes the following packages.\n\n${line}\n${parts.join(`\n\n${line}\n`)}\n`;
}

/** @param {string} folder */
function licenseText(folder) {
  const directory = inProject(folder);
  const file = existsSync(directory)
    ? readdirSync(directory).find((name) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(name))
    : undefined;
  return file === undefined ? '' : readFileSync(path.join(directory, file), 'utf8').trim();
}
