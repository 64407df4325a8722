import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('one branch', () => {
  checkRule(
    'incomplete-decision-point',
    point(
      change(playbook, '- **If mail is lost**: go back\n', ''),
      'Decision Point',
      'warning: only one branch, so',
    ),
  );
});

test('no escalation', () => {
  checkRule(
    'incomplete-decision-point',
    point(
      change(playbook, '- **Escalation**: call the mail team\n', ''),
      'Decision Point',
      'warning: has no escalation, so',
    ),
  );
});

test('one branch and no escalation', () => {
  checkRule(
    'incomplete-decision-point',
    point(
      change(playbook, '- **If mail is lost**: go back\n- **Escalation**: call the mail team\n', ''),
      'Decision Point',
      'warning: only one branch and no escalation',
    ),
  );
});

test('no branches', () => {
  const branches = '- **If mail is late**: wait for one hour\n- **If mail is lost**: go back\n';
  checkRule(
    'incomplete-decision-point',
    point(
      change(
        playbook,
        `${branches}- **Escalation**: call the mail team\n`,
        'Decide by the escalation policy.\n',
      ),
      'Decision Point',
      'warning: has no branches, so',
    ),
  );
  checkRule(
    'incomplete-decision-point',
    point(
      change(playbook, `${branches}- **Escalation**: call the mail team\n`, 'Decide.\n'),
      'Decision Point',
      'warning: no branches and no escalation',
    ),
  );
});

test('branches as a table', () => {
  checkRule(
    'incomplete-decision-point',
    change(
      playbook,
      '- **If mail is late**: wait for one hour\n- **If mail is lost**: go back\n- **Escalation**: call the mail team',
      '| If | Then |\n| --- | --- |\n| If mail is late | wait |\n| If mail is lost | go back, escalate to the mail team |',
    ),
  );
});

const rule = 'incomplete-decision-point';
const items =
  '- **If mail is late**: wait for one hour\n- **If mail is lost**: go back\n- **Escalation**: call the mail team\n';
const decision = (text: string): string => change(playbook, items, text);

test('a phase without a decision point needs none', () => {
  checkRule(rule, change(playbook, `**Decision Point:**\n\n${items}\n`, ''));
});

test.each([
  ['items without conditions', '- Mail is late: wait\n- Mail is lost: go back, escalate\n'],
  ['numbered items', '1. If mail is late: wait\n2. Otherwise: escalate\n'],
  ['lines of text', 'If mail is late, wait.\nWhen mail is lost, go back and escalate.\n'],
  ['a table of cases', '| Case | Action |\n| --- | --- |\n| Late | wait |\n| Lost | go back, escalate |\n'],
])('%s are branches', (_what, text) => {
  checkRule(rule, decision(text));
});

test('one row of a table is one branch, and empty rows are none', () => {
  checkRule(
    rule,
    point(
      decision('| Case | Action |\n| --- | --- |\n| Late | wait, escalate |\n| | |\n'),
      'Decision Point',
      'warning: only one branch, so',
    ),
  );
});

test('a table of something else holds no branches', () => {
  checkRule(
    rule,
    point(
      decision('| Name | Pager |\n| --- | --- |\n| Mail team | 1, escalates |\n| Lead | 2 |\n'),
      'Decision Point',
      'warning: has no branches, so',
    ),
  );
});

test('branches that are sentences of one line', () => {
  checkRule(
    'incomplete-decision-point',
    change(
      playbook,
      /- \*\*If mail is late[^]*?mail team\n/,
      'If mail is late, wait for one hour. If mail is lost, go back. Escalate to the mail team.\n',
    ),
  );
});

test.each([
  '**Yes:** wait for one hour\n\n**No:** go back',
  '```mermaid\nflowchart TD\n  A{Late?} -->|yes| B[Wait]\n  A -->|no| C[Go back]\n```',
])('answers in other forms are branches: %s', (answers) => {
  checkRule(
    'incomplete-decision-point',
    change(
      playbook,
      '- **If mail is late**: wait for one hour\n- **If mail is lost**: go back\n',
      `${answers}\n\n`,
    ),
  );
});
