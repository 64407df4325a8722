import { expect, test } from 'vitest';
import { folderOf, pathFrom, shortestPath } from '../../../server/src/text/paths';

test.each([
  ['a/b.md', 'a/b.md'],
  ['/a//./b/', 'a/b'],
  ['a/../b', 'b'],
  ['a/..', ''],
  ['./', ''],
  ['../a', '../a'],
  ['a/../../../b/../c', '../../c'],
  ['a/...', 'a/...'],
])('%j is %j in short', (path, short) => {
  expect(shortestPath(path)).toBe(short);
});

test.each([
  ['docs', 'x.md', 'docs/x.md'],
  ['docs', '../x.md', 'x.md'],
  ['docs/a', './../b/x.md', 'docs/b/x.md'],
  ['', 'a/../../x.md', null],
  ['docs', '../..', null],
  ['docs', '../..x', '..x'],
])('from %j, %j leads to %j', (folder, path, expected) => {
  expect(pathFrom(folder, path)).toBe(expected);
});

test('a file at the top is in the folder itself', () => {
  expect(['x.md', 'a/b/x.md', ''].map(folderOf)).toEqual(['', 'a/b', '']);
});
