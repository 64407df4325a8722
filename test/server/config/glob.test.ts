import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileGlobs, moveGlob, normalizeGlob } from '../../../server/src/config/glob';
import { english } from '../../../server/src/text/say';

function matches(globs: readonly string[], path: string, folder = ''): boolean {
  const full = globs.map((written) => {
    const result = normalizeGlob(written);
    if (!('glob' in result)) throw new Error(english(result.problem));
    return moveGlob(folder, result.glob);
  });
  return compileGlobs(full, { ignoreCase: false })(path);
}

function problemOf(written: string): string {
  const result = normalizeGlob(written);
  return 'problem' in result ? english(result.problem) : '';
}

describe('a glob', () => {
  test.each([
    ['*.draft.md', 'a/b/c.draft.md', true],
    ['*.draft.md', 'c.draft.md', true],
    ['legacy', 'legacy/a.md', true],
    ['legacy/', 'a/legacy/b/c.md', true],
    ['legacy', 'legacy-2/a.md', false],
    ['docs/*.md', 'docs/a.md', true],
    ['docs/*.md', 'docs/a/b.md', false],
    ['docs/*.md', 'x/docs/a.md', false],
    ['./docs/*.md', 'docs/a.md', true],
    ['/README.md', 'README.md', true],
    ['/README.md', 'docs/README.md', false],
    ['docs', 'docs/.hidden/a.md', true],
    ['**', 'a.md', true],
    ['**/*.{md,markdown}', 'a/b.markdown', true],
    ['docs/a b (1).md', 'docs/a b (1).md', true],
    ['Docs/*.md', 'docs/a.md', false],
  ])('%s and %s: %s', (glob, path, expected) => {
    expect(matches([glob], path)).toBe(expected);
  });

  test('that starts with ! takes back what earlier ones matched, and a later one matches it again', () => {
    const globs = ['docs', '!docs/keep', 'docs/keep/not-this.md'];
    expect(matches(globs, 'docs/a.md')).toBe(true);
    expect(matches(globs, 'docs/keep/a.md')).toBe(false);
    expect(matches(globs, 'docs/keep/not-this.md')).toBe(true);
  });

  test('of a nested file is relative to its folder, whatever characters the folder has', () => {
    for (const folder of ['docs', 'a (1)/[x]', '{a,b}', 'a+b', 'it*s', '!x']) {
      expect(matches(['*.md'], `${folder}/deep/a.md`, folder)).toBe(true);
      expect(matches(['/a.md'], `${folder}/a.md`, folder)).toBe(true);
      expect(matches(['*.md'], 'elsewhere/a.md', folder)).toBe(false);
      expect(matches(['*.md', '!keep.md'], `${folder}/keep.md`, folder)).toBe(false);
    }
  });

  test('that cannot work is refused with a reason', () => {
    expect(problemOf('docs/[a.md')).toContain('unclosed');
    expect(problemOf('docs/{a,b.md')).toContain('unclosed');
    expect(problemOf('../other/*.md')).toContain('cannot leave the folder');
    expect(problemOf(String.raw`docs\ops\*.md`)).toContain('with "/" as separator');
    expect(problemOf('C:/docs')).toContain('relative to the folder');
    expect(problemOf('/')).toContain('Empty glob');
    expect(problemOf('!')).toContain('Empty glob');
  });

  test('of any text is either refused or can be matched', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (written, path) => {
        const result = normalizeGlob(written);
        const answer = 'glob' in result ? compileGlobs([result.glob], { ignoreCase: true })(path) : false;
        expect(typeof answer).toBe('boolean');
      }),
    );
  });
});
