import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyLayer } from '../../../server/src/config/apply-layer';
import { defaultConfiguration } from '../../../server/src/config/configuration';
import { configurationSchema } from '../../../server/src/config/configuration-schema';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';
import { schemasAt } from '../../../server/src/config/schema';

const full = `
language: [de, ko]
words:
  rollback: { add: [Way back], remove: [Recovery] }
  diagnosis: { add: Troubleshooting }
kinds:
  - files: notes
    kind: none
  - name: alert-page
    files: ["alerts/**/*.md", "!alerts/_index.md"]
    title: "Runbook: *"
    headings: { atLeast: 3, of: [Meaning, Impact, Diagnosis, Mitigation] }
    frontMatter: { type: runbook, weight: true }
    like: entry
    titleFrom: fileName
    roles: { steps: warning, verification: off, rollback: on, owner: hint, review: true }
    sections:
      - { name: Meaning, required: true, also: [What it means] }
      - { name: Mitigation, required: true, holds: [list, code] }
      - { name: Post-mortem, required: ifApplicable, level: 3, under: Afterwards }
    order: fixed
    fields:
      - { name: Owner, required: true, values: { channel: true } }
      - { name: review_in, sets: reviewInterval }
      - { name: Severity, values: { allowed: [1, high], pattern: "P\\\\d" } }
    ids: "RB-[A-Z]+-\\\\d{3}"
    template: ./templates/alert-page.md
`;

function problemsOf(text: string): readonly string[] {
  return parseConfiguration(text, new Set()).problems.map(
    ({ span, message, severity }) => `${severity}: ${text.slice(span.start, span.end)} → ${message}`,
  );
}

test("a kind of one's own is read with all that it says", () => {
  const { configuration, problems } = parseConfiguration(full, new Set());
  expect(problems).toEqual([]);
  expect(configuration.language).toEqual(['de', 'ko']);
  expect(configuration.words?.get('rollback')).toEqual({ add: ['Way back'], remove: ['Recovery'] });
  const [setting, kind] = configuration.kinds ?? [];
  expect(setting).toEqual({ files: '**/notes', kind: 'none' });
  expect(kind).toMatchObject({
    name: 'alert-page',
    files: ['alerts/**/*.md', '!alerts/_index.md'],
    title: 'Runbook: *',
    headings: { atLeast: 3, of: ['Meaning', 'Impact', 'Diagnosis', 'Mitigation'] },
    like: 'entry',
    titleFrom: 'fileName',
    ordered: true,
    ids: 'RB-[A-Z]+-\\d{3}',
  });
  if (kind === undefined || !('name' in kind)) throw new Error('no kind');
  expect([...kind.frontMatter]).toEqual([
    ['type', 'runbook'],
    ['weight', true],
  ]);
  expect([...kind.roles]).toEqual([
    ['steps', 'warning'],
    ['verification', 'off'],
    ['rollback', 'warning'],
    ['owner', 'hint'],
    ['review', 'warning'],
  ]);
  expect(kind.sections[2]).toEqual({
    name: 'Post-mortem',
    also: [],
    requirement: 'ifApplicable',
    level: 3,
    under: 'Afterwards',
    holds: [],
  });
  expect(kind.fields[1]?.values?.interval).toBe(true);
  expect(kind.fields[2]?.values?.allowed).toEqual(['1', 'high']);
});

