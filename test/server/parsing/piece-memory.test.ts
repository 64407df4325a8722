/** What was cut before only makes cutting quick: after any edits the pieces are those of the text alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PieceMemory } from '../../../server/src/parsing/markdown/piece-memory';
import { LineIndex } from '../../../server/src/text/line-index';
import { runs } from '../../support/runs';

const paragraph = `${'lorem '.repeat(350)}\n\n`;
const words = fc.constantFrom(
  '## One\n',
  '# Two\n\n',
  'Text\n\n',
  paragraph,
  `${paragraph}- item\n\n`,
  '```\n# no heading\n```\n',
  '```\n',
  '1. ~~~sh\n',
  '<!-- # no heading\n\n## neither -->\n',
  '<!--\n',
  '-->\n',
  '<div>\n# no heading\n\n',
  '---\n',
  '\n',
  '\r\n',
  ' ',
);
const typed = fc.oneof(words, fc.constantFrom('#', '`', 'x', '~~~', '<', '\r', '# '));
const edits = fc.array(
  fc.record({ at: fc.nat(), remove: fc.oneof(fc.nat(5), fc.nat(3000)), insert: typed, from: fc.nat(4) }),
  { maxLength: 6 },
);

function placed(memory: PieceMemory, text: string, from: number): unknown {
  return memory.cut(text, new LineIndex(text), from).map(({ start, piece }) => ({ start, text: piece.text }));
}

test('a text is cut as if it were the first one', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 14, size: 'max' }), edits, (parts, changes) => {
      const memory = new PieceMemory(10_000);
      let text = parts.join('');
      expect(placed(memory, text, 0)).toEqual(placed(new PieceMemory(10_000), text, 0));
      for (const { at, remove, insert, from } of changes) {
        const start = at % (text.length + 1);
        text = text.slice(0, start) + insert + text.slice(start + remove);
        const lines = new LineIndex(text);
        // front matter comes and goes
        const top = from < 3 ? 0 : lines.startOf(Math.min(from, lines.count - 1));
        expect(placed(memory, text, top)).toEqual(placed(new PieceMemory(10_000), text, top));
      }
    }),
    { numRuns: runs(2000) },
  );
});
