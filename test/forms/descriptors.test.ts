/** What other tools are told of the command line: pre-commit, MegaLinter, Docker, SchemaStore. Each is done as it says. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import picomatch from 'picomatch';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { readManifest } from '../../scripts/support/project.mjs';
import { brokenRunbooks, command, folderWith, removesFolders, runIn } from './installed';

removesFolders();

const { version } = readManifest();

function yaml(file: string): unknown {
  return parse(readFileSync(file, 'utf8'));
}

function has(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { timeout: 60_000 }).status === 0;
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder });
}

describe('.pre-commit-hooks.yaml', () => {
  const [hook, ...others] = yaml('.pre-commit-hooks.yaml') as readonly Readonly<Record<string, unknown>>[];
  const entry = String(hook?.['entry']);

  it('has what pre-commit asks of a hook', () => {
    expect(others).toEqual([]);
    expect(hook).toMatchObject({
      id: 'runbook',
      name: expect.any(String) as string,
      language: 'system',
      // references lead from file to file, so that the repository is checked as a whole
      pass_filenames: false,
    });
    expect(entry).toContain(`npx --yes runbook-md@${version} `);
  });

  it('fails for what is not committed yet, and for nothing else', () => {
    const folder = folderWith({ 'README.md': '# Shop\n' });
    git(folder, 'init', '--quiet');
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', 'Begin');
    // the package that is not published yet stands in for the one of that name
    const [, args = ''] = entry.split(`npx --yes runbook-md@${version} `);
    const run = (): number | null => runIn(folder, command(), args.split(' ')).code;
    expect(run()).toBe(0);
    writeFileSync(path.join(folder, 'SoT.RUNBOOKS.md'), brokenRunbooks()['docs/SoT.RUNBOOKS.md'] ?? '');
    git(folder, 'add', '.');
    expect(run()).toBe(1);
    git(folder, 'commit', '--quiet', '-m', 'Break');
    expect(run()).toBe(0);
  });

  it.skipIf(!has('pre-commit', '--version'))('is valid for pre-commit itself', () => {
    execFileSync('pre-commit', ['validate-manifest', '.pre-commit-hooks.yaml']);
  });
});

describe('the plugin of MegaLinter', () => {
  const file = 'delivery/mega-linter-plugin-runbook/runbook.megalinter-descriptor.yml';
  const text = { type: 'string', minLength: 1 };
  const texts = { type: 'array', items: text, minItems: 1 };
  const url = { type: 'string', pattern: '^https://' };
  /** What its schema of descriptors allows, of what we use. https://megalinter.io/latest/json-schemas/descriptor.html */
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['descriptor_id', 'descriptor_type', 'linters'],
    properties: {
      descriptor_id: { type: 'string', pattern: '^[A-Z_]+$' },
      descriptor_type: { enum: ['language', 'format', 'tooling_format', 'other'] },
      descriptor_flavors: texts,
      file_extensions: texts,
      linters: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['linter_name', 'linter_url', 'examples'],
          properties: {
            linter_name: text,
            name: text,
            linter_text: text,
            linter_spdx_license: text,
            linter_url: url,
            linter_repo: url,
            linter_rules_url: url,
            linter_rules_configuration_url: url,
            cli_lint_mode: { enum: ['file', 'list_of_files', 'project'] },
            cli_lint_extra_args: texts,
            cli_lint_fix_arg_name: text,
            cli_lint_errors_count: { enum: ['regex_number', 'regex_count', 'regex_sum', 'total_lines'] },
            cli_lint_errors_regex: text,
            cli_version_arg_name: text,
            examples: texts,
            install: { type: 'object', additionalProperties: false, properties: { dockerfile: texts } },
          },
        },
      },
    },
  };
  interface Linter {
    readonly linter_name: string;
    readonly cli_lint_extra_args: readonly string[];
    readonly cli_lint_fix_arg_name: string;
    readonly cli_lint_errors_regex: string;
    readonly cli_version_arg_name: string;
    readonly install: { readonly dockerfile: readonly string[] };
  }
  const { linters } = yaml(file) as { readonly linters: readonly Linter[] };

  it('is where MegaLinter looks for it, and has its form', () => {
    expect(file).toMatch(/\/mega-linter-plugin-[^/]+\/[^/]+\.megalinter-descriptor\.yml$/);
    const valid = new Ajv().compile(schema);
    expect(valid(yaml(file)), JSON.stringify(valid.errors)).toBe(true);
  });

  it('calls the command so that its findings are counted', () => {
    const [linter] = linters;
    if (linter === undefined) throw new Error('There is no linter.');
    // plugins may only add RUN lines
    for (const line of linter.install.dockerfile) expect(line).toMatch(/^RUN /);
    expect(linter.install.dockerfile.join('\n')).toContain(` runbook-md@${version}`);
    expect(path.basename(command())).toBe(linter.linter_name);
    const folder = folderWith(brokenRunbooks());
    const { code, out } = runIn(folder, command(), linter.cli_lint_extra_args);
    expect(code).toBe(1);
    const count = new RegExp(linter.cli_lint_errors_regex.replace('(?m)', ''), 'gm');
    expect(out.match(count)).toHaveLength(2);
    expect(runIn(folder, command(), [linter.cli_version_arg_name]).out).toBe(`${version}\n`);
    const fixed = runIn(folder, command(), [...linter.cli_lint_extra_args, linter.cli_lint_fix_arg_name]);
    expect(fixed).toMatchObject({ code: 1, error: '' });
  });
});

