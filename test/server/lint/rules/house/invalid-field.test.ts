import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { ofKind } from './house-kind';

const rule = 'invalid-field';
const kind = (values: string): string => `fields: [{ name: Value, values: { ${values} } }]`;

test.each([
  ['date: true', 'soon', 'not a date'],
  ['interval: true', 'soon', 'not an interval'],
  ['duration: true', 'soon', 'not a duration'],
  ['channel: true', 'Platform', 'leads to nobody'],
  ['allowed: [P1, P2]', 'P3', 'Use one of: P1, P2'],
  ['pattern: "v\\\\d+"', 'v1.2', 'does not match v\\d+'],
  ['date: true, allowed: [never]', 'soon', 'none of the values'],
  ['date: true, interval: true', 'soon', 'none of the values'],
  ['date: true, pattern: "v\\\\d+"', 'soon', 'none of the values'],
  ['allowed: [P1], pattern: "v\\\\d+"', 'soon', 'none of the values that the kind "page" allows'],
])('%s is not %s', (values, value, words) => {
  const carets = '^'.repeat(value.length);
  checkRule(
    rule,
    ofKind(kind(values), `# A\n\n**Value**: ${value}\n           ${carets} warning: ${words}\n`),
  );
});

test.each([
  ['date: true', '2026-01-31 (drill)'],
  ['date: true', '31 January 2026'],
  ['interval: true', '6 months'],
  ['interval: true', 'every quarter'],
  ['interval: true', 'P6M'],
  ['interval: true', 'Annually'],
  ['duration: true', '1h 30m'],
  ['channel: true', '`#storage`'],
  ['channel: true', 'ops@example.org'],
  ['channel: true', '[Storage](https://chat.example)'],
  ['allowed: [P1, P2]', 'p1'],
  ['allowed: [1, 2]', '2 (since May)'],
  ['pattern: "v\\\\d+"', 'v12'],
  ['date: true, allowed: [never]', 'Never'],
  ['allowed: [P1, P2]', '[P1 | P2]'],
])('%s is %s', (values, value) => {
  checkRule(rule, ofKind(kind(values), `# A\n\n**Value**: ${value}\n`));
});

test('an id has the form of its kind', () => {
  const ids = 'ids: "RB-[A-Z]+-\\\\d{3}"';
  checkRule(rule, ofKind(ids, '---\nid: RB-1\n    ^^^^ warning: The ID "RB-1"\n---\n\n# A\n'));
  checkRule(rule, ofKind(ids, '# A\n\n**ID**: `RB-DISK-001`\n'));
  checkRule(rule, ofKind(ids, '# A\n\nText.\n'));
});

test('a value that a template left is none, where it is all that is said', () => {
  const off = (text: string): string =>
    text.replace('//- /.runbook.yaml\n', '//- /.runbook.yaml\nrules: { placeholder: off }\n');
  checkRule(
    rule,
    off(
      ofKind(
        kind('allowed: [low, high]'),
        '# A\n\n**Value**: [Low | High]\n           ^^^^^^^^^^^^ warning: Use one of: low, high\n',
      ),
    ),
  );
  checkRule(rule, off(ofKind(kind('allowed: [low, high]'), '# A\n\n**Value**: [P1](severities.md)\n')));
});

test('a field without a value, and a document of another kind, in a template or without the field', () => {
  const dates = kind('date: true');
  checkRule(rule, ofKind(dates, '# A\n\n**Value**:\n'));
  checkRule(rule, ofKind(dates, '# A\n\nText.\n'));
  checkRule(rule, ofKind(dates, '# A\n\n**Value**: soon\n', 'alerts/_template.md'));
  checkRule(rule, ofKind(dates, '# A\n\n**Value**: soon\n', 'docs/A.md'));
  checkRule(rule, ofKind('fields: [{ name: Value }]', '# A\n\n**ID**: 7\n\n**Value**: soon\n'));
});
