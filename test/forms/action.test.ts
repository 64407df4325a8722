/** The action: its steps run by bash, as a runner does, with the package that ships and without the network. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { readManifest } from '../../scripts/support/project.mjs';
import { clean } from '../server/cli/sample-folder';
import { brokenRunbooks, folderWith, removesFolders, runIn, type Ended } from './installed';

removesFolders();

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id?: string;
      readonly shell: string;
      readonly env: Readonly<Record<string, string>>;
      readonly run: string;
    }[];
  };
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action;

interface ActionRun extends Ended {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs the steps one after the other, up to one that fails. */
function runAction(folder: string, given: Readonly<Record<string, string>> = {}): ActionRun {
  const runner = folderWith({ output: '', summary: '' });
  const inputs: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])),
    version: inject('tarball'),
    ...given,
  };
  let last: Ended = { code: 0, out: '', error: '' };
  for (const step of action.runs.steps) {
    const variables = Object.fromEntries(
      Object.entries(step.env).map(([name, value]) => [
        name,
        value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => {
          const text = inputs[input];
          if (text === undefined) throw new Error(`There is no input ${input}.`);
          return text;
        }),
      ]),
    );
    expect(step.shell).toBe('bash');
    // how GitHub runs a step with `shell: bash`
    last = runIn(folder, 'bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      ...variables,
      RUNNER_TEMP: runner,
      GITHUB_OUTPUT: path.join(runner, 'output'),
      GITHUB_STEP_SUMMARY: path.join(runner, 'summary'),
      npm_config_offline: 'true',
    });
    if (last.code !== 0) break;
  }
  const lines = readFileSync(path.join(runner, 'output'), 'utf8').trim().split('\n').filter(Boolean);
  return {
    ...last,
    outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string])),
    summary: readFileSync(path.join(runner, 'summary'), 'utf8'),
  };
}

it('fails for errors, with annotations, a log and numbers', () => {
  const folder = folderWith(brokenRunbooks());
  const run = runAction(folder, { 'sarif-file': 'runbook.sarif', summary: 'true' });
  expect(run).toMatchObject({
    code: 1,
    error: '',
    outputs: { findings: '2', errors: '2', warnings: '0', 'sarif-file': 'runbook.sarif' },
  });
  expect(run.out).toMatch(/^::error file=docs\/SoT\.RUNBOOKS\.md,line=\d+,.*duplicate-id/m);
  const log = JSON.parse(readFileSync(path.join(folder, 'runbook.sarif'), 'utf8')) as {
    readonly runs: readonly { readonly results: readonly unknown[] }[];
  };
  expect(log.runs[0]?.results).toHaveLength(2);
  expect(run.summary).toMatch(/^# /);
});

it('passes without errors, and writes nothing that was not asked for', () => {
  const folder = folderWith({ 'ops docs/SoT.RUNBOOKS.md': clean });
  const run = runAction(folder, { path: 'ops docs' });
  expect(run).toMatchObject({ code: 0, summary: '', outputs: { errors: '0', warnings: '0' } });
  expect(Object.keys(run.outputs)).not.toContain('sarif-file');
  expect(existsSync(path.join(folder, 'runbook.sarif'))).toBe(false);
});

it('hands its inputs on, and takes none of them for a command', () => {
  const folder = folderWith(brokenRunbooks());
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  execFileSync('git', ['add', '.'], { cwd: folder });
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '-m', 'Begin'], {
    cwd: folder,
  });
  expect(runAction(folder, { since: 'HEAD' })).toMatchObject({ code: 0, outputs: { findings: '0' } });
  expect(runAction(folder, { time: 'only' })).toMatchObject({ code: 0, outputs: { errors: '0' } });
  writeFileSync(
    path.join(folder, 'docs/SoT.RUNBOOKS.md'),
    clean.replace('See RUN-002.', 'Linked IDs: RUN-077'),
  );
  expect(runAction(folder)).toMatchObject({ code: 0 });
  expect(runAction(folder, { 'max-warnings': '0' })).toMatchObject({ code: 1 });
  expect(runAction(folder, { profile: 'no-such-profile' })).toMatchObject({ code: 2 });
  expect(runAction(folder, { path: '$(touch pwned)' })).toMatchObject({ code: 2 });
  expect(existsSync(path.join(folder, 'pwned'))).toBe(false);
});

it('declares what its steps use and give', () => {
  const texts = action.runs.steps.map(({ run, env }) => JSON.stringify([run, env])).join('\n');
  for (const name of Object.keys(action.inputs)) expect(texts).toContain(`inputs.${name} `);
  expect(action.inputs['version']?.default).toBe(readManifest().version);
  expect(action.runs.using).toBe('composite');
  const check = action.runs.steps.find(({ id }) => id === 'check');
  for (const [name, { value }] of Object.entries(action.outputs)) {
    expect(value).toBe(`\${{ steps.check.outputs.${name} }}`);
    expect(check?.run).toContain(`${name}=`);
  }
  // what comes from outside is only ever a variable
  for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
});
