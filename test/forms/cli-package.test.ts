/** The command line as a package: installed from its file into an empty folder, without the network, and used elsewhere. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { npm } from '../../scripts/support/process.mjs';
import { billPackageFile, readManifest } from '../../scripts/support/project.mjs';
import { fixable } from '../server/cli/sample-folder';
import { brokenRunbooks, command, folderWith, removesFolders, runIn, runInstalled } from './installed';

removesFolders();

const manifest = readManifest();
let modules = '';
beforeAll(() => {
  modules = path.join(inject('installed'), 'node_modules');
});

function inPackage(...names: readonly string[]): string {
  return path.join(modules, 'runbook-md', ...names);
}

describe('what is installed', () => {
  it('is one package, with a command of its own name', () => {
    expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual(['runbook-md']);
    expect(readdirSync(path.join(modules, '.bin')).filter((name) => !/\.(?:cmd|ps1)$/.test(name))).toEqual([
      'runbook-md',
    ]);
  });

  it('holds the files that it needs, and nothing else', () => {
    const files = readdirSync(inPackage(), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !/^dist\/rules\/.|^dist(?:\/rules)?$/.test(file));
    expect(files.toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/afresh.js',
      'dist/cli.js',
      'dist/command.js',
      'dist/core.js',
      'dist/others.js',
      'dist/remark.js',
      'dist/run-runbook.js',
      'dist/yaml.js',
      'findings.schema.json',
      'identifiers.schema.json',
      'index.d.ts',
      'package.json',
      'report.schema.json',
      'rules.schema.json',
      'third-party-notices.txt',
    ]);
    expect(readdirSync(inPackage('dist/rules'))).toEqual(readdirSync('docs/rules'));
  });

  it('says what it is and what it needs as the extension does', () => {
    const installed = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as Record<string, unknown>;
    expect(installed).toMatchObject({
      name: 'runbook-md',
      version: manifest.version,
      license: manifest.license,
      repository: { url: 'https://github.com/vscode-runbook/vscode-runbook.git' },
      engines: { node: '>=20' },
      publishConfig: { access: 'public', provenance: true },
    });
    expect(Object.keys(installed).filter((key) => /dependencies|scripts/i.test(key))).toEqual([]);
  });

  it('holds the notices of the packages that the bill of materials names', () => {
    const notices = readFileSync(inPackage('third-party-notices.txt'), 'utf8');
    const bill = JSON.parse(readFileSync(billPackageFile(), 'utf8')) as {
      readonly components: readonly {
        readonly group?: string;
        readonly name: string;
        readonly version: string;
      }[];
    };
    expect(bill.components.length).toBeGreaterThan(20);
    for (const { group, name, version } of bill.components)
      expect(notices).toContain(`\n${group === undefined ? '' : `${group}/`}${name} ${version} (`);
  });
});

describe('the command', () => {
  it('says its version, and nothing besides, also by npx', () => {
    const version = { code: 0, out: `${manifest.version}\n`, error: '' };
    expect(runInstalled(folderWith({}), '--version')).toEqual(version);
    const npx = npm('exec', '--offline', '--yes', '--', `runbook-md@${manifest.version}`, '--version');
    expect(runIn(inject('installed'), npx.command, npx.args)).toEqual(version);
  });

  it('fails for a mistake, and passes when it is repaired', () => {
    const folder = folderWith(brokenRunbooks());
    const failing = runInstalled(folder, 'check');
    expect(failing).toMatchObject({ code: 1, error: '' });
    expect(failing.out).toContain('duplicate-id');
    writeFileSync(path.join(folder, 'docs/SoT.RUNBOOKS.md'), fixable);
    expect(runInstalled(folder, 'check', '--fix')).toMatchObject({ code: 0, error: '' });
    expect(readFileSync(path.join(folder, 'docs/SoT.RUNBOOKS.md'), 'utf8')).not.toBe(fixable);
  });

  it('takes a repository as it is, and fails for what is new', () => {
    const folder = folderWith(brokenRunbooks());
    expect(runInstalled(folder, 'init', '--yes')).toMatchObject({ code: 0, error: '' });
    expect(runInstalled(folder, 'check')).toMatchObject({ code: 0 });
    const file = path.join(folder, 'docs/SoT.RUNBOOKS.md');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\n${text.slice(text.lastIndexOf('## RUN-001'))}`);
    expect(runInstalled(folder, 'check')).toMatchObject({ code: 1 });
  });

  it('does what the first screen of the README says', () => {
    const readme = readFileSync('README.md', 'utf8');
    const [, block = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(readme) ?? [];
    const shown = block
      .trim()
      .split('\n')
      .map((line) => line.replace(/ *#.*/, ''));
    expect(shown).toEqual(['npx runbook-md check', 'npx runbook-md init']);
    const folder = folderWith(brokenRunbooks());
    const codes = [...shown, ...shown.slice(0, 1)].map((line) => {
      const [, , ...args] = line.split(' ');
      // nobody answers here
      return runInstalled(folder, ...args, ...(args[0] === 'init' ? ['--yes'] : [])).code;
    });
    expect(codes).toEqual([1, 0, 0]);
    expect(readme).toMatch(
      new RegExp(`vscode-runbook/vscode-runbook@v${manifest.version.replaceAll('.', '\\.')}$`, 'm'),
    );
  });

  it.each([
    [0, 'rules'],
    [0, 'explain duplicate-id'],
    [0, 'report'],
    [0, 'outline docs/SoT.RUNBOOKS.md'],
    [0, 'export ids'],
    [0, 'init --dry-run'],
    [0, 'renew --stale --dry-run'],
    [0, '--help'],
    [1, 'check . --format sarif'],
    [2, 'check not-there'],
    [2, 'check --no-such-option'],
    [2, 'explain no-such-rule'],
  ])('ends with %i for %s', (code, words) => {
    const ended = runInstalled(folderWith(brokenRunbooks()), ...words.split(' '));
    expect(ended).toMatchObject({ code });
    expect(ended.error.includes('internal error')).toBe(false);
  });

  it('keeps compiled code where Node can, and none with --no-cache', () => {
    const code = (variables: string, ...args: readonly string[]): boolean => {
      const cache = folderWith({});
      runIn(cache, command(), args, { XDG_CACHE_HOME: cache, NODE_COMPILE_CACHE: '', [variables]: '1' });
      return existsSync(path.join(cache, 'runbook', 'code'));
    };
    expect(code('USUAL', 'rules')).toBe('enableCompileCache' in nodeModule);
    expect(code('USUAL', 'check', '.', '--no-cache')).toBe(false);
    expect(code('NODE_DISABLE_COMPILE_CACHE', 'rules')).toBe(false);
  });
});

