/**
 * Makes the .vsix when it is missing or older than what goes into it.
 * Must not need anything but Node: `npm start` loads it before dependencies are installed.
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { runQuietly } from './process.mjs';
import { inProject, projectFolder, vsixFile } from './project.mjs';

/** Everything that the packaged extension is made of or by. */
const inputs = [
  '.vscodeignore',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'client',
  'docs/rules',
  'examples',
  'l10n',
  'media',
  'package-lock.json',
  'package.json',
  'package.nls.de.json',
  'package.nls.es.json',
  'package.nls.json',
  'protocol',
  'schemas',
  'scripts/build.mjs',
  'scripts/package.mjs',
  'scripts/support/bundles.mjs',
  'scripts/support/eager-modules.mjs',
  'server',
  'snippets',
  'syntaxes',
];

/**
 * Packages the extension; does nothing when the .vsix is up to date.
 * @param {(message: string) => void} report
 * @returns {Promise<{ file: string, content: string }>} where it is, and a value that changes with its content
 * @throws when it does not build
 */
export async function packageExtension(report) {
  const file = vsixFile();
  const stampFile = inProject('dist', 'vsix-inputs');
  const content = fingerprint(projectFolder, inputs);
  if (!existsSync(file) || !isStamped(stampFile, content)) {
    report('Building and packaging the extension …');
    await runQuietly('package the extension', process.execPath, ['scripts/package.mjs'], {
      cwd: projectFolder,
    });
    stamp(stampFile, content);
  }
  return { file, content };
}
