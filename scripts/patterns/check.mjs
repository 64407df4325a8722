/**
 * `npm run check:patterns [-- --write]`: whether every regular expression of the product takes time in proportion to
 * its text. What recheck once called safe is in `safe.txt`; what it cannot decide, or takes for worse because a bound
 * is large, is in `bounded.txt` and proven by a test that counts steps. Everything else has to be judged.
 *
 * --write  notes what is judged safe, and forgets what is gone
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { collectPatterns, keyOf } from './collect.mjs';
import { boundedPatterns } from './bounded.mjs';

// the judge that needs nothing but Node
process.env['RECHECK_BACKEND'] = 'pure';
const { check } = await import('recheck');

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const file = new URL('safe.txt', import.meta.url);
const safe = new Set(readFileSync(file, 'utf8').split('\n'));
const bounded = new Set(boundedPatterns().map(keyOf));
const patterns = await collectPatterns();

let failed = 0;
for (const pattern of patterns) {
  const key = keyOf(pattern);
  if (safe.has(key) || bounded.has(key)) continue;
  const verdict = await check(pattern.source, pattern.flags, { timeout: 60_000 });
  if (verdict.status === 'safe') safe.add(key);
  else {
    failed++;
    const why =
      verdict.status === 'vulnerable'
        ? `${verdict.complexity.summary}, as with ${verdict.attack.pattern}`
        : 'undecided';
    console.error(`${pattern.places.join(', ')}: ${key}\n  ${why}`);
  }
}
const keys = new Set(patterns.map(keyOf));
const gone = [...bounded].filter((key) => !keys.has(key));
for (const key of gone) console.error(`bounded.txt has a pattern that is gone: ${key}`);
if (values.write)
  writeFileSync(
    file,
    patterns
      .map(keyOf)
      .filter((key) => safe.has(key))
      .join('\n') + '\n',
  );
console.log(`${patterns.length - failed} passed, ${failed + gone.length} failed`);
if (failed > 0)
  console.error(
    'Make these linear, or show by bounded.txt and its test that the bound is what makes them look worse.',
  );
process.exitCode = failed + gone.length > 0 ? 1 : 0;
