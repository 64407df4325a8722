/**
 * Texts of any characters. `unit: 'binary'` of fast-check would list the million that there are before the first one is made,
 * which takes a second in every thread.
 */
import fc from 'fast-check';

const beforeSurrogates = 0xd800;
const surrogates = 0x800;

const character = fc
  .integer({ min: 0, max: 0x10ffff - surrogates })
  .map((number) => String.fromCodePoint(number < beforeSurrogates ? number : number + surrogates));

/** A text of any Unicode characters, at most `maxLength` of them where that is given. */
export function anyString(constraints: { readonly maxLength?: number } = {}): fc.Arbitrary<string> {
  return fc.string({ unit: character, ...constraints });
}
