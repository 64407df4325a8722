/**
 * Holds the dependency rules themselves: a small product with one violation of each rule is laid out in a
 * temporary folder, and the tool has to name every one of them and nothing else.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const projectFolder = path.resolve(import.meta.dirname, '../..');

/** Files that break no rule, with what they import. Every violation below imports one of them. */
const sound: Record<string, readonly string[]> = {
  'protocol/src/messages.ts': [],
  'server/src/text/text.ts': [],
  'server/src/text/cycle-b.ts': ['./cycle-a'],
  'server/src/model/model.ts': ['../text/text'],
  'server/src/config/config.ts': ['../model/model', 'yaml'],
  'server/src/templates/templates.ts': ['../text/text', 'github-slugger'],
  'server/src/parsing/parse.ts': [
    '../model/model',
    'unified',
    'remark-parse',
    'mdast',
    'yaml',
    'github-slugger',
  ],
  'server/src/alerts/read-alerts.ts': ['../model/model', '../config/config', 'yaml'],
  'server/src/workspace.ts': ['./text/text'],
  'server/src/index/workspace-index.ts': ['../workspace', '../model/model'],
  'server/src/document/scope.ts': ['../model/model', '../config/config'],
  'server/src/authoring/insertion.ts': ['../document/scope', '../templates/templates'],
  'server/src/lint/rule.ts': ['../index/workspace-index', '../model/model'],
  'server/src/lint/rules/playbook/sound.ts': ['../../rule', '../../../document/scope'],
  'server/src/lint/all-rules.ts': ['./rules/playbook/sound'],
  'server/src/lint/registry.ts': ['./all-rules'],
  'server/src/cache/findings.ts': ['../lint/rule'],
  'server/src/features/hover.ts': [
    '../lint/registry',
    '../authoring/insertion',
    '../templates/templates',
    'vscode-languageserver-types',
  ],
  'server/src/report/report.ts': ['../lint/registry', '../index/workspace-index'],
  'server/src/service.ts': ['./features/hover', './report/report', './parsing/parse', './config/config'],
  'server/src/disk/disk.ts': ['../workspace', '../service', 'node:path'],
  'server/src/disk/read-file.ts': ['node:fs'],
  'server/src/cli/git.ts': ['node:child_process'],
  'server/src/cli/main.ts': ['../service', '../disk/disk', 'node:process'],
  'server/src/lsp/capabilities.ts': [],
  'server/src/lsp/connect.ts': ['../service', '../../../protocol/src/messages', 'vscode-languageserver'],
  'server/src/lsp/node/main.ts': [
    '../connect',
    '../../disk/disk',
    'vscode-languageserver/node',
    'node:process',
  ],
  'client/src/extension.ts': ['vscode', 'vscode-languageclient', '../../protocol/src/messages'],
  'client/src/node/main.ts': ['../extension', 'vscode-languageclient/node', 'node:path'],
  'test/support.ts': ['../server/src/service', 'vitest'],
  'scripts/tool.mjs': [],
};

