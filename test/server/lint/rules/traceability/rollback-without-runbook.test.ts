import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed, windows } from '../../../../support/sot-entries';

const rule = 'rollback-without-runbook';
const steps = [
  `1. Follow [RUN-001](#run-001-checkout-errors), beginning with \`kubectl rollout undo deploy/storefront\`
   - Verify: the health page shows the previous version.`,
  '- [RUN-001](#run-001-checkout-errors) - rollback\n',
] as const;
const heading = '### Rollback Procedure\n';

test('a rollback in prose without a runbook is a warning', () => {
  checkRule(
    rule,
    changed(
      [steps[0], 'Put the previous version back.'],
      [steps[1], ''],
      [heading, `${heading}    ^^^^^^^^^^^^^^^^^^ warning: no steps and no runbook\n`],
    ),
  );
});

test('with steps of its own it is information', () => {
  const inline =
    '1. Run `kubectl rollout undo deploy/storefront`\n   - Verify: the health page shows the old version.';
  const expected = changed(
    [steps[0], inline],
    [steps[1], ''],
    [heading, `${heading}    ^^^^^^^^^^^^^^^^^^ information: no runbook of its own\n`],
  );
  checkRule(rule, expected);
  checkRule(rule, windows(expected));
});

test('as a bold label too', () => {
  checkRule(
    rule,
    changed(
      [steps[0], 'Put the previous version back.'],
      [steps[1], ''],
      [heading, '**Roll-back**:\n  ^^^^^^^^^ warning\n'],
    ),
  );
});

test('a runbook anywhere in the entry satisfies it, and so does a reason for having none', () => {
  checkRule(rule, changed([steps[0], 'Put the previous version back.']));
  checkRule(rule, changed([steps[0], 'None needed - the page is rebuilt every hour.'], [steps[1], '']));
});
