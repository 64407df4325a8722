/** The product that is measured: built when it has to be, and set aside so that no other build changes it meanwhile. */
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { run, runQuietly } from '../scripts/support/process.mjs';
import { inProject, projectFolder, readManifest } from '../scripts/support/project.mjs';

/**
 * @typedef {object} Product
 * @property {string} cli path of the command line
 * @property {string} server path of the language server
 * @property {string} version with the commit that it was built from
 */

const built = [
  ...['extension.js', 'client.js', 'on-demand.js', 'server.js'],
  ...['cli.js', 'command.js', 'afresh.js', 'core.js', 'remark.js', 'yaml.js', 'others.js', 'run-runbook.js'],
];

/**
 * @param {string} folder where to put it
 * @param {(message: string) => void} report
 * @returns {Promise<Product>}
 * @throws when it does not build
 */
export async function prepareProduct(folder, report) {
  if (isStale()) {
    report('Building the product …');
    await runQuietly('build the product', process.execPath, ['scripts/build.mjs'], { cwd: projectFolder });
  }
  cpSync(inProject('dist'), folder, {
    recursive: true,
    filter: (source) => !source.endsWith('.vsix') && path.relative(inProject('dist'), source) !== 'test',
  });
  return {
    cli: path.join(folder, 'cli.js'),
    server: path.join(folder, 'server.js'),
    version: `${readManifest().version} (${await revision()})`,
  };
}

/** Whether something has been changed since the last build, or there was none. */
function isStale() {
  const files = built.map((name) => inProject('dist', name));
  if (!files.every((file) => existsSync(file))) return true;
  const sources = ['client/src', 'protocol/src', 'server/src', 'package-lock.json'];
  return newest(sources.map((source) => inProject(source))) > Math.min(...files.map(changedAt));
}

/**
 * @param {readonly string[]} paths of files, and of folders with everything in them
 * @returns {number} when the last of them was changed
 */
function newest(paths) {
  return Math.max(
    0,
    ...paths.map((file) =>
      statSync(file).isDirectory()
        ? newest(readdirSync(file).map((name) => path.join(file, name)))
        : changedAt(file),
    ),
  );
}

/** @param {string} file @returns {number} */
const changedAt = (file) => statSync(file).mtimeMs;

/** @returns {Promise<string>} `1a2b3c4, changed` */
async function revision() {
  /** @type {(...args: string[]) => Promise<string>} */
  const git = async (...args) =>
    (await run('git', args, { cwd: projectFolder, quiet: true }).catch(() => ({ output: '' }))).output.trim();
  const commit = await git('rev-parse', '--short', 'HEAD');
  if (commit === '') return 'no repository';
  const changes = await git('status', '--porcelain', '--', 'client', 'protocol', 'server');
  return changes === '' ? commit : `${commit}, changed`;
}
