/** Holds that patterns which no tool can judge take steps in proportion to their text, whatever is repeated in it. */
import { describe, expect, test } from 'vitest';
import { boundedPatterns } from '../../scripts/patterns/bounded.mjs';
import { stepCounter } from '../../scripts/patterns/count-steps.mjs';
import { someOf } from '../support/runs';

const marks = [
  ' ',
  '\t',
  '-',
  '_',
  '"',
  "'",
  '[',
  '](',
  '<',
  '`',
  '*',
  ':',
  '.',
  ',',
  '/',
  '\\',
  'a',
  'A',
  '0',
  '\r',
];
const limit = 3_000_000;
/** Lengths of texts. From one to the other, steps become 2.5 times as many or, of a pattern that is steep, six times. */
const [short, long] = [1000, 2500];

type Counter = ReturnType<typeof stepCounter>;

/** What a pattern may be led on by: its own words, alone and with a blank, marks, and what recheck found. */
function attacksOn({ source, flags }: { source: string; flags: string }): readonly string[] {
  const words = [...source.replace(/\\[a-zA-Z]/g, ' ').matchAll(/[A-Za-z_]{2,12}/g)].map(([word]) => word);
  const some = [...new Set(words)].filter((_, index, all) => index % Math.ceil(all.length / 12) === 0);
  const pairs = flags.includes('m') ? ['\n', 'a\n'] : [];
  return [...marks, ...pairs, ...some, ...some.map((word) => `${word} `), ...some.map((word) => `${word}"`)];
}

/** Whether a pattern takes many more steps in a text that is not that much longer. */
function isSteep(count: Counter, pump: string): boolean {
  const steps = (length: number): number => count(`${pump.repeat(Math.ceil(length / pump.length))}\0`, limit);
  const most = Math.min(limit - 1, 4 * steps(short) + 1000);
  return steps(long) > most;
}

describe('steps are counted as an engine takes them', () => {
  test.each([
    ['a*$', 'a', true],
    ['(?<!a)a*$', 'a', false],
    ['(?:a|a)*b', 'a', true],
    ['a{0,20}b', 'a', false],
    ['^a*b', 'a', false],
    ['(`+)[^`]*\\1x', '`', true],
    ['a(?=a*b)', 'a', true],
  ])('%s with many %s is steep: %s', (source, pump, steep) => {
    expect(isSteep(stepCounter({ source, flags: '' }), pump)).toBe(steep);
  });
});

test.each(boundedPatterns().map((pattern) => ({ ...pattern, name: pattern.source.slice(0, 60) })))(
  '$name',
  { timeout: 60_000 },
  (pattern) => {
    const count = stepCounter(pattern);
    expect(someOf(attacksOn(pattern)).filter((pump) => isSteep(count, pump))).toEqual([]);
  },
);
