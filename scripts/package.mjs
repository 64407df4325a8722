/**
 * Makes what a release publishes, all from one production build: `vscode-runbook-<version>.vsix`, the command line as
 * `runbook-md-<version>.tgz`, the bill of materials, and the digests of the three. The same commit makes the same bytes.
 * What goes into the .vsix is decided by .vscodeignore, what goes into the package by support/cli-package.mjs.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { PackageManager, createVSIX, listFiles } from '@vscode/vsce';
import { cliPackageFile, packCli } from './support/cli-package.mjs';
import { run } from './support/process.mjs';
import {
  billFile,
  billPackageFile,
  inProject,
  projectFolder,
  sumsFile,
  vsixFile,
} from './support/project.mjs';
import { fixSourceDate } from './support/source-date.mjs';
import { layOut } from './support/stage.mjs';

fixSourceDate();
const { code } = await run(process.execPath, ['scripts/build.mjs', '--production'], { cwd: projectFolder });
if (code !== 0) process.exit(code);
// Everything is bundled, so the packages of package.json are not needed at run time.
const files = [
  '.vscodeignore',
  ...(await listFiles({ cwd: projectFolder, packageManager: PackageManager.None })),
];
const stage = inProject('dist', 'vsix');
layOut(stage, Object.fromEntries(files.map((file) => [file, file])));
setPicturesAbsolute(path.join(stage, 'README.md'));
await createVSIX({ cwd: stage, packagePath: vsixFile(), dependencies: false });
await packCli();
copyFileSync(inProject(billFile), billPackageFile());
const sums = [vsixFile(), cliPackageFile(), billPackageFile()].map(
  (file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${path.basename(file)}\n`,
);
writeFileSync(inProject('dist', sumsFile), sums.join(''));
process.stdout.write(sums.join(''));

/**
 * Has pictures for readers with dark colours be found from the Marketplace. vsce does so with all others.
 * @param {string} file
 */
function setPicturesAbsolute(file) {
  const { homepage } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const base = `${String(homepage).replace(/#.*$/, '')}/raw/HEAD/`;
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll(/(?<= srcset=")(?=docs\/)/g, base));
}
