import { applyPatch } from 'diff';
import { expect, test } from 'vitest';
import { differenceOf } from '../../../server/src/cli/difference';

const lines = (count: number, words: string): string =>
  Array.from({ length: count }, (_, index) => `${words} ${String(index)}\n`).join('');

test('a difference has three lines around what changes', () => {
  expect(differenceOf('a.md', 'a\nb\nc\nd\ne\nf\n', 'a\nb\nc\nd\nX\nf\n')).toBe(
    '--- a/a.md\n+++ b/a.md\n@@ -2,5 +2,5 @@\n b\n c\n d\n-e\n+X\n f\n',
  );
});

test('where very many lines differ it is one piece, which can be applied all the same', () => {
  for (const end of ['', 'end\n', 'end']) {
    const [from, to] = ['old', 'new'].map((words) => `top\n${lines(3_000, words)}${end}`);
    const patch = differenceOf('a.md', from ?? '', to ?? '');
    expect(patch.match(/^@@.*/gm)).toEqual(['@@ -2,3000 +2,3000 @@']);
    expect(applyPatch(from ?? '', patch)).toBe(to);
  }
  const cut = differenceOf('a.md', `${lines(3_000, 'old')}a`, `${lines(3_000, 'new')}b`);
  expect(applyPatch(`${lines(3_000, 'old')}a`, cut)).toBe(`${lines(3_000, 'new')}b`);
});
