/**
 * Where things are in this checkout, for every script.
 * Must not need anything but Node: `npm start` loads it before dependencies are installed.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Absolute path of something in the checkout.
 * @param {...string} segments
 * @returns {string}
 */
export function inProject(...segments) {
  return path.join(projectFolder, ...segments);
}

/** Downloads, editor data and screenshots; ignored by git, safe to delete. */
export const workFolder = inProject('.vscode-test');

/**
 * The fields of the extension's manifest that scripts use.
 * @typedef {{ name: string, publisher: string, version: string, license: string }} Manifest
 */

/**
 * Reads package.json.
 * @returns {Manifest}
 */
export function readManifest() {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  if (
    typeof manifest !== 'object' ||
    manifest === null ||
    !('name' in manifest && typeof manifest.name === 'string') ||
    !('publisher' in manifest && typeof manifest.publisher === 'string') ||
    !('version' in manifest && typeof manifest.version === 'string') ||
    !('license' in manifest && typeof manifest.license === 'string')
  ) {
    throw new Error('package.json lacks name, publisher, version or license');
  }
  const { name, publisher, version, license } = manifest;
  return { name, publisher, version, license };
}

/**
 * Where the packaged extension goes.
 * @returns {string} absolute path of `dist/vscode-runbook-<version>.vsix`
 */
export function vsixFile() {
  const { name, version } = readManifest();
  return inProject('dist', `${name}-${version}.vsix`);
}

/** Where the notices of bundled packages are written. */
export const noticesFile = 'dist/third-party-notices.txt';

/** Where the bill of materials is written: the bundled packages once more, for programs. */
export const billFile = 'dist/bill-of-materials.cdx.json';

/**
 * Where the bill of materials of what is packaged goes, which no later build writes over.
 * @returns {string} absolute path of `dist/vscode-runbook-<version>.cdx.json`
 */
export function billPackageFile() {
  const { name, version } = readManifest();
  return inProject('dist', `${name}-${version}.cdx.json`);
}

/** In `dist`: the digests of all that a release publishes, as `sha256sum --check` reads them. */
export const sumsFile = 'SHA256SUMS';
