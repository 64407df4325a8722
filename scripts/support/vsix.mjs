/**
 * Makes the packages when they are missing or older than what goes into them.
 * Must not need anything but Node: `npm start` loads it before dependencies are installed.
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { runQuietly } from './process.mjs';
import { inProject, projectFolder, sumsFile, vsixFile } from './project.mjs';

/** Everything that the packaged extension is made of or by. */
const inputs = [
  '.vscodeignore',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'client',
  'delivery',
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
  'scripts/support/bill-of-materials.mjs',
  'scripts/support/bundles.mjs',
  'scripts/support/cli-package.mjs',
  'scripts/support/eager-modules.mjs',
  'scripts/support/notices.mjs',
  'scripts/support/source-date.mjs',
  'scripts/support/stage.mjs',
  'server',
  'snippets',
  'syntaxes',
];

/**
 * Packages the extension and the command line; does nothing when both are up to date.
 * @param {(message: string) => void} report
 * @returns {Promise<{ file: string, content: string }>} where it is, and a value that changes with its content
 * @throws when it does not build
 */
export async function packageExtension(report) {
  const file = vsixFile();
  const stampFile = inProject('dist', 'vsix-inputs');
  const content = fingerprint(projectFolder, inputs);
  const sums = inProject('dist', sumsFile);
  // a release tests the bytes that it publishes, and no others
  if (process.env['RUNBOOK_PACKAGED'] === '1') return { file, content };
  if (!existsSync(file) || !existsSync(sums) || !isStamped(stampFile, content)) {
    report('Building and packaging …');
    await runQuietly('package the extension', process.execPath, ['scripts/package.mjs'], {
      cwd: projectFolder,
    });
    stamp(stampFile, content);
  }
  return { file, content };
}
