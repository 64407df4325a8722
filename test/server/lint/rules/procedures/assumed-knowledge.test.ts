import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'assumed-knowledge';

const step = (body: string): string =>
  runEntry({
    procedure: `\n## Procedure\n\n### Step 1: Restart the pooler\n${body}\n\nVerification:\n- [ ] The gauge falls`,
  });

test('phrases for insiders are information on the phrase', () => {
  checkRule(
    rule,
    step('Restart `pgbouncer` as usual.\n                    ^^^^^^^^ information: assumes knowledge'),
  );
  checkRule(rule, step('- You know how to do this: `pgb restart`\n  ^^^^^^^^^^^^ information'));
  checkRule(rule, step('- Obviously, close the shop first: `shop close`\n  ^^^^^^^^^ information'));
});

test('code and text outside of steps do not count', () => {
  checkRule(rule, step('```bash\necho "as usual"\n```'));
  checkRule(rule, step('Run `simply restart`.'));
  checkRule(rule, runEntry({ trigger: 'Trigger: the gauge is high, as usual on Mondays' }));
});

test('a phrase of a draft is no louder than it', () => {
  checkRule(
    rule,
    step('Restart `pgbouncer` as usual.\n                    ^^^^^^^^ hint').replace(
      'Owner:',
      'Status: Draft\nOwner:',
    ),
  );
});