describe('a mistake is told at its place', () => {
  const kind = (lines: string): string => `kinds:\n  - name: page\n${lines.replace(/^/gm, '    ')}\n`;
  test.each([
    [kind('filez: a'), 'warning: filez → Unknown key "filez" in an item of "kinds". Did you mean "files"?'],
    ['kinds:\n  - name: a\n  - name: a\n', 'error: a → There is another kind "a" above. Rename one of them.'],
    ['kinds:\n  - name: entry\n', 'error: entry → "entry" is a built-in kind.'],
    ['kinds:\n  - name: "/"\n', 'error: "/" → Invalid name'],
    [
      'kinds:\n  - sections: []\n',
      'error: sections: []\n → A kind of your own has no effect without "name".',
    ],
    ['kinds:\n  - name: [a]\n', 'error: [a] → The name of a kind must be a string.'],
    [kind('files: ["!a"]'), 'error: ["!a"] → These globs only leave files out'],
    [kind('title: "*"'), 'error: "*" → This pattern fits any title'],
    [
      kind('headings: { atLeast: 3, of: [A, B] }'),
      'error: 3 → No document has 3 of 2 headings. Use at most 2.',
    ],
    [kind('headings: { of: [A] }'), 'error: { of: [A] } → "headings" has no effect without "atLeast".'],
    [kind('frontMatter: { a: [b] }'), 'error: [b] → The value of "a" must be a word, or true for any value.'],
    [kind('like: entrie'), 'error: entrie → Unknown value "entrie" of "like". Did you mean "entry"?'],
    [kind('titleFrom: h3'), 'error: h3 → Unknown value "h3" of "titleFrom".'],
    [kind('roles: { stepz: on }'), 'error: stepz → Unknown role "stepz". Did you mean "steps"?'],
    [kind('roles: { steps: loud }'), 'error: loud → Unknown value "loud" of "steps".'],
    [kind('order: fix'), 'error: fix → Unknown value "fix" of "order". Did you mean "fixed"?'],
    [kind('ids: "(a+)+"'), 'error: "(a+)+" → Invalid pattern "(a+)+": it repeats what repeats already.'],
    [kind('template: /etc/x'), 'error: /etc/x → Invalid path "/etc/x".'],
    [kind('sections: [A]'), 'error: A → An item of "sections" must be a map'],
    [
      kind('sections: [{ required: true }]'),
      'error: { required: true } → An item of "sections" has no effect without "name".',
    ],
    [kind('sections: [{ name: A, level: 7 }]'), 'error: 7 → Headings have levels from 1 to 6.'],
    [
      kind('sections: [{ name: A, required: maybe }]'),
      'error: maybe → "required" must be true, false or ifApplicable.',
    ],
    [
      kind('sections: [{ name: A, holds: [lists] }]'),
      'error: lists → Unknown content of a section "lists". Did you mean "list"?',
    ],
    [kind('sections: [{ name: A }, { name: a }]'), 'error: a → There is another section "a" above.'],
    [
      kind('fields: [{ name: A, values: { datum: true } }]'),
      'warning: datum → Unknown key "datum" in "values".',
    ],
    [
      kind('fields: [{ name: A, values: { pattern: "[" } }]'),
      'error: "[" → Invalid pattern "[": it has an unclosed bracket.',
    ],
    [
      kind('fields: [{ name: A, sets: review }]'),
      'error: review → Unknown value "review" of "sets". Did you mean "reviewDate"?',
    ],
    [
      'words: { rolback: { add: [a] } }\n',
      'error: rolback → Unknown role "rolback". Did you mean "rollback"?',
    ],
    ['words: { rollback: [a] }\n', 'error: [a] → "rollback" must be a map'],
    ['language: [xx]\n', 'error: xx → Unknown language "xx".'],
  ])('%s', (text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});

test('a kind that misses one of its conditions is none, so that it takes in nothing else', () => {
  const { configuration } = parseConfiguration(
    'kinds:\n  - name: page\n    files: docs\n    title: "*"\n',
    new Set(),
  );
  expect(configuration.kinds).toEqual([]);
});

test('a nested file takes the place of a kind of the same name, below its folder', () => {
  const above = parseConfiguration(
    'kinds:\n  - { name: a, files: x }\n  - { name: b, files: y }\n',
    new Set(),
  );
  const below = parseConfiguration('kinds:\n  - { name: a, template: t.md }\n', new Set());
  const base = applyLayer(defaultConfiguration, above.configuration, '');
  const { kinds } = applyLayer(base, below.configuration, 'docs');
  expect(kinds).toMatchObject([
    { name: 'b', files: ['**/y'] },
    { name: 'a', files: ['docs/**'], template: 'docs/t.md' },
  ]);
});

test('the schema knows each key that is read, and describes it', () => {
  const schema = configurationSchema([]);
  const { properties = {} } = schemasAt(schema, ['kinds', 0])[1] ?? {};
  for (const [key, value] of Object.entries(properties))
    expect([key, value.description]).not.toContain(undefined);
  expect(
    problemsOf(
      `kinds:\n  - name: a\n${Object.keys(properties)
        .map((key) => (key === 'name' ? '' : `    ${key}:\n`))
        .join('')}`,
    ),
  ).toEqual([]);
  expect(schemasAt(schema, ['kinds', 0, 'sections', 0, 'holds', 0])[0]?.enum).toContain('list');
  expect(schemasAt(schema, ['kinds', 0, 'fields', 0, 'values', 'channel'])[0]?.description).toContain(
    '#channel',
  );
  expect(schemasAt(schema, ['kinds', 0, 'roles', 'owner'])[0]?.description).toBe('Who keeps the document.');
  expect(schemasAt(schema, ['words', 'rollback', 'remove'])[0]?.description).toContain('something else');
});

test('no text makes reading fail', () => {
  const lines = full.split('\n');
  fc.assert(
    fc.property(fc.shuffledSubarray(lines), fc.string(), (some, word) => {
      parseConfiguration([...some, word].join('\n'), new Set());
    }),
  );
});
