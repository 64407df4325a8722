/** What a release publishes: made twice it is the same, and the workflow publishes the bytes that it has tested. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { billPackageFile, sumsFile } from '../../scripts/support/project.mjs';
import { folderWith, removesFolders, runIn } from './installed';

removesFolders();

/** Whether `npm test` runs this. */
const isPart = process.env['RUNBOOK_BUILT'] === '1';

describe('what is packaged', () => {
  // packages once more, which `npm test` leaves to this suite as a command, as CI and each release run it
  it.skipIf(isPart)(
    'is the same, byte for byte, in another place and time zone, at another time, and for others who may read less',
    () => {
      const { metadata } = JSON.parse(readFileSync(billPackageFile(), 'utf8')) as {
        readonly metadata: { readonly timestamp: string };
      };
      const copy = folderWith({});
      const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
        encoding: 'utf8',
      });
      for (const file of files.split('\n').filter(Boolean)) {
        cpSync(file, path.join(copy, file));
        chmodSync(path.join(copy, file), 0o600);
      }
      symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
      const ended = runIn(copy, 'sh', ['-c', 'umask 077; exec "$0" scripts/package.mjs', process.execPath], {
        SOURCE_DATE_EPOCH: String(Date.parse(metadata.timestamp) / 1000),
        TZ: 'Asia/Kolkata',
      });
      expect(ended).toMatchObject({ code: 0 });
      expect(readFileSync(path.join(copy, 'dist', sumsFile), 'utf8')).toBe(
        readFileSync(path.join('dist', sumsFile), 'utf8'),
      );
    },
  );

  it('is what its digests say', () => {
    const lines = readFileSync(path.join('dist', sumsFile), 'utf8').trim().split('\n');
    expect(lines.map((line) => path.extname(line))).toEqual(['.vsix', '.tgz', '.json']);
    for (const line of lines) {
      // the form that sha256sum reads: two spaces
      const [digest, file = ''] = line.split('  ');
      const bytes = readFileSync(path.join('dist', file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
    }
  });
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly environment?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
  readonly steps: readonly Step[];
}

describe('the release workflow', () => {
  const { permissions, jobs } = parse(readFileSync('.github/workflows/release.yml', 'utf8')) as {
    readonly permissions: object;
    readonly jobs: Readonly<Record<string, Job>>;
  };
  const publishes = /\b(?:vsce\S* publish|ovsx\S* publish|npm publish|gh release create)\b/;
  const publishing = Object.entries(jobs).filter(([, { steps }]) =>
    steps.some(({ run = '' }) => publishes.test(run)),
  );

  function isBehind(job: Job | undefined, wanted: string): boolean {
    return [job?.needs ?? []].flat().some((name) => name === wanted || isBehind(jobs[name], wanted));
  }

  it('publishes in four places', () => {
    expect(publishing.map(([name]) => name)).toEqual(['marketplace', 'open-vsx', 'npm', 'github']);
  });

  it.each(publishing)('%s publishes what was built once and tested', (_, job) => {
    expect(isBehind(job, 'test') && isBehind(job, 'rebuild') && isBehind(job, 'build')).toBe(true);
    expect(job.if).toBe("github.ref_type == 'tag'");
    expect(job.environment).toBe('release');
    const order = job.steps.map(({ uses, run = '' }) => {
      if (uses?.startsWith('actions/download-artifact@')) return 'download';
      if (run === 'sha256sum --check SHA256SUMS') return 'compare';
      return publishes.test(run) ? 'publish' : 'other';
    });
    expect(order.filter((what) => what !== 'other')).toEqual(['download', 'compare', 'publish']);
    // neither the repository nor its packages are there, so that nothing can be built
    for (const { uses = '', run = '' } of job.steps)
      expect(`${uses} ${run}`).not.toMatch(/actions\/checkout|npm (?:ci|install|run)/);
  });

  it('tests those bytes on all versions of Node, in all forms and in the editor', () => {
    const { test, build } = jobs;
    expect(test?.strategy?.matrix.node).toEqual([20, 22, 24]);
    const tested = test?.steps.filter(({ env }) => env?.['RUNBOOK_PACKAGED'] === '1').map(({ run }) => run);
    expect(tested).toEqual(['npm run test:forms', 'npm run test:vsix']);
    const runs = Object.entries(jobs).flatMap(([name, { steps }]) =>
      steps.some(({ run = '' }) => run.includes('npm run package')) ? [name] : [],
    );
    expect(runs).toEqual(['build', 'rebuild']);
    expect(build?.steps.at(-1)?.with?.['name']).toBe('release');
  });

  it('has no token but the one that Open VSX asks for, and no right that it does not need', () => {
    const text = readFileSync('.github/workflows/release.yml', 'utf8');
    expect([...text.matchAll(/secrets\.(\w+)/g)].map(([, name]) => name)).toEqual(['OVSX_PAT']);
    expect(permissions).toEqual({});
    const rights = Object.entries(jobs).map(([name, job]) => [name, Object.keys(job.permissions)]);
    expect(Object.fromEntries(rights)).toEqual({
      build: ['contents'],
      rebuild: ['contents'],
      test: ['contents'],
      marketplace: ['id-token'],
      'open-vsx': [],
      npm: ['id-token'],
      github: ['contents', 'id-token', 'attestations'],
    });
    expect(text).toContain('vsce@3.9.2 publish --azure-credential --packagePath');
    expect(text).toContain('--provenance');
  });

  it('runs actions that nobody can exchange, and options that exist', () => {
    for (const { uses } of Object.values(jobs).flatMap(({ steps }) => steps))
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    const { version } = JSON.parse(readFileSync('node_modules/@vscode/vsce/package.json', 'utf8')) as {
      readonly version: string;
    };
    expect(version).toBe('3.9.2');
    const help = execFileSync(process.execPath, ['node_modules/@vscode/vsce/vsce', 'publish', '--help'], {
      encoding: 'utf8',
    });
    expect(help).toContain('--azure-credential');
    expect(help).toContain('--packagePath');
  });
});
