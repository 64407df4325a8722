import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('a phase is left out', () => {
  checkRule(
    'rollback-plan-coverage',
    point(
      change(playbook, '**From Phase 2:**\n\n```\n1. make remove-copy\n```\n\n', ''),
      'Complete Rollback Procedure',
      'warning: does not cover Phase 2',
    ),
  );
});

test('several phases are left out', () => {
  checkRule(
    'rollback-plan-coverage',
    point(
      change(playbook, /\*\*From Phase 2:[^]*?(?=### Data)/, ''),
      'Complete Rollback Procedure',
      'warning: does not cover phases 1, 2',
    ),
  );
});

test('the rollback of an entry in front of the plan is not the plan', () => {
  const entry = '## RUN-009: Drain the queue\n\n**Rollback:** Start the consumers.\n\n';
  checkRule(
    'rollback-plan-coverage',
    point(
      change(
        change(playbook, '**From Phase 2:**\n\n```\n1. make remove-copy\n```\n\n', ''),
        '## Rollback Plan',
        `${entry}## Rollback Plan`,
      ),
      'Complete Rollback Procedure',
      'warning: does not cover Phase 2',
    ),
  );
});

test('headings, ranges and "any phase"', () => {
  checkRule(
    'rollback-plan-coverage',
    change(
      change(playbook, '**From Phase 3:**', '#### From Phases 2-3'),
      '**From Phase 2:**\n\n```\n1. make remove-copy\n```\n\n',
      '',
    ),
  );
});

test('the fix adds what is missing where it belongs', () => {
  const document = change(playbook, '**From Phase 2:**\n\n```\n1. make remove-copy\n```\n\n', '');
  checkFix(
    'rollback-plan-coverage',
    document,
    change(playbook, '1. make remove-copy', '[First step back]\n[How to see that it worked]'),
    'Add a rollback',
  );
});

const rule = 'rollback-plan-coverage';
const plan = /(?<=### Complete Rollback Procedure\n\n)[^]*?(?=### Data)/;

test.each(['None needed: nothing is written.', 'Not possible.', 'N/A'])(
  'a plan that says "%s" covers all',
  (words) => {
    checkRule(rule, change(playbook, /(?<=## Rollback Plan\n\n)[^]*?(?=## Comm)/, `${words}\n\n`));
  },
);

test('a plan from a phase that is not named is taken to cover all', () => {
  checkRule(rule, change(playbook, plan, '**From any phase:**\n\n```\n1. make remove-host\n```\n\n'));
});

test('without a procedure of its own, the plan itself is pointed at', () => {
  checkRule(
    rule,
    point(
      change(
        change(playbook, '### Complete Rollback Procedure\n\n', ''),
        /\*\*From Phase 2:[^]*?(?=\*\*From Phase 1)/,
        '',
      ),
      'Rollback Plan',
      'warning: does not cover Phase 2',
    ),
  );
});

test('more phases than a message holds are listed in part', () => {
  const many = change(
    playbook,
    '## Decision Framework',
    `${Array.from({ length: 20 }, (_, index) => `### Phase ${String(index + 4)}: More\n\n**Objective:** More.\n\n---\n`).join('\n')}\n## Decision Framework`,
  );
  checkRule(rule, point(many, 'Complete Rollback Procedure', 'warning: does not cover phases 4, 5, 6'));
});

const steps = (label: string): string =>
  `**From Phase ${label}:**\n\n\`\`\`\n[First step back]\n[How to see that it worked]\n\`\`\`\n\n`;
const given = (label: string, command: string): string =>
  `**From Phase ${label}:**\n\n\`\`\`\n1. make ${command}\n\`\`\`\n\n`;

test('a plan that runs forwards gets the phase behind the others', () => {
  const forwards = (more: string): string =>
    change(playbook, plan, given('1', 'remove-host') + given('2', 'remove-copy') + more);
  checkFix(rule, forwards(''), forwards(steps('3')), 'Add a rollback from Phase 3');
});

test('one that runs backwards gets it before the first earlier phase', () => {
  const backwards = (more: string): string =>
    change(playbook, plan, more + given('2', 'remove-copy') + given('1', 'remove-host'));
  checkFix(rule, backwards(''), backwards(steps('3')), 'Add a rollback from Phase 3');
});

test.each([
  ['a symbol', '🟢 **', '**'],
  ['a shortcode', ':warning: **', '**'],
  ['bold of HTML', '<b>', '</b>'],
  ['a box', '- [ ] **', '**'],
])('%s may mark a label', (_what, open, close) => {
  const marked = playbook.replace(/^\*\*((?:Proceed|Pause|Abort|From).*)\*\*$/gm, `${open}$1${close}`);
  checkRule('rollback-plan-coverage', change(playbook, playbook, marked));
});

test('a table with a row for each phase covers these', () => {
  const rows = '| Phase | Way back |\n|---|---|\n| 1 | `a` |\n| Phase 2 | `b` |\n| III | `c` |\n\n';
  checkRule(rule, change(playbook, plan, rows));
  checkRule(
    rule,
    point(
      change(playbook, plan, rows.replace(/.*III.*\n/, '')),
      'Complete Rollback Procedure',
      'warning: does not cover Phase 3',
    ),
  );
});
