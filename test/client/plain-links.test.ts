import { readFileSync, readdirSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { withPlainLinks } from '../../client/src/wake/plain-links';

const folder = new URL('../../docs/rules/', import.meta.url);
const pages = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

test('links lose their code, and nothing else does', () => {
  expect(
    withPlainLinks('Where [`empty-rollback`](empty-rollback.md) is, `code` stays, as [`this`] does.'),
  ).toBe('Where [empty-rollback](empty-rollback.md) is, `code` stays, as [`this`] does.');
});

test('no link of a page about a rule is code', () => {
  const inside = pages.flatMap((page) => {
    const tokens = new MarkdownIt().parse(withPlainLinks(page), {}).flatMap(({ children }) => children ?? []);
    return tokens.filter(
      ({ type }, index) => type === 'code_inline' && tokens[index - 1]?.type === 'link_open',
    );
  });
  expect(inside.map(({ content }) => content)).toEqual([]);
});
