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
  ^^^^^^^^ hint: how to see that it worked
  ^^^^^^^^ error: how to go back
  ^^^^^^^^ warning: whom to turn to
  ^^^^^^^^ information: Nobody is named
  ^^^^^^^^ warning: No date of a review

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
