import { describe, expect, it } from 'vitest';
import { tryToScan } from '../../../server/src/parsing/markdown/scan/scan-blocks';
import { Unsure, type UnsureReason } from '../../../server/src/parsing/markdown/scan/unsure';

/** Why the scanner leaves a text to the reference engine; undefined where it reads it. */
function reasonOf(text: string): UnsureReason | undefined {
  const blocks = tryToScan(text, () => false);
  return blocks instanceof Unsure ? blocks.reason : undefined;
}

describe('what the scanner leaves to the reference engine', () => {
  it.each<[UnsureReason, string]>([
    ['footnote', 'Drain it.[^1]'],
    ['footnote', 'Drain `it\n[^1]: now`'],
    ['definition over lines', '[pool]:\n/pool'],
    ['definition in a quote', '> [pool]: /pool'],
    ['deletion across emphasis', '*a ~~b* c~~'],
    ['underline of a link or a lazy line', '[pool]\n==='],
    ['tag alone in a lazy line', '- Drain\n<br>'],
    ['table in a lazy line', '- | a | b |\n  | - | - |\n| c | d |'],
    ['box without words', '- [ ]\n  Drain'],
  ])('%s', (reason, text) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it('reads what stands in every other repository', () => {
    for (const text of [
      '- [Drain](#drain)\n<!-- /toc -->\n',
      '> Note\n<!-- end of note -->\n',
      '1. Drain\n</details>\n',
      '- Drain\n<div align="center">\n',
      'See [the pool].\n\n[the pool]: /pool "Pool"\n',
    ])
      expect(reasonOf(text), text).toBeUndefined();
  });
});
