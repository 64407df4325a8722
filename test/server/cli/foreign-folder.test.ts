/** A folder in which nothing can be found is checked without a rule. */
import { expect, test, vi } from 'vitest';
import type * as Afresh from '../../../server/src/cli/afresh';
import { temporaryFolder, type FolderContent } from '../disk/temporary-folder';
import { runTool } from './run-tool';

const loads = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../../server/src/cli/afresh', async (importOriginal) => {
  const original = await importOriginal<typeof Afresh>();
  return {
    ...original,
    checkAfresh: (...args: Parameters<typeof original.checkAfresh>) => {
      loads.count++;
      return original.checkAfresh(...args);
    },
  };
});

const notes = { 'README.md': '# Notes\n\nSee RFC-2119.\n', 'a/b.md': '', 'deploy/app.yaml': 'kind: Pod\n' };

async function judged(content: FolderContent, ...options: readonly string[]): Promise<string> {
  loads.count = 0;
  const { out } = await runTool(['check', temporaryFolder(content), ...options]);
  return `${loads.count === 0 ? 'not judged' : 'judged'}: ${out}`;
}

test('where no document is of a kind', async () => {
  expect(await judged(notes)).toBe(
    'not judged: No findings in 2 documents. None of them is recognised as a runbook; "runbook-md init" looks for runbooks of any style.\n',
  );
  expect(await judged({})).toBe('not judged: No findings in 0 documents.\n');
  expect(JSON.parse((await judged(notes, '--format', 'json')).replace(/^[^:]*: /, ''))).toEqual([]);
});

test.each<[string, FolderContent, ...string[]]>([
  ['a document may be a runbook', { ...notes, 'x.md': '# Playbook: Move\n' }],
  ['there is a configuration', { ...notes, '.runbook.yaml': 'prefixes: { RFC: }\n' }],
  ['a document cannot be read', { ...notes, 'x.md': Uint8Array.of(0xff, 0xfe, 0x00) }],
  ['documents are to be fixed', notes, '--fix'],
])('but not where %s', async (_, content, ...options) => {
  expect(await judged(content, ...options)).toMatch(/^judged/);
});
