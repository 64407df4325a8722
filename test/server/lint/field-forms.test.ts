/** Fields in the forms in which authors write them, and what is written beside them. */
import { describe, expect, test } from 'vitest';
import { lastTestedKeys } from '../../../server/src/document/fields/date-fields';
import { ownerKeys } from '../../../server/src/document/entries/owner-keys';
import { isKnownLabel } from '../../../server/src/model/vocabulary';
import { checkFix, checkRule } from '../../support/check-rule';
import { modelOf } from '../../support/read-model';
import { runEntry } from './run-entry';

const fields: readonly (readonly [string, string])[] = [
  ['Category', 'Incident'],
  ['Trigger', 'Users report errors'],
  ['Owner', 'Data Team'],
  ['Last Tested', '2026-11-01'],
];
const each = (write: (name: string, value: string) => string, between = '\n'): string =>
  fields.map(([name, value]) => write(name, value)).join(between);

const forms: Readonly<Record<string, string>> = {
  'a definition list': each((name, value) => `${name}\n: ${value}`, '\n\n'),
  'a definition list with bold terms': each((name, value) => `**${name}**\n: ${value}`, '\n\n'),
  'a bar behind a bold name': each((name, value) => `**${name}** | ${value}`),
  'an equals sign': each((name, value) => `- **${name}** = ${value}`),
  'an arrow': each((name, value) => `**${name}** → ${value}`, '\n\n'),
  'lines that are bold as a whole': each((name, value) => `**${name}: ${value}**`, '\n\n'),
  'bold in italics': each((name, value) => `_**${name}:**_ ${value}`),
  'one line with semicolons': each((name, value) => `**${name}:** ${value}`, '; '),
  'one line with line breaks of HTML': each((name, value) => `**${name}:** ${value}`, '<br>'),
  'one line with blanks': each((name, value) => `**${name}:** ${value}`, '  '),
  'a table of HTML': `<table>\n${each((name, value) => `<tr><th>${name}</th><td>${value}</td></tr>`)}\n</table>`,
  'a list of terms of HTML': `<dl>\n${each((name, value) => `  <dt>${name}</dt>\n  <dd>${value}</dd>`)}\n</dl>`,
  'paragraphs of HTML': each((name, value) => `<p><strong>${name}</strong>: ${value}</p>`),
  'a table with a row for the entry': `| ${each((name) => name, ' | ')} |\n|--|--|--|--|\n| ${each((_, value) => value, ' | ')} |`,
  'a table with remarks': `| Field | Value | Note |\n|--|--|--|\n${each((name, value) => `| ${name} | ${value} | |`)}`,
  'a fence of YAML': `\`\`\`yaml\nID: RUN-001\n${each((name, value) => `${name}: ${value}`)}\n\`\`\``,
  'other names':
    'Category: Incident\nTriggered by: Users report errors\nOwning squad: Data Team\nLast exercised: 2026-11-01',
};

const entry = (head: string): string =>
  runEntry({
    title: `# RUN-001: Pool\n\n${head}\n`,
    category: null,
    trigger: null,
    owner: null,
    tested: null,
  });
const configured = '//- /.runbook.yaml\nkinds:\n  - files: "*.md"\n    kind: entry\n';

describe.each(Object.entries(forms))('%s', (_, head) => {
  test('says them all', () => {
    for (const rule of [
      'missing-category',
      'invalid-category',
      'missing-trigger',
      'missing-owner',
      'missing-last-tested',
      'invalid-date',
    ])
      checkRule(rule, configured + entry(head));
  });

  test('a date in it is looked at', () => {
    const [found] = modelOf(entry(head).replace('2026-11-01', '2025-01-01')).labels.filter(({ key }) =>
      lastTestedKeys.includes(key),
    );
    expect(found?.value).not.toBeNull();
  });
});

test.each(Object.entries(forms))('a field is written beside those of %s', (_, head) => {
  const without = head
    .replace(/\n?\|? ?[^\n|;]*(?:Owning squad|Owner)[^\n|;]*Data Team[^\n|;]*\|?(?: *\|)?(?=\n)/, '')
    .replace(/Owner|Owning squad/g, 'Reach');
  checkRule(
    'missing-owner',
    `${configured}${entry(without).replace('# RUN-001: Pool', '# RUN-001: Pool\n  ^^^^^^^^^^^^^ warning: owner')}`,
  );
});

