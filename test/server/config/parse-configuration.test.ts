import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configuredKinds, ruleSeverities } from '../../../server/src/config/configuration';
import { configurationKeys, parseConfiguration } from '../../../server/src/config/parse-configuration';
import { runs } from '../../support/runs';

const knownRules = new Set([
  'dangling-id',
  'orphan-id',
  'vague-step',
  'too-many-steps',
  'missing-verification',
  'missing-rollback',
  'stale-last-tested',
]);

/** The problems of a text as `words at their place → message`, the words as they stand in the text. */
function problemsOf(text: string): readonly string[] {
  return parseConfiguration(text, knownRules).problems.map(
    ({ span, message, severity }) => `${severity}: ${text.slice(span.start, span.end)} → ${message}`,
  );
}

test.each([
  ['exclude:\n', (number: number) => `  - a${String(number)}\n`, 'a1000', '"exclude"'],
  ['prefixes:\n', (number: number) => `  P${String(number)}X: a.md\n`, 'P1000X', '"prefixes"'],
])('of %j as many items count as files can be held against', (head, item, next, what) => {
  const text = (count: number): string =>
    head + Array.from({ length: count }, (_, index) => item(index)).join('');
  expect(problemsOf(text(1_000))).toEqual([]);
  expect(problemsOf(text(1_500))).toEqual([
    `error: ${next} → Only the first 1000 items of ${what} are read, to keep checks fast. Use fewer, broader ones.`,
  ]);
});

describe('options of rules', () => {
  const withOptions = new Map([
    ['too-many-steps', { max: { type: 'number' } }],
    ['vague-step', {}],
  ] as const);

  test('are taken over when the rule has them with this type', () => {
    const { configuration, problems } = parseConfiguration(
      'rules: { too-many-steps: { max: 40 } }',
      withOptions,
    );
    expect(problems).toEqual([]);
    expect(configuration.rules?.get('too-many-steps')?.options).toEqual({ max: 40 });
  });

  test('are a problem at their place when unknown or of another type, and have no effect', () => {
    const text = 'rules:\n  too-many-steps: { maxx: 40, max: many }\n  vague-step: { words: [x] }\n';
    const { configuration, problems } = parseConfiguration(text, withOptions);
    expect(problems.map(({ span }) => text.slice(span.start, span.end))).toEqual(['maxx', 'many', 'words']);
    expect(problems[0]?.message).toContain('"max"');
    expect(problems[1]?.message).toBe('Option "max" of too-many-steps must be a number.');
    expect(configuration.rules?.get('too-many-steps')?.options).toEqual({});
  });
});

describe('a valid file', () => {
  test('may be empty, or hold comments and bare keys only', () => {
    for (const text of [
      '',
      '\n',
      '# nothing yet\n',
      'rules:\nexclude:\n',
      '---\n',
      '{}',
      '\uFEFF# with a mark\n',
    ]) {
      expect(parseConfiguration(text, knownRules)).toMatchObject({ problems: [] });
    }
  });

  test('says severities in short, or with options', () => {
    const { configuration, problems } = parseConfiguration(
      'rules: { dangling-id: off, missing-rollback: error, stale-last-tested: { severity: warning, days: 30 } }',
      knownRules,
    );
    expect(problems).toEqual([]);
    expect([...(configuration.rules ?? [])]).toEqual([
      ['dangling-id', { severity: 'off', options: {} }],
      ['missing-rollback', { severity: 'error', options: {} }],
      ['stale-last-tested', { severity: 'warning', options: { days: 30 } }],
    ]);
  });

  test('may use options without a severity, anchors, and CRLF', () => {
    const { configuration, problems } = parseConfiguration(
      'rules:\r\n  vague-step: &a\r\n    words: [ "as needed" ]\r\n  orphan-id: *a\r\n',
      knownRules,
    );
    expect(problems).toEqual([]);
    expect(configuration.rules?.get('orphan-id')).toEqual({
      severity: null,
      options: { words: ['as needed'] },
    });
  });

  test('may list prefixes without owners', () => {
    const { configuration, problems } = parseConfiguration('prefixes: [KPI, BR-FEA]', knownRules);
    expect(problems).toEqual([]);
    expect([...(configuration.prefixes?.keys() ?? [])]).toEqual(['KPI', 'BR-FEA']);
  });
});

