import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { ofKind } from './house-kind';

const rule = 'missing-role';
const all =
  'roles: { steps: warning, verification: hint, rollback: error, escalation: on, owner: information, review: on }';

test('each role that is on, with its severity', () => {
  checkRule(
    rule,
    ofKind(
      all,
      `
# DiskFull
  ^^^^^^^^ warning: No steps found
  ^^^^^^^^ hint: how to tell that it worked
  ^^^^^^^^ error: how to go back
  ^^^^^^^^ warning: whom to turn to
  ^^^^^^^^ information: No owner is named
  ^^^^^^^^ warning: No review date

A disk is full.
`,
    ),
  );
});

test.each([
  '---\nowner_slack: "#storage"\nlast_reviewed_on: 2026-11-01\n---\n\n# DiskFull\n\n1. Delete old logs\n2. Check that the disk is emptier\n\nRevert with `restore`. Ask #storage.\n',
  '# DiskFull\n\n**담당자**: 스토리지\n**최종 업데이트**: 2026-11-01\n\n## 절차\n\n- 로그 삭제\n\n## 검증\n\n- 확인\n\n## 롤백\n\n- 복원\n\n## 에스컬레이션\n\n- 팀\n',
])('a document that has all of them', (text) => {
  checkRule(rule, ofKind(all, text));
});

test('a kind without roles asks for nothing, and one that is like a built-in one leaves it to that', () => {
  checkRule(rule, ofKind('order: free', '# DiskFull\n\nA disk is full.\n'));
  checkRule(rule, ofKind('like: feature\nroles: { owner: warning }', '# DiskFull\n\nA disk is full.\n'));
});

const rollback = 'roles: { rollback: on }\n';
const noWay = '# DiskFull\n  ^^^^^^^^ warning: how to go back\n\nA disk is full.\n';

test('a field or section that is required for the role goes before it, any other does not', () => {
  const owner =
    'roles: { owner: on }\nfields: [{ name: Keeper, required: true, sets: owner }, { name: Level }]';
  const review = 'roles: { review: on }\nfields: [{ name: Seen, required: true, sets: reviewDate }]';
  const section = `${rollback}sections: [{ name: Meaning }, { name: Rollback, required: true }]`;
  for (const kind of [owner, review, section])
    checkRule(rule, ofKind(kind, '# DiskFull\n\nA disk is full.\n'));
  const nobody = noWay.replace('how to go back', 'No owner is named');
  for (const fields of [
    '{ name: Level, required: true }',
    '{ name: Keeper, sets: owner }, { name: Level, required: true }',
    '{ name: Seen, required: true, sets: reviewDate }',
  ])
    checkRule(rule, ofKind(`roles: { owner: on }\nfields: [${fields}]`, nobody));
  for (const sections of [
    '{ name: Meaning, required: true }',
    '{ name: Rollback }, { name: Meaning, required: true }',
  ])
    checkRule(rule, ofKind(`${rollback}sections: [${sections}]`, noWay));
});

test('a section that is there and says nothing of the role is not what is missing', () => {
  checkRule(
    rule,
    ofKind(`${rollback}sections: [{ name: Meaning, required: true }]`, `${noWay}\n## Meaning\n\nFull.\n`),
  );
});

test('a section that is named by a word of the configuration is one of the role', () => {
  const kind = ofKind(
    `${rollback}sections: [{ name: Way Home, required: true }]`,
    '# DiskFull\n\nA disk is full.\n',
  );
  checkRule(rule, kind.replace('kinds:', 'words: { rollback: { add: [WAY home] } }\nkinds:'));
  checkRule(rule, ofKind(`${rollback}sections: [{ name: Way Home, required: true }]`, noWay));
});

test('a section that is there for steps is enough, whatever it holds', () => {
  const steps = 'roles: { steps: on }\nsections: [{ name: Cleaning, holds: [steps] }]';
  checkRule(rule, ofKind(steps, '# DiskFull\n\n## Cleaning\n\nClean up.\n'));
  checkRule(rule, ofKind(steps, '# DiskFull\n  ^^^^^^^^ warning: No steps found\n\nClean up.\n'));
});

test('a template is asked for nothing', () => {
  checkRule(rule, ofKind(rollback, '# DiskFull\n\nA disk is full.\n', 'alerts/_template.md'));
});
