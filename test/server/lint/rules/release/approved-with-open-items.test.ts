import { expect, test } from 'vitest';
import { checkRule, relatedOf } from '../../../../support/check-rule';
import { change, feature, point, release } from '../../documents';

test('a feature runbook', () => {
  checkRule(
    'approved-with-open-items',
    point(
      change(feature, '- [x] All tests pass', '- [ ] All tests pass'),
      'Active',
      'warning: with 1 open item in',
    ),
  );
});

test('a release runbook', () => {
  checkRule(
    'approved-with-open-items',
    point(
      change(change(release, '- [x] CI is green', '- [ ] CI is green'), '- [x] Rollback', '- [ ] Rollback'),
      'Approved',
      'warning: with 2 open items in',
      '| Status',
    ),
  );
});

test('a draft may have open items', () => {
  checkRule(
    'approved-with-open-items',
    change(
      change(release, '- [x] CI is green', '- [ ] CI is green'),
      '| Status | Approved   |',
      '| Status | Reviewed   |',
    ),
  );
});

const rule = 'approved-with-open-items';
const items = '- [x] CI is green\n- [x] Rollback reviewed\n';
const ticked = (list: string): string => `//- /release.md\n${change(release, items, list)}`;

test('each open item is named, in lists and in tables', () => {
  expect(
    relatedOf(rule, ticked('- [ ] CI is green\n1. [ ] Two eyes  \n> * [ ] Quoted\n- [x] Done\n- [ ]\n')),
  ).toEqual([
    'release.md: CI is green | Open: "CI is green"',
    'release.md: Two eyes | Open: "Two eyes"',
    'release.md: Quoted | Open: "Quoted"',
  ]);
  const table =
    '| Check | Who | Done |\n| --- | --- | --- |\n| CI is green | Kim | [ ] |\n| Rollback | Kim | [x] |\n';
  expect(relatedOf(rule, ticked(table))).toEqual(['release.md: CI is green | Open: "CI is green"']);
});

test('the last line of a checklist belongs to it, and that of the next section does not', () => {
  const found = (list: string): string[] => relatedOf(rule, ticked(list));
  expect(found('- [x] CI is green\n\n- [ ] Last\n')).toEqual(['release.md: Last | Open: "Last"']);
  expect(found('- [x] CI is green\n\n### Notes\n\n- [ ] Within\n')).toHaveLength(1);
  expect(found('- [x] CI is green\n\n## Later\n\n- [ ] Not yet\n')).toEqual([]);
});

test('boxes in code and comments, and words that only speak of boxes, are no items', () => {
  for (const list of [
    '```\n- [ ] CI\n```\n',
    '<!--\n- [ ] CI\n-->\n',
    '- tick [ ] or [x]\n',
    'One | [ ] | two\n',
    '| Check |\n| --- |\n| [ ] CI |\n',
  ])
    checkRule(rule, ticked(list));
});

test('a release is approved by that word only, and a runbook without a status or a checklist by none', () => {
  const open = change(release, '- [x] CI is green', '- [ ] CI is green');
  checkRule(rule, change(open, '| Status | Approved   |', '| Status | Active     |'));
  checkRule(rule, change(open, '| Status | Approved   |\n', ''));
  checkRule(rule, change(open, '## 2. Pre-Release Checklist', '## 2. Later'));
  checkRule(
    rule,
    point(change(open, 'Approved  ', '*Approved*'), '*Approved*', 'warning: Status is "Approved"'),
  );
});
