/** A block that nothing closes ends with its container, and a container holds all that stands in it. */
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../server/src/model/markdown';
import { parseBlocks } from '../../../server/src/parsing/markdown/parse-blocks';
import { parseWithRemark } from '../../../server/src/parsing/markdown/remark-engine';
import { disorderOf } from '../../support/block-statement';

/** What stands in each container of a text, and what is left of the last leaf. */
const open = [
  ['a fence in a quote', '>```\n>\n', '```'],
  ['a fence of tildes', '> ~~~\n> a\n>\n>\n', '~~~\n> a'],
  ['marks with blanks', '>```\n>  \n>\t\n', '```'],
  ['a fence in the quote of an item', '- > ```\n  >\n  >\n- x', 'x'],
  ['a fence in the quote of a numbered item', '1. > ```\n   >\n', '```'],
  ['a fence in the item of a quote', '> 1. ```\n>    x\n>\n>\n', '```\n>    x'],
  ['a fence in a quote of a quote', '> > ```\n> >\n>\n', '```'],
  ['a fence in the quote of a footnote', '[^1]: > ```\n    >\n', '```'],
  ['a fence behind a heading of the quote', '> # h\n> ```\n>\n', '```'],
  ['raw HTML', '> > <pre>\n> >\n>\n', '<pre>'],
  ['a comment', '> <!--\n>\n>\n', '<!--'],
  ['indented code', '>     x\n>     \n', 'x'],
  ['a mark in a fence of a quote', '> > ```\n> > >\n', '```\n> > >'],
  ['a mark in a fence of an item', '- ```\n  >\n', '```\n  >'],
  ['a mark in a tag of an item', '- <div\n  a\n  >\n', '<div\n  a\n  >'],
  ['a mark in a tag of a quote', '> <div\n> a="b"\n> >\n', '<div\n> a="b"\n> >'],
  ['an empty quote in a quote', '> a\n> >\n', ''],
] as const;

const forms = [
  ['', '\n', (text: string) => text],
  [', with CRLF', '\r\n', (text: string) => text],
  [', at the end of the file', '\n', (text: string) => text.trimEnd()],
  [', before a rule', '\n', (text: string) => `${text}\n***\n`],
] as const;

describe.each(forms)('an open block%s', (form, eol, finish) => {
  test.each(open)('%s', (_name, text, leaf) => {
    const written = finish(text).replaceAll('\n', eol);
    const blocks = parseBlocks(written);

    expect(disorderOf(blocks, { start: 0, end: written.length })).toEqual([]);
    expect(parseWithRemark(written)).toEqual(blocks);
    const first = form === ', before a rule' ? blocks.slice(0, -1) : blocks;
    expect(written.slice(...lastLeafOf(first)).trimStart()).toBe(leaf.replaceAll('\n', eol));
  });
});

/** The place of the last leaf, which may be missing in an empty container. */
function lastLeafOf(blocks: readonly Block[]): [number, number] {
  const last = blocks.at(-1);
  if (last?.type === 'quote' || last?.type === 'footnote') return lastLeafOf(last.blocks);
  if (last?.type === 'list') return lastLeafOf(last.items.at(-1)?.blocks ?? []);
  return last === undefined ? [0, 0] : [last.span.start, last.span.end];
}
