/** Markdown for comparing engines: lines of any constructs within any containers, real documents damaged line by line. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const project = join(import.meta.dirname, '..', '..');

/** What stands before a line's words: quotes, items, indentation, tabs, boxes. */
const containers = [
  ['', '  ', '   ', '    ', '      ', '\t', ' \t'],
  ['> ', '>', '> > ', '>\t', '- > ', '> - '],
  ['- ', '-   ', '* ', '+ ', '-\t', '- - ', '  - ', '-'],
  ['1. ', '2. ', '10) ', '1.\t', '1. - ', '   1. '],
  ['- [ ] ', '- [x] ', '1. [X] '],
].flat();

const words = [
  [
    '',
    'foo',
    'foo bar',
    'a  ',
    'a\\',
    '\\*no\\*',
    '&amp; e',
    'é *ü* 漢',
    '😀 **x**',
    '*😀*',
    '\u00a0x',
    '"*q*"',
  ],
  [
    '**bold** x',
    '*em* y',
    '***b***',
    '**a *b* c**',
    '_u_ __v__',
    'a_b_c',
    '*a **b*',
    'a*b*c',
    '**',
    '*a',
    '_',
  ],
  ['~~d~~', '~s~ t', 'a ~~b', '**~~x~~**', '~~**x**~~', '~~a *b~~ c*', '~a~ *b* ~~c~~', '~~~a', 'a~b~c'],
  ['`code` z', '``a`b``', 'x `un', '`', '```a`', '`a|b`'],
  [
    '[l](u)',
    '[l](<u v> "t")',
    '![i](p.png)',
    '[![i](p)](u)',
    '[a [b](c) d](e)',
    '[l](u "t',
    '[x](',
    '!',
    '[ ]',
  ],
  ['[r]', '[a][r]', '[r][]', '[*r*]', '[Name]', '[Name]: value, more', '[x]: Target [y]', '[`x`][r]: y'],
  ['[r]: /url', '[r]: /url "T"', '[r]:', '[r]: <a b>', '[r]: /u "T" x', '[^1]', '[^1]: note'],
  [
    'http://x.y/z.',
    'www.a.b c',
    'me@x.org',
    '<https://a.b>',
    '<me@x.org>',
    '<0a@b.c>',
    '<a!b@c.d>',
    'a_b@c.d',
  ],
  ['# H', '## H two ##', '###', '####### no', '#\tH', '---', '***', '- - -', '===', '--'],
  ['```', '```js', '~~~', '~~~~ x', '\tcode'],
  ['| a | b |', '| - | - |', '|:-:|--|', '| c |', 'a | b', '- | -', '|a\\|b|`c|d`|', '| --- |'],
  [
    '<div>',
    '</div>',
    '<!-- c -->',
    '<!-- open',
    '-->',
    '<b>x</b> y',
    '<x-y a="b">',
    '<script>',
    '</script>',
    'a<br>b',
  ],
  ['Owner: @x', 'RUN-001 → MON-2', '**Owner**: x', 'text: `a` | b', '{name} <who> TBD', '1) a', '2. b'],
].flat();

const line = fc
  .tuple(
    fc.constantFrom('', '', '', ...containers),
    fc.constantFrom('', '', '', '', ...containers),
    fc.constantFrom(...words),
    fc.constantFrom('', '', '', '', ...words),
    fc.constantFrom('\n', '\n', '\n', '\n\n'),
  )
  .map(
    ([outer, inner, first, second, end]) =>
      `${outer}${inner}${first}${second === '' ? '' : ` ${second}`}${end}`,
  );

/** A few lines of anything, mostly what hardly anybody writes, with line endings of either kind. */
export const composedLines: fc.Arbitrary<string> = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\n', '\r\n'), fc.boolean())
  .map(([lines, ending, ends]) => {
    const text = lines.join('').replaceAll('\n', ending);
    return ends ? text : text.trimEnd();
  });

const marks =
  'a b \n \n \t * _ ~ ` [ ] ( ) ! < > \\ " \' : . @ - | # = & / + é ^ , ; ? 😀 ** ~~ www. http:// https:// &amp; 1. x.y'
    .split(' ')
    .concat(' ', '  ');

/** Characters that mean something, in any order. */
export const markSoup: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...marks), { minLength: 1, maxLength: 20 })
  .map((parts) => parts.join(''));

/** Markdown files of the project itself: `test/fixtures`, `test/workspaces` and `examples`, by their paths. */
export const ownDocuments: ReadonlyMap<string, string> = new Map(
  ['test/fixtures', 'test/workspaces', 'examples'].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name): [string, string] => [
        `${folder}/${name}`,
        readFileSync(join(project, folder, name), 'utf8'),
      ]),
  ),
);

/** The parts of a document between its headings. */
export function sectionsOfText(text: string): string[] {
  return text.split(/^(?=#{1,6}[ \t])/m);
}

const sections = [...ownDocuments.values()].flatMap(sectionsOfText).filter(({ length }) => length < 1200);

const damage = fc.tuple(
  fc.constantFrom('delete', 'double', 'swap', 'insert', 'indent'),
  fc.nat(),
  fc.nat(),
  fc.constantFrom(...containers, ...words),
);

/** A section of one of the project's documents with lines deleted, doubled, swapped, put in and indented. */
export const damagedSection: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...sections), fc.array(damage, { minLength: 1, maxLength: 4 }))
  .map(([section, damages]) => {
    const lines = section.split('\n');
    for (const [how, at, other, fragment] of damages) {
      const row = at % lines.length;
      const found = lines[row] ?? '';
      if (how === 'delete') lines.splice(row, 1, ...(lines.length > 1 ? [] : ['']));
      else if (how === 'double') lines.splice(row, 0, found);
      else if (how === 'insert') lines.splice(row, 0, fragment);
      else if (how === 'indent') lines[row] = fragment + found;
      else {
        const partner = other % lines.length;
        lines[row] = lines[partner] ?? '';
        lines[partner] = found;
      }
    }
    return lines.join('\n');
  });
