/** `runbook-md outline`: one document as the checker sees it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runTool } from './run-tool';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'runbook-outline-'))));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

test('the kind that the configuration gives a document holds', async () => {
  const file = write('pool.md', '# Pool\n\n1. Stop the pool\n2. Start it\n');
  expect((await runTool(['outline', file])).out).not.toContain('step 1');
  write('.runbook.yaml', "kinds:\n  - files: '**/*.md'\n    kind: entry\n");
  const { code, out } = await runTool(['outline', file]);
  expect(code).toBe(0);
  expect(out).toMatch(/^kind entry\n/);
  expect(out).toContain('step 2 "Start it"');
});

test('a mistake in the configuration stops nothing', async () => {
  write('.runbook.yaml', 'kinds: [');
  const { code, out } = await runTool(['outline', write('pool.md', '# Pool\n')]);
  expect(code).toBe(0);
  expect(out).toContain('# "Pool"');
});
