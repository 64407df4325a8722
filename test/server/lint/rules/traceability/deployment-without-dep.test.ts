import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed } from '../../../../support/sot-entries';

const rule = 'deployment-without-dep';
const category = ['**Category**: Incident Response', '**Category**: Deployment'] as const;
const linked = ['- [DEP-001](#dep-001-roll-out-the-storefront) - deployment\n', ''] as const;
const named = [
  ['1. Follow [RUN-001](#run-001-checkout-errors), beginning with', '1. Begin with'],
  ['- [RUN-001](#run-001-checkout-errors) - rollback\n', ''],
] as const;
const heading = '## RUN-001: Checkout errors\n';

test('a deployment runbook linked to no deployment entry is information', () => {
  checkRule(
    rule,
    changed(category, linked, ...named, [
      heading,
      `${heading}   ^^^^^^^^^^^^^^^^^^^^^^^^ information: without a DEP entry\n`,
    ]),
  );
});

test('a link in either direction is enough', () => {
  checkRule(rule, changed(category, linked));
  checkRule(rule, changed(category, ...named));
});

test('runbooks of other categories need none', () => {
  checkRule(rule, changed(linked, ...named));
});

const caret = `${heading}   ^^^^^^^^^^^^^^^^^^^^^^^^ information\n`;

test('a link from an entry that is no deployment is not enough, nor is an example in one', () => {
  checkRule(rule, changed(category, linked, ...named, [heading, caret]));
  checkRule(
    rule,
    changed(
      category,
      linked,
      ['1. Follow [RUN-001](#run-001-checkout-errors), beginning with', '1. Begin with'],
      ['- [RUN-001](#run-001-checkout-errors) - rollback\n', '\n```\nRUN-001\n```\n'],
      [heading, caret],
    ),
  );
});

test('deprecated runbooks, other entries and categories that only mention a deployment are left alone', () => {
  checkRule(
    rule,
    changed(category, linked, ...named, [heading, '## RUN-001: Checkout errors [DEPRECATED]\n']),
  );
  checkRule(
    rule,
    changed(['**Category**: Incident Response', '**Category**: No deployment'], linked, ...named),
  );
  checkRule(rule, changed(['**Category**: Incident Response\n', ''], linked, ...named));
  checkRule(rule, changed(['**Category**: Availability', '**Category**: Deployment']));
});
