import { expect, test } from 'vitest';
import { frontMatterBounds, parseYaml } from '../../../server/src/config/bounded-yaml';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';
import { readFrontMatter } from '../../../server/src/parsing/front-matter';

/** Deeper lines are behind what the tests take of a text. */
const deepest = 700;

const indented = (count: number, line: string): string =>
  Array.from({ length: Math.min(count, deepest) }, (_, depth) => ' '.repeat(depth) + line).join('\n');

/** YAML that nests `count` levels deep, or that looks as if it did, in the ways in which people and machines write it. */
const nested: Readonly<Record<string, (count: number) => string>> = {
  brackets: (count) => `id_prefix: ${'['.repeat(count)}`,
  'closed brackets': (count) => `id_prefix: ${'['.repeat(count)}${']'.repeat(count)}`,
  braces: (count) => `a: ${'{b: '.repeat(count)}`,
  'brackets and braces': (count) => `- ${'[{a: '.repeat(count)}`,
  'dashes in a line': (count) => '- '.repeat(count),
  'dashes behind a key': (count) => `title:\n  ${'- '.repeat(count)}`,
  'question marks': (count) => '? '.repeat(count),
  colons: (count) => ': '.repeat(count),
  'questions and dashes': (count) => '? - '.repeat(count),
  'keys in a line': (count) => 'a: '.repeat(count),
  'keys by indentation': (count) => indented(count, 'a:'),
  'dashes by indentation': (count) => indented(count, '-'),
  'keys in items': (count) => indented(count, '- a:'),
};
const shapes = Object.entries(nested);

test.each(shapes)('%s beyond the deepest level are refused, whatever their number', (_what, write) => {
  for (const count of [60, 200, 1050, 1400, 2100, 10_000]) {
    const text = write(count).slice(0, 60_000);
    const parsed = parseYaml(text, frontMatterBounds, { prettyErrors: false });
    expect(parsed, `${count}`).toMatchObject({ problem: 'levels', most: 40 });
  }
});

test.each(shapes)('%s are one problem of a configuration', (_what, write) => {
  const { configuration, problems } = parseConfiguration(write(20_000).slice(0, 200_000), new Set());
  expect(configuration).toEqual({});
  expect(problems.map(({ message }) => message)).toEqual([
    'This file is not read: it has more than 40 levels of lists and maps. Shorten or flatten it.',
  ]);
});

/** What begins with `?` or `:` is no front matter at all, but a thematic break with text below it. */
const inFrontMatter = shapes.filter(([what]) => !/question|colons/.test(what));

test.each(inFrontMatter)('%s are one problem of front matter', (_what, write) => {
  const text = `---\n${write(1400).slice(0, 60_000)}\n---\n# Playbook: x\n`;
  const frontMatter = readFrontMatter(text);
  expect(frontMatter?.fields).toEqual([]);
  expect(frontMatter?.problems.map(({ bound }) => bound)).toEqual([{ of: 'levels', most: 40 }]);
});

test.each(shapes)('%s as far as people nest them are left to the library', (_what, write) => {
  expect(parseYaml(write(8), frontMatterBounds, { prettyErrors: false })).toHaveProperty('documents');
});

test.each([
  ['a long text', `text: ${'x'.repeat(300_000)}`, '262144 characters'],
  ['a long block of text', `text: |\n${'  x\n'.repeat(80_000)}`, '262144 characters'],
  ['many words', `words: [${'a, '.repeat(20_000)}]`, '40000 words and marks'],
  ['many keys', Array.from({ length: 15_000 }, (_, key) => `k${key}: 1\n`).join(''), '40000 words and marks'],
  ['many references', `a: &a x\nb: [${'*a, '.repeat(200)}]`, '100 references such as *name'],
])('%s is one problem of a configuration', (_what, text, bound) => {
  const { problems } = parseConfiguration(text, new Set());
  expect(problems.map(({ message }) => message)).toEqual([
    `This file is not read: it has more than ${bound}. Shorten or flatten it.`,
  ]);
});

test('lists that multiply through references are not multiplied', () => {
  const levels = Array.from(
    { length: 12 },
    (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}]`,
  );
  const text = `rules:\n  missing-owner:\n    lists: *l12\nl0: &l0 [x]\n${levels.join('\n')}\n`;
  expect(parseConfiguration(text, new Set(['missing-owner'])).problems.length).toBeLessThan(20);
});

test('a text with brackets that open nothing is no deep one', () => {
  const text = `summary: a [[[[${'['.repeat(100)}\nnote: "${'['.repeat(100)}"\nmore: |\n  ${'- '.repeat(100)}\n`;
  expect(readFrontMatter(`---\n${text}---\n`)?.problems).toEqual([]);
});

test.each(['!t', '&a'])('lists of items with %s and no value give a few errors', (mark) => {
  const yaml = `- ${mark} `.repeat(5000);
  expect(parseConfiguration(yaml, new Set()).problems.length).toBeLessThan(15);
  expect(readFrontMatter(`---\n${yaml}\n---\n# Playbook: x\n`)?.problems.length).toBeLessThan(15);
});

test('of many errors of syntax the first are told', () => {
  const { problems } = parseConfiguration('exclude: [,,,,,,,,,,,,,,,,,,,,,,,,,,,,]\n', new Set());
  expect(problems.filter(({ message }) => message.startsWith('Invalid YAML'))).toHaveLength(10);
});

test('only the first document of a configuration is read', () => {
  const { problems } = parseConfiguration('staleAfterDays: 3\n---\nstaleAfterDays: 4\n', new Set());
  expect(problems.map(({ message }) => message)).toEqual([
    'Only the YAML above this line is read. Remove the line "---".',
  ]);
});
