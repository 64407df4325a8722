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

test('thresholds may be a field or the column of a table', () => {
  const section = '### Thresholds\n\n| Level    | Threshold |';
  checkRule(
    rule,
    changed(
      bare,
      [section, '### Notes\n\n| Level    | Remark |'],
      ['### Metric Definition', '**Threshold**: above 2 %\n\n### Metric Definition'],
      [heading, caret],
    ),
  );
  checkRule(
    rule,
    changed(
      bare,
      [section, '### Notes\n\n| Level    | Remark |'],
      ['### Metric Definition', '**Threshold**:\n\n### Metric Definition'],
    ),
  );
  checkRule(rule, changed(bare, [section, '### Levels\n\n| Level    | Threshold |'], [heading, caret]));
});

test('where several runbooks name the alert, the author picks one', () => {
  const other =
    '## RUN-002: Checkout is slow\n\n**ID**: RUN-002\n**Status**: Active\n**Linked IDs**: MON-001\n';
  const two = ['## MON-001:', `${other}\n---\n\n## MON-001:`] as const;
  checkFix(
    rule,
    changed(bare, two),
    changed(two, [bare[0], '- Payments dashboard\n- RUN-002 - Checkout is slow']),
    'Add RUN-002 - Checkout is slow to MON-001',
  );
});

test('where no runbook names the alert, the fix leaves a place for one', () => {
  const unnamed = ['[MON-001](#mon-001-checkout-error-rate) has paged, and the share', 'The share'] as const;
  const unlinked = ['- [MON-001](#mon-001-checkout-error-rate) - alert\n', ''] as const;
  checkFix(
    rule,
    changed(bare, unnamed, unlinked),
    changed(unnamed, unlinked, [bare[0], '- Payments dashboard\n- RUN-XXX']),
    'Add a placeholder for the runbook to MON-001',
  );
});

test('the runbook is added to a field, after what it holds, and to the fields of an entry without sections', () => {
  const section = '\n### Related\n\n- [RUN-001](#run-001-checkout-errors) - what to do\n';
  const field = (value: string) =>
    [
      ['\n### Metric Definition', `**Linked IDs**:${value}\n\n### Metric Definition`],
      [section, ''],
    ] as const;
  checkFix(rule, changed(...field(' DEP-001')), changed(...field(' DEP-001, RUN-001')));
  checkFix(rule, changed(...field('')), changed(...field(' RUN-001')));
});