describe('its output', () => {
  it.each([
    ['findings', 'check --format json'],
    ['report', 'report --format json'],
    ['rules', 'rules --format json'],
    ['identifiers', 'export ids'],
  ])('is what the schema of %s in the package says', (name, words) => {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, formats: { date: true } });
    const schema = createRequire(path.join(modules, 'reader.js')).resolve(`runbook-md/${name}.schema.json`);
    const valid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
    const printed = JSON.parse(
      runInstalled(folderWith(brokenRunbooks()), ...words.split(' ')).out,
    ) as unknown;
    expect(valid(printed), JSON.stringify(valid.errors)).toBe(true);
    expect(valid([{}])).toBe(false);
  });

  it('is what the types in the package say', () => {
    const printed = (words: string): string =>
      runInstalled(folderWith(brokenRunbooks()), ...words.split(' ')).out.trim();
    const folder = inject('installed');
    writeFileSync(
      path.join(folder, 'reader.ts'),
      `import type { Findings, Identifiers, Report, Rules } from 'runbook-md';
export const findings: Findings = ${printed('check --format json')};
export const report: Report = ${printed('report --format json')};
export const rules: Rules = ${printed('rules --format json')};
export const identifiers: Identifiers = ${printed('export ids')};
export const errors = findings.filter(({ severity, accepted }) => severity === 'error' && accepted !== true);
// @ts-expect-error: there is no such severity
export const none = findings.some(({ severity }) => severity === 'fatal');
// @ts-expect-error: there is no such key
export const one = report.workspaces[0]?.score;
`,
    );
    const tsc = path.resolve('node_modules/typescript-native/bin/tsc');
    const args = [tsc, '--noEmit', '--strict', '--module', 'node20', 'reader.ts'];
    expect(runIn(folder, process.execPath, args)).toEqual({ code: 0, out: '', error: '' });
  });
});