/** One violation each: the rule that has to catch it, the file and its only import. */
const violations: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['no-cycles', 'server/src/text/cycle-a.ts', './cycle-b'],
  ['no-unresolved', 'server/src/text/unresolved.ts', './nowhere'],
  ['server-text', 'server/src/text/bad.ts', '../model/model'],
  ['server-model', 'server/src/model/bad.ts', '../parsing/parse'],
  ['server-config', 'server/src/config/bad.ts', '../lint/rule'],
  ['server-templates', 'server/src/templates/bad.ts', '../features/hover'],
  ['server-parsing', 'server/src/parsing/bad.ts', '../index/workspace-index'],
  ['server-alerts', 'server/src/alerts/bad.ts', '../parsing/parse'],
  ['server-index', 'server/src/index/bad.ts', '../parsing/parse'],
  ['server-document', 'server/src/document/bad.ts', '../index/workspace-index'],
  ['server-authoring', 'server/src/authoring/bad.ts', '../lint/rule'],
  ['server-lint', 'server/src/lint/bad.ts', '../parsing/parse'],
  ['server-cache', 'server/src/cache/bad.ts', '../features/hover'],
  ['server-init', 'server/src/init/bad.ts', '../parsing/parse'],
  ['server-run', 'server/src/run/bad.ts', '../features/hover'],
  ['server-report', 'server/src/report/bad.ts', '../features/hover'],
  ['server-features', 'server/src/features/bad.ts', '../service'],
  ['server-files', 'server/src/files/bad.ts', '../disk/disk'],
  ['server-disk', 'server/src/disk/bad.ts', '../parsing/parse'],
  ['server-cli', 'server/src/cli/bad.ts', '../lsp/connect'],
  ['server-lsp', 'server/src/lsp/bad.ts', '../cli/main'],
  ['server-workspace', 'server/src/workspace.ts', './model/model'],
  ['server-service', 'server/src/service.ts', './lsp/capabilities'],
  ['rules-stand-alone', 'server/src/lint/rules/release/bad.ts', '../playbook/sound'],
  ['registry-lists-rules', 'server/src/lint/run-rules.ts', './rules/playbook/sound'],
  ['markdown-libraries', 'server/src/model/remark.ts', 'remark-parse'],
  ['markdown-libraries', 'server/src/index/mdast.ts', 'mdast'],
  ['slug-library', 'server/src/lint/slug.ts', 'github-slugger'],
  ['yaml-library', 'server/src/cli/yaml.ts', 'yaml'],
  ['connection-libraries', 'server/src/features/connection.ts', 'vscode-languageserver'],
  ['lsp-types', 'server/src/lint/lsp.ts', 'vscode-languageserver-types'],
  ['node-built-ins', 'server/src/parsing/node.ts', 'node:path'],
  ['node-built-ins', 'server/src/lsp/node.ts', 'node:path'],
  ['node-built-ins', 'client/src/node.ts', 'node:path'],
  ['file-room', 'server/src/disk/reads.ts', 'node:fs'],
  ['file-room', 'server/src/cli/reads.ts', 'node:fs/promises'],
  ['no-network', 'server/src/cli/sends.ts', 'node:https'],
  ['no-network', 'client/src/node/listens.ts', 'node:net'],
  ['one-process', 'server/src/lsp/node/starts.ts', 'node:child_process'],
  ['disk-has-node', 'server/src/lsp/disk.ts', '../disk/disk'],
  ['client-knows-protocol', 'client/src/bad.ts', '../../server/src/service'],
  ['client-libraries', 'client/src/yaml.ts', 'yaml'],
  ['first-stage', 'client/src/wake/wake.ts', '../extension'],
  ['markdown-it-types', 'client/src/markdown.ts', 'markdown-it'],
  ['pages-stand-alone', 'client/src/report-page/bad.ts', '../extension'],
  ['pages-stand-alone', 'client/src/page-parts/bad.ts', '../extension'],
  ['pages-know-no-other-page', 'client/src/run-page/bad.ts', '../report-page/bad'],
  ['pages-are-bundles-of-their-own', 'client/src/bad-page.ts', './report-page/bad'],
  ['layout-library', 'client/src/report-page/bad-layout.ts', '@dagrejs/dagre'],
  ['protocol-is-plain', 'protocol/src/bad.ts', '../../server/src/text/text'],
  ['product-knows-no-tools', 'server/src/cli/bad-test.ts', '../../../test/support'],
  ['product-knows-no-tools', 'client/src/bad-script.ts', '../../scripts/tool.mjs'],
];

interface Rule {
  readonly name: string;
}

/** The parts of dependency-cruiser's JSON report that are looked at here. */
interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: Rule }[];
    readonly ruleSetUsed: { readonly forbidden: readonly Rule[] };
  };
}

describe('The dependency rules', () => {
  let folder = '';
  let rules: string[] = [];
  let found: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'runbook-dependencies-'));
    await layOut(folder);
    const { summary } = await cruise(folder);
    rules = summary.ruleSetUsed.forbidden.map(({ name }) => name);
    found = summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(violations)('catch %s in %s importing %s', (rule, file) => {
    expect(found).toContain(`${rule}: ${file}`);
  });

  test('leave alone what the table allows', () => {
    const broken = new Set(violations.map(([, file]) => file));
    expect(found.filter((violation) => !broken.has(violation.replace(/^.*: /, '')))).toEqual([]);
  });

  test('are each broken by a violation above', () => {
    expect(new Set(violations.map(([rule]) => rule))).toEqual(new Set(rules));
  });
});

async function layOut(folder: string): Promise<void> {
  const files = new Map(Object.entries(sound).map(([file, imports]) => [file, [...imports]]));
  for (const [, file, imported] of violations) {
    files.set(file, [...(files.get(file) ?? []), imported]);
  }
  for (const [file, imports] of files) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, imports.map((imported) => `import '${imported}';\n`).join('') + 'export {};\n');
  }
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json']) {
    await cp(path.join(projectFolder, file), path.join(folder, file));
  }
  await symlink(path.join(projectFolder, 'node_modules'), path.join(folder, 'node_modules'));
}

async function cruise(folder: string): Promise<Report> {
  const tool = path.join(projectFolder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const folders = ['client', 'protocol', 'server', 'scripts', 'test'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
    { cwd: folder, maxBuffer: 64_000_000 },
  );
  const report: Report = JSON.parse(stdout);
  return report;
}
