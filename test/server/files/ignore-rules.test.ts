import { describe, expect, test } from 'vitest';
import { IgnoreRules } from '../../../server/src/files/ignore-rules';

function rulesOf(files: Readonly<Record<string, string>>, ignoreCase = false): IgnoreRules {
  const rules = new IgnoreRules({ ignoreCase });
  for (const [folder, text] of Object.entries(files)) rules.set(folder, text);
  return rules;
}

// What `git ls-files --others --exclude-standard` says in each case.
describe('a .gitignore', () => {
  test('leaves out names at any depth, and paths from its folder', () => {
    const rules = rulesOf({ '': '*.tmp.md\n/build\ndocs/*.md\n# a comment\n\n' });
    expect(rules.ignores('a/b.tmp.md', false)).toBe(true);
    expect(rules.ignores('build', true)).toBe(true);
    expect(rules.ignores('a/build', true)).toBe(false);
    expect(rules.ignores('docs/a.md', false)).toBe(true);
    expect(rules.ignores('docs/a/b.md', false)).toBe(false);
  });

  test('tells folders from files by a slash at the end', () => {
    const rules = rulesOf({ '': 'out.md/\n' });
    expect(rules.ignores('out.md', true)).toBe(true);
    expect(rules.ignores('out.md', false)).toBe(false);
  });

  test('takes back by negation, the last line winning', () => {
    const rules = rulesOf({ '': '*.md\n!keep.md\n' });
    expect(rules.ignores('a.md', false)).toBe(true);
    expect(rules.ignores('x/keep.md', false)).toBe(false);
  });

  test('is overruled by a nearer one, and silent about what that takes back', () => {
    const rules = rulesOf({ '': 'build\n*.md\n', a: '!build\n!x.md\n', 'a/build': 'y.md\n' });
    expect(rules.ignores('a/build', true)).toBe(false);
    expect(rules.ignores('b/build', true)).toBe(true);
    expect(rules.ignores('a/build/x.md', false)).toBe(false);
    expect(rules.ignores('a/build/y.md', false)).toBe(true);
    expect(rules.ignores('a/build/z.txt', false)).toBe(false);
    expect(rules.ignores('a/z.md', false)).toBe(true);
  });

  test('takes account of case, except where the file system does not', () => {
    expect(rulesOf({ '': 'Build\n' }).ignores('build', true)).toBe(false);
    expect(rulesOf({ '': 'Build\n' }, true).ignores('build', true)).toBe(true);
  });

  test.each([
    ['a\n'.repeat(5_000), null],
    ['a\n'.repeat(5_001), 'Only its first 5000 rules count. Shorten it.'],
    ['#'.repeat(200_001), 'Only its first 200000 characters count. Shorten it.'],
    [
      'a*b*c*d\n'.repeat(21),
      'Only its first 20 patterns with three or more * in a name count. Simplify them.',
    ],
  ])('says what of it does not count', (text, beyond) => {
    expect(new IgnoreRules({ ignoreCase: false }).set('', text)).toBe(beyond);
  });
});
