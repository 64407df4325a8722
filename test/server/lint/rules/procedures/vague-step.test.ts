import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'vague-step';

const step = (body: string): string =>
  runEntry({
    procedure: `\n## Procedure\n\n### Step 1: Restart the pooler\n${body}\n\nVerification:\n- [ ] The gauge falls`,
  });

test('phrases that leave open what to do are information', () => {
  checkRule(
    rule,
    step('- Investigate the issue\n  ^^^^^^^^^^^^^^^^^^^^^ information: each responder does it differently'),
  );
  checkRule(rule, step('Scale the pool as needed.\n               ^^^^^^^^^ information'));
  checkRule(rule, step('- 🔥 Fix the problem\n     ^^^^^^^^^^^^^^^ information'));
});

test('an item with code, a link, an identifier or a number says what to do', () => {
  checkRule(rule, step('- Fix the problem with `pgb repair`'));
  checkRule(rule, step('- Fix the problem as RUN-004 says'));
  checkRule(rule, step('- Scale out as needed, to at most 6 replicas'));
  checkRule(rule, step('- Fix the problem, see [the list](causes.md)'));
});

test('code, comments and text outside of steps do not count', () => {
  checkRule(rule, step('```bash\n# fix the problem\npgb restart\n```'));
  checkRule(rule, step('Run `pgb restart`. <!-- as needed -->'));
  checkRule(
    rule,
    runEntry({ scope: '\n## Scope\n- **Handles**: to fix the problem\n- **Does NOT handle**: the rest' }),
  );
});

test('a title says what to do where its step does', () => {
  const titled = (body: string): string =>
    runEntry({
      procedure: `\n## Procedure\n\n### Step 1: Fix the problem\n${body}\n\nVerification:\n- [ ] ok`,
    });
  checkRule(rule, titled('Run `pgb repair`.'));
  checkRule(rule, titled('Scale out to 6 replicas.'));
  checkRule(rule, titled('            ^^^^^^^^^^^^^^^ information\nAsk the lead.'));
});

test('the number of an item does not make it concrete', () => {
  checkRule(
    rule,
    runEntry({
      procedure:
        '\n## Steps\n1. Fix the problem\n   ^^^^^^^^^^^^^^^ information\n2. Fix the problem on 2 hosts',
    }),
  );
});

test.each([
  'Do what is necessary',
  'take appropriate action',
  'Make sure everything works',
  'check that it works',
  'troubleshoot everything',
  'Restart the pooler, the writer and so on',
])('"%s" is vague', (words) => {
  const phrase = words.replace('Restart the pooler, the writer ', '');
  checkRule(
    rule,
    step(
      `- ${words}\n${' '.repeat(2 + words.length - phrase.length)}${'^'.repeat(phrase.length)} information`,
    ),
  );
});

test('a vague step of a draft is no louder than it', () => {
  checkRule(
    rule,
    step('- Fix the problem\n  ^^^^^^^^^^^^^^^ hint').replace('Owner:', 'Status: Draft\nOwner:'),
  );
});
