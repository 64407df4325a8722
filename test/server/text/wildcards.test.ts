import fc from 'fast-check';
import ignore from 'ignore';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { compileGlobs, normalizeGlob } from '../../../server/src/config/glob';
import { IgnoreRules } from '../../../server/src/files/ignore-rules';
import { compileWildcards } from '../../../server/src/text/wildcards';
import { runs } from '../../support/runs';

function matches(pattern: string, path: string): boolean {
  return compileWildcards([pattern], { ignoreCase: false, braces: true })(path);
}

describe('a wildcard', () => {
  test.each([
    ['*.md', 'a.md', true],
    ['*.md', 'a/b.md', false],
    ['**/*.md', 'a.md', true],
    ['**/*.md', 'a/b/c.md', true],
    ['a/**/b.md', 'a/b.md', true],
    ['a/**/b.md', 'a/x/y/b.md', true],
    ['a/**', 'a/b/c', true],
    ['a**b', 'axxb', true],
    ['a**b', 'a/b', false],
    ['?.md', 'é.md', true],
    ['?.md', '🚒.md', true],
    ['?.md', 'ab.md', false],
    ['[a-c]x', 'bx', true],
    ['[!a-c]x', 'bx', false],
    ['[^a-c]x', 'dx', true],
    ['[!a]x', '/x', false],
    ['[]]x', ']x', true],
    ['[.\\]]x', ']x', true],
    ['{a,b/c}.md', 'b/c.md', true],
    ['{a,{b,c}}.md', 'c.md', true],
    ['{a}.md', '{a}.md', true],
    ['\\*.md', '*.md', true],
    ['\\*.md', 'a.md', false],
    ['(a+)+$', '(a+)+$', true],
    ['a (1).md', 'a (1).md', true],
    ['a-b.md', 'a-b.md', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });

  test.each(['[a', '{a,b', '{a,{b,c}', '[b-a]', `${'{a,'.repeat(20)}b${'}'.repeat(20)}`, 'a'.repeat(1001)])(
    'that cannot work is refused: %s',
    (pattern) => {
      expect(() => matches(pattern, 'a')).toThrow();
    },
  );

  // Each of these takes a backtracking matcher longer than anybody waits.
  test.each([
    `${'*a'.repeat(20)}*b.md`,
    `${'**/'.repeat(20)}b.md`,
    `${'{a,aa}'.repeat(30)}b`,
    `${'*?'.repeat(30)}b`,
    `${'[a-z]*'.repeat(30)}b`,
    `${'{*a,a*}'.repeat(20)}b`,
    '(a+)+$',
  ])('ends whatever it is matched with: %s', (pattern) => {
    for (const path of ['a'.repeat(200), 'a/'.repeat(200), `${'a'.repeat(200)}.md`])
      expect(matches(pattern, path)).toBe(false);
  });
});

const pieces = fc.constantFrom(
  'a',
  'b',
  '.',
  'x',
  '/',
  '*',
  '?',
  '**/',
  '[ab]',
  '[^a]',
  '{a,b}',
  'ab',
  '.md',
);
const names = fc
  .array(fc.constantFrom('a', 'b', '.', 'x', '/', 'ab', '.md'), { minLength: 1, maxLength: 8 })
  .map((all) => all.join(''))
  .filter((path) => path.split('/').every((name) => name !== '' && name !== '.' && name !== '..'));

describe('globs and .gitignore lines', () => {
  test('match what the usual libraries match', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), names, (parts, path) => {
        const pattern = parts.join('');
        // runs of slashes and of stars mean something else to each of them
        fc.pre(!/(?:^|\/)\.{1,2}(?:\/|$)|\/\/|\*{3}|\*\*(?!\/)|(?<!^|\/)\*\*|^\/|\/$/.test(pattern));
        const whole = picomatch(pattern, { dot: true, nonegate: true, noextglob: true });
        expect([pattern, path, matches(pattern, path)]).toEqual([pattern, path, whole(path)]);
        const result = normalizeGlob(pattern);
        fc.pre('glob' in result);
        const anchored = pattern.includes('/') ? pattern : `**/${pattern}`;
        const covers = picomatch([anchored, `${anchored}/**`], {
          dot: true,
          nonegate: true,
          noextglob: true,
        });
        expect(compileGlobs([result.glob], { ignoreCase: false })(path)).toBe(covers(path));
        if (/[{}]/.test(pattern)) return;
        const rules = new IgnoreRules({ ignoreCase: false });
        rules.set('', pattern);
        const library = ignore({ ignoreCase: false, allowRelativePaths: false }).add(pattern);
        // the library speaks for everything in a folder, the rules only for the folder
        const parent = path.includes('/') && library.test(path.slice(0, path.lastIndexOf('/') + 1)).ignored;
        if (!parent)
          expect([pattern, path, rules.ignores(path, false)]).toEqual([pattern, path, library.ignores(path)]);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('of a hostile .gitignore end', () => {
    const rules = new IgnoreRules({ ignoreCase: false });
    rules.set('', `${`${'a*b*c*d*'.repeat(6)}x\n`.repeat(2000)}!keep.md\n`);
    expect(rules.ignores(`${'abcd'.repeat(50)}.md`, false)).toBe(false);
  });
});
