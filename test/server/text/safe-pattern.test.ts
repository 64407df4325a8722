import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, InvalidPattern } from '../../../server/src/text/safe-pattern';

test.each([
  [
    'RB-[A-Z]+-\\d{3}',
    ['RB-ATOM-004', 'RB-X-123'],
    ['RB--004', 'RB-atom-004', 'RB-ATOM-04', 'xRB-ATOM-004', ''],
  ],
  ['T\\d{4}(\\.\\d{3})?', ['T1566', 'T1566.001'], ['T1566.01', 'T1566x001']],
  ['(?:low|medium|high)', ['low', 'high'], ['lower', 'LOW']],
  ['^[a-z0-9-]+$', ['slug-1'], ['Slug', '']],
  ['[^/]{2,4}', ['ab', 'abcd'], ['a', 'abcde', 'a/b']],
  ['(a|bc)+', ['abca', 'bcbc'], ['ab', '']],
  ['\\w+\\s?\\S', ['a b', 'ab'], ['a  ']],
  ['.*', ['', 'anything'], []],
  ['a\\.b\\{', ['a.b{'], ['axb{']],
  ['[\\d_-]+', ['1_-2'], ['a']],
])('%s takes what it says, whole', (source, fits, others) => {
  const pattern = compilePattern(source);
  for (const text of fits) expect([text, pattern(text)]).toEqual([text, true]);
  for (const text of others) expect([text, pattern(text)]).toEqual([text, false]);
});

test.each([
  ['(a+)+', 'repeats what repeats'],
  ['((a|b*)c){2}', 'repeats what repeats'],
  ['a**', 'repeats what repeats'],
  ['a+?', 'repeats what repeats'],
  ['(?=a)b', 'looks ahead'],
  ['(?<n>a)', 'looks ahead'],
  ['(a)\\1', 'not supported'],
  ['\\bword', 'not supported'],
  ['[z-a]', 'invalid range'],
  ['[a', 'unclosed bracket'],
  ['(a', 'unclosed group'],
  ['a)', 'does not open'],
  ['a{2', 'do not count'],
  ['a{3,2}', 'counts down'],
  ['a{1000}', 'more than 100'],
  ['*a', 'repeats nothing'],
  ['a^b', 'in the middle'],
  ['a\\', 'ends with a backslash'],
  ['[]', 'empty brackets'],
  ['(((((((a)))))))', 'nests more'],
  ['((abcdefghij){100}(abcdefghij){100}(abcdefghij){100})', 'too many'],
])('%s is not taken: it %s', (source, why) => {
  expect(() => compilePattern(source)).toThrow(InvalidPattern);
  expect(() => compilePattern(source)).toThrow(why);
});

describe('against the regular expressions of the engine', () => {
  const one = fc.constantFrom('a', 'b', '[ab]', '\\d', '.', '(a|b)', '(ab|c)', '[^a]');
  const times = fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,2}', '{1,}');
  const source = fc
    .array(fc.tuple(one, times), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.map(([part, repeat]) => part + repeat).join(''));
  test('means the same', () => {
    fc.assert(
      fc.property(source, fc.stringMatching(/^[abc1]{0,8}$/), (pattern, text) => {
        expect(compilePattern(pattern)(text)).toBe(new RegExp(`^(?:${pattern})$`, 's').test(text));
      }),
    );
  });
});

test('takes time in proportion to the text', () => {
  const pattern = compilePattern('(a|aa|aaa)*b');
  // with its square, this would not end within the time of a test
  expect(pattern('a'.repeat(200_000))).toBe(false);
});
