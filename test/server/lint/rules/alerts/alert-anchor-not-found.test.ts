import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { alertsOf, runbooks } from '../../../../support/alert-files';

const rule = 'alert-anchor-not-found';
const at = (fragment: string, expected = ''): string =>
  `${runbooks}${alertsOf(`\n          runbook_url: docs/SoT.RUNBOOKS.md#${fragment}${expected}`)}`;

test('a heading that the runbook does not have is a warning on the fragment', () => {
  checkRule(
    rule,
    at(
      'when-it-is-slower',
      '\n                                            ^^^^^^^^^^^^^^^^^ warning: Did you mean "#when-it-is-slow"?',
    ),
  );
});

test('case does not matter, an identifier at the beginning is enough, lines are no headings', () => {
  for (const fragment of [
    'When-It-Is-Slow',
    'run-011',
    'run-001-an-older-title',
    'L12',
    'user-content-when-it-is-slow',
  ])
    checkRule(rule, at(fragment));
});

test('the anchor changes, and no other byte', () => {
  checkFix(rule, at('when-it(is)slow'), at('when-it-is-slow'), '#when-it-is-slow');
});

test('an anchor that differs in signs alone is meant, however many they are', () => {
  const pool = runbooks.replace('### When it is slow', '### CPU / I/O / %iowait');
  const to = (fragment: string): string =>
    `${pool}${alertsOf(`\n          runbook_url: docs/SoT.RUNBOOKS.md#${fragment}`)}`;
  checkFix(rule, to('CPU-I-O-(%iowait)'), to('cpu--io--iowait'), '#cpu--io--iowait');
});

test('where no heading is like it, none is proposed', () => {
  checkRule(
    rule,
    at(
      'rotate-keys',
      '\n                                            ^^^^^^^^^^^ warning: Use the anchor of one of its headings',
    ),
  );
});

test('an identifier and a whole page have no fragment to miss', () => {
  for (const address of ['RUN-099', 'docs/SoT.RUNBOOKS.md', 'docs/gone.md#there'])
    checkRule(rule, `${runbooks}${alertsOf(`\n          runbook_url: ${address}`)}`);
});