const fence = (fields: string): string => `\`\`\`yaml\n${fields}\n\`\`\``;
const keys =
  'id: RUN-001\ncategory: Incident\ntrigger: "Users report errors"\nlast_tested: 2026-11-01 # drill';

test('keys of a fence of YAML, which need no other sign of a runbook', () => {
  for (const head of [
    `${keys}\nowner: Data Team`,
    `${keys.replace('last_t', 'lastT')}\nowner:\n  - Data Team`,
  ])
    for (const rule of [
      'missing-owner',
      'missing-trigger',
      'missing-last-tested',
      'invalid-date',
      'unreadable-procedure',
    ])
      checkRule(rule, entry(fence(head)));
  expect(modelOf(entry(fence(keys)), 'RUN-001-pool.md').kind.kind).toBe('entry');
  const front = `---\ncategory: Incident\nowner: Data Team\nlast_tested: 2026-11-01\n---\n\n`;
  expect(modelOf(entry('').replace(/^.*\n# RUN/, `${front}# RUN`), 'RUN-001-pool.md').kind.kind).toBe(
    'entry',
  );
});

test('an id and a date in a fence of YAML are judged', () => {
  checkRule(
    'id-field-mismatch',
    entry(fence(`${keys}\nowner: Data Team`).replace('id: RUN-001', 'id: RUN-002\n    ^^^^^^^ error')),
  );
  checkRule(
    'stale-last-tested',
    entry(
      fence(keys)
        .replace('2026-11-01', '2025-11-01')
        .replace(' # drill', '\n             ^^^^^^^^^^ warning'),
    ),
  );
  checkRule(
    'dangling-id',
    entry(fence(`${keys}\nowner: Data Team\nlinked_ids: [RUN-002]\n             ^^^^^^^ warning`)),
  );
});

test('a missing field is written into the fence of YAML like the keys that are there', () => {
  checkFix(
    'missing-owner',
    entry(fence(keys)),
    entry(fence(keys.replace('\nlast', '\nowner: "[Team or role]"\nlast'))),
    'Add "Owner',
  );
});

test.each([
  'version: "3"\nservices:\n  pool:\n    image: pool',
  'alert: PoolFull\nexpr: pool > 0.9\nseverity: page',
])('a fence of other YAML has no fields: %s', (yaml) => {
  expect(modelOf(entry(fence(yaml))).labels.filter(({ carrier }) => carrier === 'yaml')).toEqual([]);
});

test('a fence of YAML further down has no fields', () => {
  const text = entry('').replace('## Procedure', `## Procedure\n\n${fence(keys)}`);
  expect(modelOf(text).labels.filter(({ carrier }) => carrier === 'yaml')).toEqual([]);
});

test('emphasis in a value is no further field', () => {
  const { labels } = modelOf(entry('**Owner**: Payments *Team*, **Status** of it'));
  expect(labels.filter(({ key }) => key === 'team' || key === 'status')).toEqual([]);
});

test('plain lines are read by all names that rules ask for', () => {
  expect([...lastTestedKeys, ...ownerKeys].filter((name) => !isKnownLabel(name))).toEqual([]);
});

test('keys of front matter in camel case and with hyphens', () => {
  for (const key of ['lastTested', 'last-tested', 'last_tested', 'Last Tested'])
    checkRule(
      'missing-last-tested',
      `${configured}${entry('').replace('# RUN', `---\n${key}: 2026-11-01\n---\n\n# RUN`)}`,
    );
});

test.each([
  'Owner\n\nData Team',
  'The **Owner** = who pays.',
  '| Owner | Status | Notes | Cost | Size |\n|--|--|--|--|--|\n| a | b | c | d | e |',
  '<p>The <b>Owner</b> of it</p>',
])('no field: %s', (head) => {
  expect(modelOf(entry(head)).labels.filter(({ key }) => key === 'owner')).toEqual([]);
});

test.each([
  '**Roll back with** `make undo`',
  '**Rollback** `make undo`',
  '**Revert by** running make undo',
  'Rollback\n: `make undo`',
])('a way back: %s', (words) => {
  const { parts } = modelOf(`# Playbook: Move\n\n## Phase 1: Copy\n\n${words}\n`);
  expect(parts.find(({ role }) => role === 'rollback')?.empty).toBe(false);
});

test.each(['**Rollback** is automatic.', '**Rolled back** in 2024.', '**Copy with** `cp`'])(
  'no part: %s',
  (words) => {
    expect(modelOf(`# Playbook: Move\n\n## Phase 1: Copy\n\n${words}\n`).parts).toEqual([]);
  },
);
