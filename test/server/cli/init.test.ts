/** `runbook-md init`: from documents to a check that is green, and red for one new defect, with that finding alone. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder';
import { collection, product, soundsLike } from '../init/workspaces';
import { day, runTool } from './run-tool';

const written = ['.runbook.yaml', '.runbook-baseline.json'] as const;

function filesOf(folder: string): readonly boolean[] {
  return written.map((name) => existsSync(join(folder, name)));
}

async function check(folder: string): Promise<{ readonly code: number; readonly rules: readonly string[] }> {
  const { code, out } = await runTool(['check', folder, '--today', day, '--format', 'json']);
  const rows = JSON.parse(out) as readonly { readonly rule: string; readonly accepted?: true }[];
  return { code, rules: rows.filter(({ accepted }) => accepted !== true).map(({ rule }) => rule) };
}

describe('after init', () => {
  test.each([
    ['collection', collection],
    ['product', product],
  ])('the check of a %s is green', async (_, files) => {
    const folder = temporaryFolder(files);
    expect(await runTool(['init', folder, '--yes'])).toMatchObject({ code: 0, error: '' });
    expect(filesOf(folder)).toEqual([true, true]);
    expect(await check(folder)).toEqual({ code: 0, rules: [] });
  });

  test.each([
    ['a section emptied', /(## Verification\n)[^#]*/, '$1\n', 'missing-section'],
    ['an id broken', 'OP-003', 'OPS3', 'invalid-field'],
    ['a review date past its interval', '2026-11-03', '2025-11-03', 'stale-review'],
    [
      'a reference to nothing',
      '2. Run it again',
      '2. See [RUN-044](../SoT.RUNBOOKS.md). Run it again',
      'dangling-id',
    ],
  ])('%s turns it red, with that finding alone', async (_, from, to, rule) => {
    const sot = {
      'docs/SoT.RUNBOOKS.md':
        '---\nid_prefix: RUN-XXX\n---\n# Runbooks\n\n## RUN-001: Disk\n\n**Owner:** Ops\n',
    };
    const folder = temporaryFolder({ ...product, ...sot });
    await runTool(['init', folder, '--yes']);
    const path = join(folder, 'docs/runbooks/restore.md');
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
    expect(await check(folder)).toEqual({ code: 1, rules: [rule] });
  });
});

test('addresses of alert rules are mapped to the documents that they mean', async () => {
  const rule = (name: string): string =>
    `      - alert: ${name}\n        expr: up == 0\n        annotations:\n          runbook_url: https://ops.example/runbooks/${name}\n`;
  const names = Object.keys(product).flatMap((path) => /^docs\/runbooks\/(.+)\.md$/.exec(path)?.[1] ?? []);
  const alerts = `groups:\n  - name: a\n    rules:\n${names.map(rule).join('')}${rule('gone')}`;
  const folder = temporaryFolder({ ...product, 'deploy/alerts.yaml': alerts });
  await runTool(['init', folder, '--yes']);
  const configuration = readFileSync(join(folder, '.runbook.yaml'), 'utf8');
  expect(configuration).toContain(
    `addresses:\n  - { from: "https://ops.example/runbooks/", to: "docs/runbooks/" } # ${String(names.length)} of ${String(names.length + 1)} addresses lead to a document\n`,
  );
  expect(await check(folder)).toEqual({ code: 0, rules: [] });
  writeFileSync(join(folder, 'deploy/alerts.yaml'), alerts.replaceAll('restore', 'restored'));
  expect(await check(folder)).toEqual({ code: 1, rules: ['alert-runbook-not-found'] });
});

test('a section emptied turns it red too where a role stands for it', async () => {
  const names = ['disk', 'dns', 'cpu', 'memory', 'host'];
  const page = (name: string): string => {
    const section = names.indexOf(name) % 2 === 0 ? 'Verification' : 'Validate';
    return `# ${name}\n\n## First checks of ${name}\n\n1. Look at it.\n2. Restart it.\n\n## ${section}\n\n- It answers.\n`;
  };
  const folder = temporaryFolder(
    Object.fromEntries(names.map((name) => [`runbooks/${name}.md`, page(name)])),
  );
  await runTool(['init', folder, '--yes']);
  expect(await check(folder)).toEqual({ code: 0, rules: [] });
  writeFileSync(join(folder, 'runbooks/dns.md'), page('dns').replace('- It answers.', ''));
  const { code, rules } = await check(folder);
  expect({ code, rules }).toEqual({ code: 1, rules: ['empty-verification'] });
});

describe('asks once', () => {
  const free = {
    'README.md': '# Ops runbooks\n',
    'a.md': '# A\n\n## Symptoms\n\n```sh\na\n```\n',
    'b.md': '# B\n\n## Rollback\n\n```sh\nb\n```\n',
    'c.md': '# C\n\n## Escalation\n\n```sh\nc\n```\n',
    'runbook-d.md': '# D runbook\n\n1. Do.\n2. Check.\n',
  };

  test.each([
    ['y', 1],
    ['a', 4],
    ['n', null],
    ['', null],
  ])('and takes "%s" for an answer', async (answer, count) => {
    const questions: string[] = [];
    const folder = temporaryFolder(free);
    const { code } = await runTool(['init', folder], {
      ask: (question) => {
        questions.push(question);
        return Promise.resolve(answer);
      },
    });
    expect([code, questions.length]).toEqual([0, 1]);
    expect(questions[0]).toContain('with the 3 documents');
    expect(filesOf(folder)).toEqual([count !== null, count !== null]);
    if (count === null) return;
    const text = readFileSync(join(folder, '.runbook.yaml'), 'utf8');
    expect(text.includes('# kinds') || text.includes('#   - name')).toBe(count === 1);
  });
});

test('--dry-run shows the file and writes nothing', async () => {
  const folder = temporaryFolder(product);
  const { code, out } = await runTool(['init', folder, '--dry-run', '--ci', 'github']);
  expect(code).toBe(0);
  expect(out).toContain('--- .runbook.yaml ---');
  expect(out).toContain('--- .github/workflows/runbooks.yml ---');
  expect(filesOf(folder)).toEqual([false, false]);
});

test.each(Object.entries(soundsLike))('%s: nothing is written, and it says so', async (name, files) => {
  const folder = temporaryFolder(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${name}/${path}`, text])),
  );
  const { code, out } = await runTool(['init', join(folder, name), '--answer', 'all']);
  expect([code, filesOf(join(folder, name))]).toEqual([1, [false, false]]);
  expect(out).toContain('None of them looks like a runbook');
});

test('a configuration that is there stays, and a workflow can be added', async () => {
  const folder = temporaryFolder({ ...product, '.runbook.yaml': 'staleAfterDays: 7\n' });
  expect(await runTool(['init', folder, '--yes'])).toMatchObject({ code: 2 });
  expect((await runTool(['init', folder, '--yes', '--ci', 'gitlab'])).code).toBe(0);
  expect(readFileSync(join(folder, '.runbook.yaml'), 'utf8')).toBe('staleAfterDays: 7\n');
  expect(existsSync(join(folder, '.gitlab-ci.yml'))).toBe(true);
  const again = await runTool(['init', folder, '--yes', '--ci', 'gitlab']);
  expect(again.out).toContain('.gitlab-ci.yml exists and stays as it is. Add this to it:');
});
