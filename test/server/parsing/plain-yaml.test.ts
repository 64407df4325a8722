import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isScalar, isSeq, parseDocument, isMap } from 'yaml';
import { readPlainYaml } from '../../../server/src/parsing/plain-yaml';

const key = fc.constantFrom('title', 'id_prefix', 'Status', 'a-b', '_x', 'no', 'true', 'null', '0x1');
const value = fc.oneof(
  fc.constantFrom(
    '2h',
    'RUN-XXX, DEP',
    '2026-11-20',
    '1.5',
    'null',
    '~',
    'x # c',
    'x#c',
    'a: b',
    '[a, b]',
    '[a b,1.0 , null]',
    '[]',
    '[a,]',
    '[a,,b]',
    '[- a]',
    '[a  b] # c',
    '[[a], b]',
    '- x',
  ),
  fc.constantFrom(
    '"Playbook: x"',
    "'it is'",
    "'it''s'",
    '"a\\"b"',
    '""',
    '" pad "',
    '&a x',
    '12:30',
    '|',
    'x\u00a0',
  ),
  fc.string({ maxLength: 6 }).filter((words) => !/[\r\n]/.test(words)),
  fc
    .string({ unit: fc.constantFrom('a', 'B', '1', '0', '.', '/', '-', '_', ',', ' '), maxLength: 9 })
    .map((words) => `[${words}]`),
);
const line = fc
  .tuple(key, fc.constantFrom(': ', ':  ', ':\t', ':', ' : '), value)
  .map((parts) => parts.join(''));
const yaml = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\n', ' \n', '\n  more\n'),
    fc.boolean(),
  )
  .map(([lines, ending, closed]) => lines.join(ending) + (closed ? '\n' : ''));

it('reads what it reads as the YAML library does', () => {
  fc.assert(
    fc.property(yaml, (text) => {
      const fields = readPlainYaml(text, 0);
      if (fields === null) return;
      const { contents, errors } = parseDocument(text, { strict: false });
      expect(errors).toEqual([]);
      const items = isMap(contents) ? contents.items : [];
      expect(fields).toEqual(
        items.map(({ key: name, value: said }) => ({
          key: isScalar(name) ? String(name.value) : null,
          keySpan: isScalar(name) ? { start: name.range[0], end: name.range[1] } : null,
          valueSpan: isScalar(said) || isSeq(said) ? { start: said.range[0], end: said.range[1] } : null,
          value: isScalar(said)
            ? said.source.trim()
            : isSeq(said)
              ? said.items.map((item) => (isScalar(item) ? item.source : null)).join(', ')
              : null,
        })),
      );
    }),
  );
});

it('reads the front matter of the templates', () => {
  const text =
    'title: "Playbook: Move"\nestimated_duration: 2h\nid_prefix: RUN, MON\r\nowner: \'Ann\'\ntags: [on call, a/b ]\n';
  expect(readPlainYaml(text, 4)?.map(({ key, value }) => [key, value])).toEqual([
    ['title', 'Playbook: Move'],
    ['estimated_duration', '2h'],
    ['id_prefix', 'RUN, MON'],
    ['owner', 'Ann'],
    ['tags', 'on call, a/b'],
  ]);
  expect(readPlainYaml(text, 4)?.[1]?.valueSpan).toEqual({ start: 48, end: 50 });
});

it.each([
  'a: [b\n',
  'a: []\n',
  'a: [b,]\n',
  'a: [- b]\n',
  'a: b: c\n',
  'a:\n',
  '# remark\n',
  'a: b\na: c\n',
  'a: >\n  b\n',
  '',
])('leaves %j to the library', (text) => {
  expect(readPlainYaml(text, 0)).toBeNull();
});
