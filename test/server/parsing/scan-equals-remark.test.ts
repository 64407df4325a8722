import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWithRemark } from '../../../server/src/parsing/markdown/remark-engine';
import { scanBlocks } from '../../../server/src/parsing/markdown/scan/scan-blocks';
import {
  composedLines,
  damagedSection,
  markSoup,
  ownDocuments,
  sectionsOfText,
} from '../../support/markdown-texts';
import { runs, someOf } from '../../support/runs';

/** Nothing that another section defines. */
const undefinedElsewhere = (): boolean => false;

/** Holds that the scanner reads a text as the reference engine does. Returns false when it gives the text up. */
function readsAlike(text: string): boolean {
  const scanned = scanBlocks(text, undefinedElsewhere);
  if (scanned === null) return false;
  expect(scanned).toEqual(parseWithRemark(text));
  return true;
}

describe('the scanner and the reference engine read alike', () => {
  test('lines of any constructs in any containers', () => {
    let read = 0;
    let all = 0;
    fc.assert(
      fc.property(composedLines, (text) => {
        all++;
        if (readsAlike(text)) read++;
      }),
      { numRuns: 200 },
    );
    // else nothing would be compared
    expect(read / all).toBeGreaterThan(0.4);
  });

  test('marks in any order', () => {
    fc.assert(
      fc.property(markSoup, (text) => {
        readsAlike(text);
      }),
      { numRuns: runs(300) },
    );
  });

  test('damaged documents', () => {
    fc.assert(
      fc.property(damagedSection, (text) => {
        readsAlike(text);
      }),
      { numRuns: runs(50) },
    );
  });

  test(
    'the documents of this project, of which the scanner gives hardly any section up',
    { timeout: 60_000 },
    () => {
      const givenUp: string[] = [];
      let all = 0;
      const sections = [...ownDocuments].flatMap(([path, text]) =>
        sectionsOfText(text).map((section) => ({ path, section })),
      );
      expect(sections.length).toBeGreaterThan(300);
      for (const { path, section } of someOf(sections)) {
        all++;
        if (!readsAlike(section)) givenUp.push(`${path}: ${section.slice(0, 60)}`);
      }
      expect(givenUp.length / all, givenUp.join('\n')).toBeLessThan(0.02);
    },
  );
});

