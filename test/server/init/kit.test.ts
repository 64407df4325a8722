/** The workflows that init writes: valid YAML, with commands that exist, and no more rights than they use. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { kitFiles, type KitName } from '../../../server/src/init/kit';
import { runTool } from '../cli/run-tool';

const names: readonly KitName[] = ['github', 'gitlab', 'pre-commit'];

/** All texts in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Calls of the tool: what stands behind its name, up to a redirection. */
function callsIn(text: string): readonly (readonly string[])[] {
  return [
    ...text.matchAll(/npx --yes runbook-md@1\.2\.3 ((?:"[^"]*(?:\$\([^)]*\))?[^"]*"|[^>|`\n"])+)/g),
  ].map(([, words = '']) =>
    words
      .replace(/"\$\([^)]*\)"|"[^"]*"/g, 'X')
      .trim()
      .split(/ +/),
  );
}

describe.each(names)('%s', (name) => {
  const [file] = kitFiles(name, '1.2.3');
  const value: unknown = parse(file?.text ?? '');

  test('is YAML, and so is what is added to a file that exists', () => {
    expect(textsIn(value).length).toBeGreaterThan(3);
    const addition: unknown = parse(file?.addition ?? '');
    expect(textsIn(addition).length).toBeGreaterThan(3);
  });

  test('takes the tool from npm in the version that writes it, and in no other way', () => {
    const text = textsIn(value).join('\n');
    expect(new Set(text.match(/npx --\S+ \S+/g))).toEqual(new Set(['npx --yes runbook-md@1.2.3']));
    expect(text).not.toMatch(/git clone|npm (?:ci|install|run)|cli\.js/);
  });

  test('calls commands with options that there are', async () => {
    const calls = textsIn(value).flatMap(callsIn);
    expect(calls.length).toBeGreaterThan(0);
    for (const [command = '', ...words] of calls) {
      const { code, out } = await runTool([command, '--help']);
      expect(code).toBe(0);
      for (const option of words.filter((word) => word.startsWith('--'))) expect(out).toContain(`${option} `);
    }
  });
});

test('the workflow of GitHub pins its actions and asks for what it needs', () => {
  const [file] = kitFiles('github', '1.2.3');
  const uses = [...(file?.text ?? '').matchAll(/uses: (\S+)/g)].map(([, action]) => action);
  expect(uses.length).toBeGreaterThan(0);
  for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
  expect(parse(file?.text ?? '')).toMatchObject({
    permissions: {},
    jobs: {
      changes: { permissions: { contents: 'read' } },
      dates: { permissions: { contents: 'read', issues: 'write' } },
    },
  });
});
