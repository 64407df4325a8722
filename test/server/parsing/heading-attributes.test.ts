/** What generators of sites read at the end of a heading is no part of its words. */
import { expect, test } from 'vitest';
import { modelOf } from '../../support/read-model';

test.each([
  ['{#own}', 'own'],
  ['{.wide}', null],
  ['{: .wide #own}', 'own'],
  ['{#own .wide data-open=1}', 'own'],
])('%s', (attributes, id) => {
  const [heading] = modelOf(`## Prerequisites ${attributes}\n\nA key.\n`).headings;
  expect([heading?.key, heading?.role, heading?.explicitId]).toEqual(['prerequisites', 'prerequisites', id]);
});

test.each(['{region}', '{Name of the pool}', '{}'])('%s is none', (words) => {
  const [heading] = modelOf(`## Prerequisites ${words}\n\nA key.\n`).headings;
  expect(heading?.title).toBe(`Prerequisites ${words}`);
});
