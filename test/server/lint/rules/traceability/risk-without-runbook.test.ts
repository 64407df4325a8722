import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed, sotEntries, windows } from '../../../../support/sot-entries';

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

test('a workspace that has no runbooks cannot cover a risk', () => {
  checkRule(
    rule,
    changed([', RUN-XXX', ''], [/## RUN-001[^]*?(?=## MON-001)/.exec(sotEntries)?.[0] ?? '', '']),
  );
});

test('a runbook that is deprecated, or not there, is none to add it to', () => {
  checkRule(
    rule,
    changed(
      link,
      ['Cards cannot be charged.', 'Cards cannot be charged, see RUN-077.'],
      [heading, caret('No runbook covers RISK-001 (Impact High)')],
    ),
  );
  checkRule(
    rule,
    changed(
      link,
      ['Cards cannot be charged.', 'Cards cannot be charged, see RUN-001.'],
      ['## RUN-001: Checkout errors\n', '## RUN-001: Checkout errors [DEPRECATED]\n'],
      [heading, caret('No runbook covers RISK-001 (Impact High)')],
    ),
  );
});

test('deprecated risks and stubs need none', () => {
  checkRule(rule, changed(link, [heading, '## RISK-001: Payment provider is down [DEPRECATED]\n']));
});

test('what is struck out or quoted as code names nothing', () => {
  checkRule(
    rule,
    changed(
      ['- [RISK-001](#risk-001-payment-provider-is-down) - risk\n', '```\nRISK-001\n```\n'],
      [heading, caret('No runbook covers RISK-001')],
    ),
  );
});

test('a file that is named after its runbook names it in all its text', () => {
  checkRule(
    rule,
    `${changed(link)}//- /RUN-002-payment.md\n# Payment provider is down\n\nFor RISK-001: run \`pay fallback\`.\n`,
  );
  checkRule(
    rule,
    `${changed(link, [heading, caret('No runbook covers RISK-001')])}//- /notes.md\n# Notes\n\nFor RISK-001: ask.\n`,
  );
});

test('a likely risk that names a runbook says which', () => {
  checkRule(
    rule,
    changed(
      link,
      ['**Impact**: High\n**Likelihood**: Low', '**Likelihood**: High'],
      ['Cards cannot be charged.', 'Cards cannot be charged, see RUN-001.'],
      [heading, caret('No runbook names RISK-001 (Likelihood High), so responders may not find RUN-001')],
    ),
  );
});
