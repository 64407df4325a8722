import { expect, it } from 'vitest';
import { rememberOf, rememberWords } from '../../../server/src/text/remember';

it('asks once for the same words', () => {
  const asked: string[] = [];
  const read = rememberWords((words) => {
    asked.push(words);
    return words === 'b' ? null : words.toUpperCase();
  });
  expect(['a', 'b', 'a', 'a'].map(read)).toEqual(['A', null, 'A', 'A']);
  expect(asked).toEqual(['a', 'b']);
});

it('gives the same answers when more words come than it keeps', () => {
  const read = rememberWords((words) => words.length);
  const words = Array.from({ length: 10_000 }, (_, number) => `word ${String(number)}`);
  expect(words.map(read)).toEqual(words.map(({ length }) => length));
  expect(words.map(read)).toEqual(words.map(({ length }) => length));
  expect(read('x'.repeat(1000))).toBe(1000);
});

it('asks once of each object', () => {
  let asked = 0;
  const read = rememberOf(({ name }: { name: string }) => {
    asked++;
    return name;
  });
  const first = { name: 'x' };
  expect([read(first), read(first), read({ name: 'x' })]).toEqual(['x', 'x', 'x']);
  expect(asked).toBe(2);
});
