import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { changed, windows } from '../../../../support/sot-entries';

const rule = 'alert-without-runbook';
const bare = ['- [RUN-001](#run-001-checkout-errors) - what to do', '- Payments dashboard'] as const;
const heading = '## MON-001: Checkout error rate\n';
const caret = `${heading}   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: RUN-001 names MON-001: add it\n`;

test('an alert whose related ids name no runbook is a warning on its name', () => {
  checkRule(rule, changed(bare, [heading, caret]));
  checkRule(rule, windows(changed(bare, [heading, caret])));
});

test('where no runbook names the alert, none is suggested', () => {
  const unnamed = ['[MON-001](#mon-001-checkout-error-rate) has paged, and the share', 'The share'] as const;
  const expected = caret.replace('RUN-001 names MON-001: add it', 'Name a RUN entry');
  const unlinked = ['- [MON-001](#mon-001-checkout-error-rate) - alert\n', ''] as const;
  checkRule(rule, changed(bare, unnamed, unlinked, [heading, expected]));
});

test('a placeholder, a comment and a fenced example are no runbook', () => {
  const replaced = '- [RUN-XXX](#run-xxx-name) - soon\n<!-- RUN-001 -->\n\n```\nRUN-001\n```';
  checkRule(rule, changed([bare[0], replaced], [heading, caret]));
});

test('a runbook in the action, in a field or in running text is enough', () => {
  checkRule(rule, changed(bare, ['Page on-call, start the related runbook', 'Page on-call, start RUN-001']));
  checkRule(rule, changed(bare, ['### Metric Definition', '**Runbook**: RUN-001\n\n### Metric Definition']));
  checkRule(rule, changed(bare, ['### Dashboard', '### Response\n\nFollow RUN-001.\n\n### Dashboard']));
});

test('entries that are planned, deprecated or without thresholds are left alone', () => {
  const status = '**Category**: Availability\n**Status**: Active';
  checkRule(rule, changed(bare, [status, '**Category**: Availability\n**Status**: Planned (2027)']));
  checkRule(rule, changed(bare, [heading, '## MON-001: Checkout error rate [DEPRECATED]\n']));
  checkRule(
    rule,
    changed(bare, ['### Thresholds\n\n| Level    | Threshold |', '### Notes\n\n| Level    | Remark |']),
  );
});

test('the only runbook that names the alert is named back', () => {
  checkFix(rule, changed(bare), changed([bare[0], '- Payments dashboard\n- RUN-001 - Checkout errors']));
  checkFix(
    rule,
    windows(changed(bare)),
    windows(changed([bare[0], '- Payments dashboard\n- RUN-001 - Checkout errors'])),
  );
});

test('an alert without links gets a section', () => {
  const section = '\n### Related\n\n- [RUN-001](#run-001-checkout-errors) - what to do\n';
  checkFix(
    rule,
    changed([section, '']),
    changed([section, '\n### Related\n\n- RUN-001 - Checkout errors\n']),
  );
});