/** Where CommonMark and GFM are easily read wrong, and where the scanner must not shirk the answer. */
const corners: Readonly<Record<string, string>> = {
  'blank lines in a quote in a quote or an item':
    '> > \n> > \n\n> > > a\n> > \n> > \n\n- > b\n  > \n\n1. > \n   > \n',
  'carriage returns alone': '# a\r\r- b\r  c\r\r```\rd\r```\r| a |\r| - |\r| b |\r\r> e\r\nf  \rg\r',
  'code behind runs of other lengths': 'a `` b ``` c `` d ``` e ` f \\`` g ` h',
  'an address with punctuation in it':
    'http://a.b!!!c http://a.b.!) http://a.b&c;!d http://a.b_!. http://a.b!&amp;',
  'addresses in an open bracket': '[ http://a.b a@b.c c] http://a.b',
  'a lazy line of a quote': '> a\nb\n\nc',
  'a lazy line through quote and item': '> - a\nb',
  'a rule that ends a quote': '> a\n---',
  'an underline that is none in a quote': '> a\n===',
  'an underline over several lines': 'a\n  b  \n===\n',
  'a rule, not an item': '* * *\n- - -\n',
  'a list cut by a rule': '- a\n***\n- b',
  'an underline in an item': '- a\n  ---\n- b',
  'another marker, another list': '- a\n+ b\n* c\n',
  'another delimiter, another list': '1. a\n2) b',
  'a number that interrupts no paragraph': 'a\n2. b\n1. c',
  'an empty item that interrupts no paragraph': 'a\n-\nb\n*',
  'an empty item and its words': '-\n  a\n-\n\n  b',
  'an item that starts with code': '-     code\n\n  a',
  'an item of wide indentation': '-   a\n\n    b\n\n  c',
  'items deeper and deeper': '- a\n - b\n  - c\n   - d\n    - e',
  'items by tabs': '-\ta\n\t- b\n\n\t\tc\n',
  'tabs that are cut in two': '- a\n\t- b\n\t  c\n\n> \td',
  'a list in a quote in a list': '1. > - a\n   > - b\n   >\n   > c\n2. d',
  boxes: '- [ ] a\n- [x] b\n- [X] c\n- [y] d\n- [ ]\n1. [ ] e\n\n[ ] f',
  'a box with a link behind it': '- [ ] [a](b)\n- [x] **c**',
  'hashes that close': '# a #\n## b ##  \n### c \\###\n#### d#\n##### #\n#',
  'hashes without a space': '#a\n####### b\n#\tc',
  'a heading that ends a paragraph': 'a\n# b\nc',
  'a fence that ends a paragraph': 'a\n```\nb\n```\nc',
  'a fence within a longer one': '````\n```\na\n```\n````\n',
  'a fence of the other kind': '```\n~~~\n```\n~~~\na\n',
  'a fence in an item': '- a\n  ```sh\n  b\n\n  c\n  ```\n- d',
  'a fence that its item ends': '- ```\n  a\nb\n',
  'a fence that nothing closes': '```\na\n\n',
  'ticks in the info': '``` a`b\nc\n```',
  'a closing fence with words': '```\na\n``` b\n```',
  'indented code and its blank lines': '    a\n\n      b\n\nc\n    d',
  tables: '| a | b |\n|---|:-:|\n| c | d |\n| e |\n| f | g | h |\n\ni',
  'a table without outer pipes': 'a | b\n- | -\nc | d\ne',
  'a table of one column': '| a |\n| - |\n| b |',
  'spaces that do not break, in cells': '| a |\n|---|\n\u00a0x|\u00a0b\u00a0|\n',
  'pipes that separate nothing': '| a \\| b | `c \\| d` |\n|---|---|\n| e | f |',
  'a head that does not match': '| a | b |\n|---|\n| c |',
  'a table behind a paragraph': 'a\n| b | c |\n|---|---|\n| d | e |',
  'a table in an item': '- | a | b |\n  |---|---|\n  | c | d |\n\n- e',
  'a table that a heading ends': '| a |\n|---|\n| b |\n# c',
  'raw blocks': '<div>\n*a*\n\n*b*\n\n</div>\n\n<!-- c\n\nd -->\ne\n\n<pre>\n\nf</pre>\n',
  'a tag alone on its line': '<x-y>\n*a*\n\nb\n<x-y>\nc',
  'tags in words': 'a <b c="d">e</b> <!-- f --> <3 <a@b.c> </g > <h',
  'emphasis in emphasis': '*a **b** c* **d *e* f** ***g*** ***h** i* ***j* k**',
  'lengths that do not match': '**a* *b** ***c* ****d**** *e***f**',
  'underscores in words': 'a_b_c _d_e __f__g _h_. "_i_" __j _k_ l__',
  'stars in words': 'a*b*c ** d** 5*6*7 *"e"*f',
  'emphasis beside what is no letter': '*é*ü **→** a*😀*b *漢*字 “*q*”',
  deletion: '~~a~~ ~b~ ~~c~ ~~~d~~~ a~~e~~f ~~ g~~',
  'deletion beside and in emphasis': '**~~a~~** ~~*b*~~ *c* ~~d~~ _~e~_',
  'code spans': '`a` `` b`c `` ` `` ` `*d*` `e *f* `g`',
  'code over lines': '`a\nb` ``c\nd',
  links: '[a](b) [c](<d e> "f") [g](h (i)) [j](k(l)m) [n]( o ) [p]() [q](r s)',
  'destinations in lines of their own': '> [](\n>) [a](\n>   b) [c](\n> <d>)\n\n> - > [e](\n>   > f)\n',
  'links in links': '[a [b](c) d](e) ![f [g](h) i](j) [![k](l)](m)',
  'marks that links cut': '*a [b*](c) [d `e](f)` [*g](h)*',
  references: '[a] [a][] [b][a] [c] [A]\n\n[a]: /u "t"\n',
  'the first definition counts': '[a]\n\n[a]: /b\n[a]: /c\n',
  'no definitions': '[a]: b c\n\n[Name]: Target [x], more\n\n[`d`][e]: f\n\n- [g]: h, i\n',
  'bare addresses': 'https://a.b/c. (https://d.e/f) www.g.h, https://i.j/(k)) x@y.zz. https://l.m/n_o_',
  'addresses that are none': 'xhttps://a a@b http:// a.b.c x@y_z',
  'entities and escapes': '&amp; &#35; \\[a](b) \\`c` \\\\*d*',
  'hard breaks': 'a  \nb\\\nc\n',
  'carriage returns': '# a\r\n\r\n- b\r\n  c\r\n\r\n```\r\nd\r\n```\r\n| e |\r\n|---|\r\n| f |\r\n',
  'blank lines only': '\n \n\t\n',
};

test('no box is seen where lazy lines make it doubtful', () => {
  for (const text of ['> *\n>     [ ] a\n    b', '> *\n>   [ ] a\nb', '*\n    [x] a\nb']) readsAlike(text);
});

test('comes to an end at the start of an address with nothing behind', () => {
  for (const text of ['www. a', 'a www.. b', '(www.) c', 'http:// d', 'www.a~www.', 'a@ b']) readsAlike(text);
});

test('a heading that ends in the start of an address', () => {
  for (const text of ['www. \n=', 'www.\t\n---', 'www.\n=', '# www. ', '# www. #', '| www. |\n|-|'])
    readsAlike(text);
});

test('an e-mail address whose name begins with www.', () => {
  for (const text of ['www.a@b.c', 'www.a@b.c:d', 'www.a@b.c~www.', 'www.a.b/@c', 'www.a/b@c.d e'])
    readsAlike(text);
});

describe('the scanner reads corner cases itself, as the reference engine does', () => {
  test.each(Object.entries(corners))('%s', (_name, text) => {
    expect(readsAlike(text)).toBe(true);
  });
});
