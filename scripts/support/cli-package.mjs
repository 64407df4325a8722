/** The command line as a package of npm, made of the files of a build: nothing is compiled here, and nothing is installed with it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, runQuietly } from './process.mjs';
import { inProject, noticesFile, projectFolder } from './project.mjs';
import { layOut, setModes } from './stage.mjs';

/** Name of the package and of its command. */
export const cliName = 'runbook-md';

/** What is in the package, besides its manifest: where it is there, and where it is from. */
const contents = {
  'dist/cli.js': 'dist/cli.js',
  'dist/command.js': 'dist/command.js',
  'dist/afresh.js': 'dist/afresh.js',
  'dist/core.js': 'dist/core.js',
  'dist/remark.js': 'dist/remark.js',
  'dist/yaml.js': 'dist/yaml.js',
  'dist/others.js': 'dist/others.js',
  'dist/run-runbook.js': 'dist/run-runbook.js',
  'dist/rules': 'dist/rules',
  'findings.schema.json': 'schemas/runbook-findings.schema.json',
  'identifiers.schema.json': 'schemas/runbook-ids.schema.json',
  'report.schema.json': 'schemas/runbook-report.schema.json',
  'rules.schema.json': 'schemas/runbook-rules.schema.json',
  'index.d.ts': 'delivery/npm/index.d.ts',
  'README.md': 'delivery/npm/README.md',
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
  'third-party-notices.txt': noticesFile,
};

/**
 * The manifest of the package, whose facts are those of the extension's.
 * @returns {Record<string, unknown>}
 */
function cliManifest() {
  /** @type {Record<string, unknown> & { engines: { node: string } }} */
  const { version, license, repository, homepage, bugs, engines } = JSON.parse(
    readFileSync(inProject('package.json'), 'utf8'),
  );
  return {
    name: cliName,
    version,
    description: 'Checks operational runbooks, playbooks and Source-of-Truth files in Markdown.',
    keywords: ['runbook', 'playbook', 'sre', 'operations', 'incident', 'markdown', 'lint', 'cli'],
    license,
    repository,
    homepage,
    bugs,
    engines: { node: engines.node },
    bin: { [cliName]: 'dist/cli.js' },
    exports: {
      '.': { types: './index.d.ts' },
      ...Object.fromEntries(
        Object.keys(contents)
          .filter((file) => file.endsWith('.schema.json'))
          .map((file) => [`./${file}`, `./${file}`]),
      ),
      './package.json': './package.json',
    },
    types: './index.d.ts',
    files: Object.keys(contents).filter((file) => file !== 'README.md' && file !== 'LICENSE'),
    publishConfig: { access: 'public', provenance: true },
  };
}

/** @returns {string} absolute path of the packed package */
export function cliPackageFile() {
  return inProject('dist', `${cliName}-${String(cliManifest()['version'])}.tgz`);
}

/**
 * Packs what was built.
 * @throws when a file is missing
 */
export async function packCli() {
  const stage = inProject('dist', 'npm');
  layOut(stage, contents);
  writeFileSync(path.join(stage, 'package.json'), `${JSON.stringify(cliManifest(), null, 2)}\n`);
  setModes(stage);
  const { command, args } = npm('pack', stage, '--pack-destination', inProject('dist'), '--ignore-scripts');
  await runQuietly('pack the command line', command, args, { cwd: projectFolder });
}