describe('a problem is reported at its place', () => {
  test.each([
    ['exlude: [a]', 'warning: exlude → Unknown setting "exlude". Did you mean "exclude"?'],
    [
      'rules: { danglin-id: off }',
      'warning: danglin-id → Unknown rule "danglin-id". Did you mean "dangling-id"?',
    ],
    ['rules: { dangling-id: warn }', 'error: warn → Unknown severity "warn". Did you mean "warning"?'],
    [
      'rules: { dangling-id: 2 }',
      'error: 2 → The severity of dangling-id must be one of error, warning, information, hint, off.',
    ],
    ['rules: { dangling-id: { severity: of } }', 'error: of → Unknown severity "of". Did you mean "off"?'],
    ['rules: [a]', 'error: [a] → "rules" must be a map with one "key: value" per line.'],
    ['exclude: docs', 'error: docs → "exclude" must be a list with one "- item" per line.'],
    ['exclude: [1]', 'error: 1 → A glob must be a string.'],
    ['exclude: ["docs/[a"]', 'error: "docs/[a" → Invalid glob "docs/[a": it has an unclosed bracket.'],
    [
      'prefixes: { run: a.md }',
      'error: run → Invalid prefix "run". Use upper case without a trailing dash, such as RUN or KPI.',
    ],
    [
      'prefixes: { RUN: /a.md }',
      'error: /a.md → Invalid path "/a.md". Use a path relative to the folder of this file, with "/" as separator.',
    ],
    [
      'kinds: [{ files: a, kind: playbok }]',
      'error: playbok → Unknown kind of document "playbok". Did you mean "playbook"?',
    ],
    [
      'kinds: [{ files: a }]',
      'error: { files: a } → An item of "kinds" needs "kind" for a built-in kind, or "name" for a kind of your own.',
    ],
    [
      'overrides: [{ rules: {} }]',
      'error: { rules: {} } → An item of "overrides" has no effect without "files".',
    ],
    ['staleAfterDays: soon', 'error: soon → "staleAfterDays" must be a whole number of at least 1.'],
    ['staleAfterDays: 0', 'error: 0 → "staleAfterDays" must be a whole number of at least 1.'],
    [
      'categories: { RUN: Ops }',
      'error: Ops → RUN in "categories" must be a list with one "- item" per line.',
    ],
    ['statuses: { RUN: [[]] }', 'error: [] → An item of RUN in "statuses" must be a string.'],
    ['- a', 'error: - a → The configuration must be a map with one "key: value" per line.'],
  ])('%s', (text, expected) => {
    expect(problemsOf(text)).toEqual([expected]);
  });

  test('of the YAML itself too, and what could be read still applies', () => {
    const text = 'staleAfterDays: 7\nexclude: [a, b\nrules: { vague-step: off }\n';
    const { configuration, problems } = parseConfiguration(text, knownRules);
    expect(problems[0]?.message).toMatch(/^Invalid YAML: /);
    expect(problems[0]?.span.start).toBeGreaterThanOrEqual(text.indexOf('b\nrules'));
    expect(configuration.staleAfterDays).toBe(7);
  });

  test('for a key that stands twice', () => {
    expect(problemsOf('exclude: [a]\nexclude: [b]')).toEqual([
      expect.stringMatching(/^error: .*Invalid YAML: Map keys must be unique/s),
    ]);
  });

  test('while everything valid applies', () => {
    const { configuration, problems } = parseConfiguration(
      'exclude: [a, 1, b]\nrules: { no-such-rule: off, vague-step: off }\nstaleAfterDays: 0\nprefixes: { RUN: a.md, x: }',
      knownRules,
    );
    expect(problems).toHaveLength(4);
    expect(configuration.exclude).toEqual(['**/a', '**/b']);
    expect([...(configuration.rules?.keys() ?? [])]).toEqual(['vague-step']);
    expect([...(configuration.prefixes?.keys() ?? [])]).toEqual(['RUN']);
    expect(configuration.staleAfterDays).toBeUndefined();
  });

  test('when aliases multiply without end', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((name, index) => {
        const before = 'abcdefg'.charAt(index);
        return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`;
      }),
    ].join('\n');
    const { problems } = parseConfiguration(`${bomb}\nrules: { vague-step: { words: *h } }`, knownRules);
    expect(problems.map(({ message }) => message)).toContain(
      'This value expands too many aliases. Write it out.',
    );
  });
});

test('a message stays short, however long the words that it quotes', () => {
  const long = `a ${'very '.repeat(100)}long`;
  for (const text of [
    `"${long}": off`,
    `rules: { "${long}": off, vague-step: "${long}" }`,
    `prefixes: { "${long}": a.md, RUN: "/${long}" }`,
    `prefixes: ["${long}"]`,
    `kinds: [{ files: "[${long}", "${long}": x, kind: "${long}" }]`,
    `kinds: [{ files: a, kind: "${long}" }]`,
    `exclude: ["[${long}"]`,
    `join: ["/${long}"]`,
    `exclude: !${long.replaceAll(' ', '-')} []`,
  ]) {
    const found = problemsOf(text);
    expect(found).not.toEqual([]);
    for (const { message } of parseConfiguration(text, knownRules).problems)
      expect(message.length).toBeLessThanOrEqual(160);
  }
});

test('any text is read without throwing, and every problem lies inside it', () => {
  const piece = fc.constantFrom(
    ...configurationKeys,
    ': ',
    '\n',
    '  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    '*a',
    '&a ',
    '!',
    '#',
    '|',
    '\t',
    '<<',
    'vague-step',
    'off',
    '__proto__',
    'RUN',
    '\r\n',
    '😀',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '? ',
    '!!binary ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, (candidate) => {
      for (const { span, message } of parseConfiguration(candidate, knownRules).problems) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(candidate.length);
        expect(message).not.toBe('');
        expect(message.length).toBeLessThanOrEqual(160);
      }
    }),
    { numRuns: runs(500) },
  );
});

describe('the files that ship with it', () => {
  const root = new URL('../../../', import.meta.url);
  const schema: unknown = JSON.parse(
    readFileSync(new URL('schemas/runbook-configuration.schema.json', root), 'utf8'),
  );
  const page = readFileSync(new URL('docs/configuration.md', root), 'utf8');

  test('the schema knows the same keys, kinds and severities', () => {
    expect(schema).toMatchObject({
      properties: {
        kinds: { items: { oneOf: [{ properties: { kind: { enum: configuredKinds } } }, {}] } },
        staleAfterDays: { default: 90 },
      },
      definitions: { severity: { enum: ruleSeverities } },
    });
    expect(Object.keys(propertiesOf(schema)).toSorted()).toEqual(configurationKeys.toSorted());
  });

  test('the example of the page uses every key and has no problem', () => {
    const example = /```yaml\n(.*?)```/s.exec(page)?.[1] ?? '';
    const { configuration, problems } = parseConfiguration(example, knownRules);
    expect(problems).toEqual([]);
    expect(Object.keys(configuration).toSorted()).toEqual(configurationKeys.toSorted());
  });

  test('the table of the page lists every key', () => {
    const listed = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key);
    expect(listed).toEqual(configurationKeys);
  });
});

function propertiesOf(schema: unknown): object {
  if (typeof schema === 'object' && schema !== null && 'properties' in schema) {
    const { properties } = schema;
    if (typeof properties === 'object' && properties !== null) return properties;
  }
  throw new Error('The schema has no properties.');
}
