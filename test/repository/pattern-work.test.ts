/** Holds that patterns which no tool can judge take steps in proportion to their text, whatever is repeated in it. */
import { describe, expect, test } from 'vitest';
import { boundedPatterns } from '../../scripts/patterns/bounded.mjs';
import { countSteps } from '../../scripts/patterns/count-steps.mjs';

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

/** What a pattern may be led on by: its own words, alone and with a blank, marks, and what recheck found. */
function attacksOn({ source, flags }: { source: string; flags: string }): readonly string[] {
  const words = [...source.replace(/\\[a-zA-Z]/g, ' ').matchAll(/[A-Za-z_]{2,12}/g)].map(([word]) => word);
  const some = [...new Set(words)].filter((_, index, all) => index % Math.ceil(all.length / 12) === 0);
  const pairs = flags.includes('m') ? ['\n', 'a\n'] : [];
  return [...marks, ...pairs, ...some, ...some.map((word) => `${word} `), ...some.map((word) => `${word}"`)];
}

function growthOf(pattern: { source: string; flags: string }, pump: string): { short: number; long: number } {
  const steps = (length: number): number => {
    const text = `${pump.repeat(Math.ceil(length / pump.length))}\0`;
    return countSteps(pattern, text, limit);
  };
  return { short: steps(1000), long: steps(4000) };
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
    const { short, long } = growthOf({ source, flags: '' }, pump);
    expect(long > 6 * short || long >= limit).toBe(steep);
  });
});

test.each(boundedPatterns().map((pattern) => ({ ...pattern, name: pattern.source.slice(0, 60) })))(
  '$name',
  { timeout: 60_000 },
  (pattern) => {
    for (const pump of attacksOn(pattern)) {
      const { short, long } = growthOf(pattern, pump);
      expect([pump, long <= 6 * short + 1000 && long < limit]).toEqual([pump, true]);
    }
  },
);
