import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point, release } from '../../documents';

test('an empty fence', () => {
  checkRule(
    'empty-rollback',
    point(change(playbook, 'make remove-copy\n```', '```'), 'Rollback', 'warning: empty', 'Phase 2: Copy'),
  );
});

test('an empty label', () => {
  checkRule(
    'empty-rollback',
    point(change(playbook, '```bash\nmake remove-copy\n```\n\n', ''), 'Rollback', 'warning', 'Phase 2: Copy'),
  );
});

test('an item of dots', () => {
  checkRule(
    'empty-rollback',
    point(
      change(playbook, '```bash\nmake remove-copy\n```', '1. ...'),
      'Rollback',
      'warning',
      'Phase 2: Copy',
    ),
  );
});

test('template text', () => {
  checkRule(
    'empty-rollback',
    point(
      change(playbook, 'make remove-copy', '[Steps back for this phase]'),
      'Rollback',
      'warning',
      'Phase 2: Copy',
    ),
  );
});

test('in the plan', () => {
  checkRule(
    'empty-rollback',
    point(change(playbook, '1. make remove-copy\n', ''), 'From Phase 2', 'warning'),
  );
});

test('the section of a release', () => {
  checkRule(
    'empty-rollback',
    point(
      change(release, /(?<=## 6[.] Rollback Procedure\n)[^]*?(?=## 7)/, '\n'),
      '6. Rollback Procedure',
      'warning',
    ),
  );
});

test('"From Phase" outside of playbooks is no rollback, and whom to tell is none', () => {
  checkRule('empty-rollback', change(release, '## 7. Post', '**From Phase 2:**\n\n## 7. Post'));
  checkRule(
    'empty-rollback',
    change(playbook, '### Data Pres', '### Communication During Rollback\n\n### Data Pres'),
  );
});

test.each([
  '# commands to undo it',
  '# TODO: add the commands of the way back here, one per line',
  '...',
  '// undo\n\n# ...',
])('code in which nothing runs is empty: %s', (code) => {
  const text = change(playbook, 'make remove-copy\n', `${code}\n`);
  checkRule('empty-rollback', point(text, 'Rollback', 'warning: empty', 'Phase 2: Copy'));
});

test.each(['# restart it with the configuration of yesterday', '# undo\nmake undo'])(
  'and what says more is not: %s',
  (code) => {
    checkRule('empty-rollback', change(playbook, 'make remove-copy\n', `${code}\n`));
  },
);

test('a line that says what the heading says leads over to the headings below', () => {
  const text = (lines: string): string =>
    `//- /a.md\n---\nrunbook: entry\n---\n# RUN-001: Pool\n\n## Rollback\n\n${lines}`;
  checkRule(
    'empty-rollback',
    text('If the upgrade fails:\n\n### 1. Stop the pool\n\n`a`\n\n### 2. Start the old one\n\n`b`\n'),
  );
  checkRule(
    'empty-rollback',
    text('**If the upgrade fails:**\n  ^^^^^^^^^^^^^^^^^^^^ warning\n\n**Owner:** Data Team\n'),
  );
});
