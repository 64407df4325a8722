import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed, windows } from '../../../../support/sot-entries';

const rule = 'risk-without-runbook';
const link = ['- [RISK-001](#risk-001-payment-provider-is-down) - risk\n', ''] as const;
const heading = '## RISK-001: Payment provider is down\n';
const caret = (words: string): string =>
  `${heading}   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: ${words}\n`;

test('a high risk that no runbook names is a warning', () => {
  checkRule(rule, changed(link, [heading, caret('Impact High')]));
  checkRule(rule, windows(changed(link, [heading, caret('Impact High')])));
});

test('a runbook that the risk names is the one to add it to', () => {
  const named = ['Cards cannot be charged.', 'Cards cannot be charged, see RUN-001.'] as const;
  checkRule(rule, changed(link, named, [heading, caret('Add RISK-001 to the linked IDs of RUN-001')]));
});

test('likelihood weighs as much, in every carrier', () => {
  checkRule(
    rule,
    changed(
      link,
      ['**Impact**: High\n**Likelihood**: Low', 'Impact: Low\nProbability: Medium (twice a year)'],
      [heading, caret('Likelihood Medium')],
    ),
  );
  checkRule(
    rule,
    changed(
      link,
      ['**Impact**: High\n**Likelihood**: Low', '| Field | Value |\n| --- | --- |\n| Impact | High |'],
      [heading, caret('Impact High')],
    ),
  );
});

test('rows of a register are risks as well', () => {
  const row = '| RISK-002 | Mails are late | High | Low | Open |\n';
  checkRule(
    rule,
    changed([
      'Cards cannot be charged.',
      `Cards cannot be charged.

## Other risks

| ID | Risk | Impact | Likelihood | Status |
| --- | --- | --- | --- | --- |
${row}  ^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Impact High
| RISK-003 | Paper runs out | Low | Low | Open |
| RISK-004 | Office floods | High | Low | Closed |`,
    ]),
  );
});

test('low, closed and mitigated risks need none', () => {
  checkRule(rule, changed(link, ['**Impact**: High', '**Impact**: Low']));
  checkRule(rule, changed(link, ['**Status**: Open', '**Status**: Closed (2026-05-01)']));
  checkRule(rule, changed(link, ['**Status**: Open', '**Status**: Mitigated']));
});

test('only a runbook counts as one that names it', () => {
  checkRule(
    rule,
    changed(
      link,
      [
        '- [MON-001](#mon-001-checkout-error-rate) - first metric',
        '- RISK-001, and [MON-001](#mon-001-checkout-error-rate) - first metric',
      ],
      [heading, caret('No runbook covers RISK-001')],
    ),
  );
});
