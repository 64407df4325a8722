/** Documents damaged by lines and by characters, with words that mean something. */
import fc from 'fast-check';
import { lines, tokens } from './dictionary';

type Mutation = (text: string) => string;

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const scaled = (place: number, length: number): number => Math.floor(place * length);

const ofLines: fc.Arbitrary<Mutation> = fc
  .record({
    how: fc.constantFrom('delete', 'double', 'swap', 'insert', 'replace', 'indent', 'quote', 'join', 'move'),
    at,
    other: at,
    count: fc.integer({ min: 1, max: 6 }),
    line: fc.constantFrom(...lines),
  })
  .map(({ how, at: place, other, count, line }) => (text) => {
    const rows = text.split(/(?<=\n)/);
    const row = scaled(place, rows.length);
    const partner = scaled(other, rows.length);
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const some = rows.slice(row, row + count);
    const put = (...put: readonly string[]): void => void rows.splice(row, some.length, ...put);
    if (how === 'delete') put();
    else if (how === 'double') put(...some, ...some);
    else if (how === 'insert') rows.splice(row, 0, line + eol);
    else if (how === 'replace') put(line + eol);
    else if (how === 'indent') put(...some.map((one) => (count % 2 === 0 ? `    ${one}` : `  ${one}`)));
    else if (how === 'quote') put(...some.map((one) => `> ${one}`));
    else if (how === 'join') put(some.join('').replace(/\r?\n/g, ' ') + eol);
    else if (how === 'move') {
      put();
      rows.splice(Math.min(partner, rows.length), 0, ...some);
    } else [rows[row], rows[partner]] = [rows[partner] ?? '', rows[row] ?? ''];
    return rows.join('');
  });

const ofCharacters: fc.Arbitrary<Mutation> = fc
  .record({ at, remove: fc.integer({ min: 0, max: 12 }), put: fc.constantFrom('', '', ...tokens) })
  .map(({ at: place, remove, put }) => (text) => {
    const start = scaled(place, text.length + 1);
    return text.slice(0, start) + put + text.slice(start + remove);
  });

/** Another number of the same width, or another case, in one place. */
const ofWords: fc.Arbitrary<Mutation> = fc
  .record({ at, to: fc.constantFrom('0', '1', '2', '7', '10', 'A', 'x') })
  .map(({ at: place, to }) => (text) => {
    const found = [...text.matchAll(/\d+/g)];
    const match = found[scaled(place, found.length)];
    return match === undefined
      ? text
      : text.slice(0, match.index) + to + text.slice(match.index + match[0].length);
  });

const ofWhole: fc.Arbitrary<Mutation> = fc.constantFrom<Mutation[]>(
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => text.replace(/\r\n/g, '\n'),
  (text) => text.replace(/\n(?=#)/g, '\r\n'),
  (text) => text.replace(/\r?\n/g, '\r'),
  (text) => text.trimEnd(),
  (text) => text.replace(/^/gm, '> '),
  (text) => text.replace(/^#/gm, '##'),
  (text) => `\ufeff${text}`,
);

const mutation = fc.oneof(
  { weight: 8, arbitrary: ofLines },
  { weight: 5, arbitrary: ofCharacters },
  { weight: 3, arbitrary: ofWords },
  { weight: 1, arbitrary: ofWhole },
);

/** Texts of `source` after up to `most` changes. */
export function mutated(source: fc.Arbitrary<string>, most = 6): fc.Arbitrary<string> {
  return fc
    .tuple(source, fc.array(mutation, { maxLength: most }))
    .map(([text, changes]) => changes.reduce((result, change) => change(result), text));
}