describe('Dockerfile', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');
  const instructions = lines.filter((line) => /^[A-Z]+ /.test(line)).map((line) => line.split(/ (.*)/s));
  const all = (name: string): readonly string[] =>
    instructions.flatMap(([instruction, rest = '']) => (instruction === name ? [rest] : []));

  it('has a pinned, small base, and a user without rights', () => {
    for (const from of all('FROM')) expect(from).toMatch(/^node:\d+\.\d+\.\d+-alpine\d+\.\d+(?: AS \w+)?$/);
    expect(all('USER')).toEqual(['node']);
    // nothing is done behind it that needs more
    const names = instructions.map(([name]) => name);
    expect(names.slice(names.indexOf('USER') + 1)).toEqual(['WORKDIR', 'ENTRYPOINT', 'CMD']);
  });

  it('copies the package, and nothing else of this repository', () => {
    const copied = all('COPY').filter((rest) => !rest.startsWith('--from=package '));
    expect(copied).toEqual(['${PACKAGE} /tmp/runbook-md.tgz']);
    expect(all('ARG')).toEqual(['PACKAGE']);
    const [lets, ...rest] = readFileSync('.dockerignore', 'utf8').trim().split('\n').reverse();
    expect(rest).toEqual(['*']);
    expect(picomatch.isMatch(path.relative('', inject('tarball')), lets?.replace('!', '') ?? '')).toBe(true);
  });

  it('starts the command where npm puts it', () => {
    const link = all('RUN').find((rest) => rest.startsWith('ln -s'));
    const [, target = '', place = ''] = /^ln -s (\S+) (\S+)$/.exec(link ?? '') ?? [];
    expect(target).toBe(
      path.posix.join('/opt/runbook-md', path.relative(inject('installed'), command()).replaceAll('\\', '/')),
    );
    expect(JSON.parse(all('ENTRYPOINT')[0] ?? '')).toEqual([path.basename(place)]);
    expect(JSON.parse(all('CMD')[0] ?? '')).toEqual(['check']);
  });

  it.skipIf(!has('docker', 'info') || process.env['RUNBOOK_DOCKER'] === undefined)('builds and runs', () => {
    const tarball = path.relative('', inject('tarball'));
    execFileSync('docker', ['build', '--build-arg', `PACKAGE=${tarball}`, '--tag', 'runbook-md:test', '.']);
    const out = execFileSync('docker', ['run', '--rm', 'runbook-md:test', '--version'], { encoding: 'utf8' });
    expect(out).toBe(`${version}\n`);
  });
});

describe('entries for the catalogue of SchemaStore', () => {
  interface Entry {
    readonly name: string;
    readonly description: string;
    readonly fileMatch: readonly string[];
    readonly url: string;
  }
  const entries = JSON.parse(readFileSync('delivery/schemastore/catalog-entry.json', 'utf8')) as Entry[];

  it.each(entries)('$name has the form of the catalogue, and a schema that is in it', (entry) => {
    expect(Object.keys(entry)).toEqual(['name', 'description', 'fileMatch', 'url']);
    // names that no other tool uses for its files, as the catalogue asks
    for (const pattern of entry.fileMatch) expect(pattern).toMatch(/^\.runbook[\w.-]*$/);
    const [, file = ''] =
      /^https:\/\/raw\.githubusercontent\.com\/vscode-runbook\/vscode-runbook\/main\/(.*)$/.exec(entry.url) ??
      [];
    const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    expect(schema['$schema']).toBe('http://json-schema.org/draft-07/schema#');
    // the store compiles schemas strictly, but for what its list of exceptions names
    new Ajv({
      strict: true,
      allowUnionTypes: true,
      strictRequired: false,
      keywords: ['enumDescriptions'],
    }).compile(schema);
  });

  it('is there for each file that the tool writes', () => {
    const folder = folderWith(brokenRunbooks());
    expect(runIn(folder, command(), ['init', '--yes']).code).toBe(0);
    for (const [file, read] of [
      ['.runbook.yaml', (text: string) => parse(text) as unknown],
      ['.runbook-baseline.json', (text: string) => JSON.parse(text) as unknown],
    ] as const) {
      const entry = entries.find(({ fileMatch }) => fileMatch.includes(file));
      const schema = JSON.parse(readFileSync(`schemas/${path.basename(entry?.url ?? '')}`, 'utf8')) as object;
      const valid = new Ajv({ strict: false }).compile(schema);
      expect(valid(read(readFileSync(path.join(folder, file), 'utf8'))), JSON.stringify(valid.errors)).toBe(
        true,
      );
    }
  });
});
