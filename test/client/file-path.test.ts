import { describe, expect, test } from 'vitest';
import { freePath, pathProblem, toMarkdownPath } from '../../client/src/new/file-path.js';

describe('the path of a new file', () => {
  test.each(['move.md', 'a b/c-d.markdown', 'SoT.OPS', 'Ünï/🚒.md', ' x.md '])('may be %j', (path) => {
    expect(pathProblem(path)).toBeUndefined();
  });

  test.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['docs/', 'empty'],
    ['/etc/x.md', 'outside'],
    ['../x.md', 'outside'],
    ['a/./x.md', 'outside'],
    ['a//x.md', 'outside'],
    ['a\\b.md', 'characters'],
    ['a:b.md', 'characters'],
    ['a?.md', 'characters'],
    ['a./b.md', 'characters'],
    ['a\u0007.md', 'characters'],
  ])('may not be %j', (path, problem) => {
    expect(pathProblem(path)).toBe(problem);
  });

  test('has an extension of Markdown', () => {
    expect(['a', ' SoT.OPS ', 'b.md', 'c.Markdown'].map(toMarkdownPath)).toEqual([
      'a.md',
      'SoT.OPS.md',
      'b.md',
      'c.Markdown',
    ]);
  });

  test('is the next one that is free', async () => {
    const taken = new Set(['a/SoT.X.md', 'a/SoT.X-2.md', 'b']);
    const exists = (path: string): Promise<boolean> => Promise.resolve(taken.has(path));
    expect(await freePath('a/SoT.X.md', exists)).toBe('a/SoT.X-3.md');
    expect(await freePath('b', exists)).toBe('b-2');
    expect(await freePath('c.md', exists)).toBe('c.md');
  });
});
