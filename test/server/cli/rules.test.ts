/** `runbook-md rules` and `runbook-md explain`: what there is to know about rules without an editor. */
import { expect, test } from 'vitest';
import { rules } from '../../../server/src/service';
import { run } from '../../../server/src/cli/run';
import { runTool } from './run-tool';

test('rules lists each rule with its severity and whether there are fixes', async () => {
  const { code, out } = await runTool(['rules']);
  expect(code).toBe(0);
  const lines = out.split('\n');
  for (const { meta } of rules) expect(lines.some((line) => line.startsWith(`${meta.name} `))).toBe(true);
  expect(out).toMatch(/^duplicate-id +error +fix +\S/m);
  expect(out).toMatch(/^orphan-id +off +\S/m);
});

test('rules fits its lines to a terminal', async () => {
  const { out } = await runTool(['rules'], { columns: 60 });
  expect(
    Math.max(
      ...out
        .split('\n')
        .slice(0, -3)
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(60);
});

test('rules in JSON is sorted by name', async () => {
  const { out } = await runTool(['rules', '--format', 'json']);
  const listed = JSON.parse(out) as { name: string }[];
  expect(listed).toHaveLength(rules.length);
  expect(listed[0]).toEqual({
    name: listed.map(({ name }) => name).sort()[0],
    severity: expect.any(String) as string,
    fixable: expect.any(Boolean) as boolean,
    summary: expect.any(String) as string,
  });
});

test('explain tells how to set a rule, and its page', async () => {
  const { code, out } = await runTool(['explain', 'stale-last-tested']);
  expect(code).toBe(0);
  expect(out).toContain('Severity  warning');
  expect(out).toMatch(/Option +days \(number, default 0\): /);
  expect(out).toContain('docs/rules/stale-last-tested.md');
  expect(out).toContain('# stale-last-tested\n');
});

test('explain leaves out where links to other pages lead, but not in examples', async () => {
  const { out } = await runTool(['explain', 'empty-section']);
  expect(out).toContain('Not reported where `empty-rollback`, ');
  expect(out).not.toContain('.md)');
  expect((await runTool(['explain', 'missing-link-target'])).out).toMatch(/\]\([^)]*\.md\)/);
});

test('explain does without the page where it is not there', async () => {
  let out = '';
  const terminal = { out: (text: string) => (out += text), error: () => true, colors: false };
  const missing = { rulePages: '/no/such/folder', cache: null };
  expect(await run(['explain', 'dangling-id'], terminal, missing)).toBe(0);
  expect(out).toContain('dangling-id: ');
});

test.each([
  ['dangling', 'Did you mean "dangling-id"?'],
  ['completely-different', 'Run "runbook-md rules" for the list'],
  ['configuration', 'the name of errors in .runbook.yaml'],
])('explain %s says what to do instead', async (name, advice) => {
  const { code, error } = await runTool(['explain', name]);
  expect(code).toBe(2);
  expect(error).toContain(advice);
});

test.each([
  [['--help'], ['check', 'rules', 'explain', 'report', 'outline', 'Examples:']],
  [
    ['check', '--help'],
    ['--fix', '--since', '--max-warnings', 'Exit code:', 'Examples:'],
  ],
  [
    ['report', '--help'],
    ['--format', 'html', 'Examples:'],
  ],
])('%j explains itself', async (args, words) => {
  const { code, out } = await runTool(args);
  expect(code).toBe(0);
  for (const word of words) expect(out).toContain(word);
});
