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

test.each([
  ['code in the text', 'Run `kubectl rollout undo`.', 'information'],
  ['a fence', '```bash\nkubectl rollout undo\n```', 'information'],
  ['an item', '- Put the previous version back', 'information'],
  ['text', 'Put the previous version back.', 'warning'],
])('a rollback of %s', (_what, text, severity) => {
  checkRule(
    rule,
    changed([steps[0], text], [steps[1], ''], [heading, `${heading}    ^^^^^^^^^^^^^^^^^^ ${severity}\n`]),
  );
});

test('a fence or steps behind the rollback are none of it', () => {
  checkRule(
    rule,
    changed(
      [steps[0], 'Put it back.\n\n### Notes\n\n```\nnone\n```\n\n1. Wait'],
      [steps[1], ''],
      [heading, `${heading}    ^^^^^^^^^^^^^^^^^^ warning: no steps and no runbook\n`],
    ),
  );
});

test.each(['N/A', 'Not applicable.', '- Not needed: static', 'No rollback: forward only', 'Nothing to undo'])(
  '"%s" needs no runbook',
  (words) => {
    checkRule(rule, changed([steps[0], words], [steps[1], '']));
  },
);

test('deprecated deployments and entries of other prefixes need none', () => {
  checkRule(
    rule,
    changed(
      [steps[0], 'Put it back.'],
      [steps[1], ''],
      ['## DEP-001: Roll out the storefront\n', '## DEP-001: Roll out the storefront [DEPRECATED]\n'],
    ),
  );
  checkRule(
    rule,
    changed(
      ['### Dashboard\n', '### Rollback\n\nPut it back.\n\n### Dashboard\n'],
      ['- [RUN-001](#run-001-checkout-errors) - what to do', '- nothing'],
    ),
  );
});

test('a deployment without a rollback is for another rule, and for this one where that is off', () => {
  const none = changed([`${heading}\n${steps[0]}\n\n`, ''], [steps[1], '']);
  checkRule(rule, none);
  checkRule(
    rule,
    `//- /.runbook.yaml\nrules:\n  missing-rollback: off\n${none.replace(
      '## DEP-001: Roll out the storefront\n',
      '## DEP-001: Roll out the storefront\n   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: no steps and no runbook\n',
    )}`,
  );
});
