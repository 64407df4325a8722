import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'empty-verification';

const verified = (verification: string): string =>
  runEntry({
    procedure: `\n## Procedure\n\n### Step 1: Restart the pooler\n\`systemctl restart pgbouncer\`\n\n${verification}\n`,
  });

test('words in any form are a verification', () => {
  checkRule(rule, verified('Verification:\n- [ ] The gauge falls'));
  checkRule(rule, verified('**Expected Output:** `active`'));
  checkRule(rule, verified('**Expected Output:**\n```\nactive\n```'));
  checkRule(rule, verified('**Verification:**\n\n| Check | Pass |\n| --- | --- |\n| gauge | [ ] |'));
  checkRule(rule, verified('Verification:\n- [ ] The host `[name]` answers'));
});

test('a verification without words is a warning on its name', () => {
  checkRule(rule, verified('Verification:\n^^^^^^^^^^^^ warning: is empty'));
  checkRule(rule, verified('**Verification:**\n  ^^^^^^^^^^^^ warning'));
  checkRule(rule, verified('#### Verification\n     ^^^^^^^^^^^^ warning\n\n<!-- later -->'));
});

test.each(['...', '…', '&nbsp;', 'N/A.', '—'])('nor are there any in "%s"', (nothing) => {
  checkRule(rule, verified(`**Verification:** ${nothing}\n  ^^^^^^^^^^^^ warning: is empty`));
});

test('an empty item is a warning on the item', () => {
  checkRule(rule, verified('Verification:\n- [ ] The gauge falls\n- [ ]\n  ^^^ warning: is empty'));
  checkRule(rule, verified('Verification:\n\n-\n^ warning\n- [ ] The gauge falls'));
});

test('template text instead of an answer is a warning on it', () => {
  checkRule(
    rule,
    verified('Verification:\n- [ ] [How to confirm it]\n      ^^^^^^^^^^^^^^^^^^^ warning: template text'),
  );
  checkRule(
    rule,
    verified('**Expected Output:** {what to expect}\n                     ^^^^^^^^^^^^^^^^ warning'),
  );
});

test('steps in a fence count', () => {
  const release = (verify: string): string => `//- /release.md
# Release Runbook: Shop v1.2.0

**Rollback Deadline:** 2 hours

## 3. Build Steps

\`\`\`
Step 1: Tag the release
  $ git push origin v1.2.0
${verify}
\`\`\`
`;
  checkRule(rule, release('  - Verify: the tag is listed'));
  checkRule(rule, release('  - Verify:\n  ^^^^^^^^^ warning'));
  checkRule(rule, release('  - Verify: [how to confirm]\n            ^^^^^^^^^^^^^^^^ warning'));
});

test('steps in a draft are no louder than it', () => {
  checkRule(
    rule,
    verified('Verification:\n^^^^^^^^^^^^ information: is empty').replace('Owner:', 'Status: Draft\nOwner:'),
  );
});

test('what the verification should confirm is not said to lack one', () => {
  checkRule('missing-verification', verified('Verification:'));
  checkRule(
    'unverified-procedure',
    runEntry({ procedure: '\n## Steps\n\n1. Run `pgb a`\n   - Verify:\n2. Run `pgb b`\n' }),
  );
});

test.each([
  'Check:\n- [ ] \n  ^^^ warning: is empty',
  '**Result**:\n  ^^^^^^ warning: is empty',
  '**Check**:\n- [ ] \n  ^^^ warning: is empty',
  '**Expected:** [what to expect]\n              ^^^^^^^^^^^^^^^^ warning',
  '- [ ] \n  ^^^ warning: is empty',
])('what confirms a step by another name: %s', (verification) => {
  checkRule(rule, verified(verification));
});

test.each([
  'Check:\n- [ ] The gauge falls',
  '**Result**:\n\nThe gauge falls.',
  '**Output**:\n```\nok\n```',
  '**Test**: `pgb ok`',
])('what does confirm it: %s', (verification) => {
  checkRule(rule, verified(verification));
  checkRule('missing-verification', verified(verification));
});

test('a step that looks may leave its result to be filled in', () => {
  const text = verified('**Result**:').replace('Step 1: Restart the pooler', 'Step 1: Check the pooler');
  checkRule(rule, text);
});

test('a name in italics does not hold the steps behind it', () => {
  const step = (number: number, verification: string): string =>
    `**Step ${String(number)}: Restart**\n\n\`\`\`sh\npgb ${String(number)}\n\`\`\`\n\n${verification}\n\n`;
  for (const name of ['*Expected Output:*', '**Expected Output:**', 'Expected Output:'])
    checkRule(
      rule,
      runEntry({
        procedure: `\n## Steps\n\n${step(1, `${name} ok`)}${step(
          2,
          `${name}\n${name
            .replace(/\w.*\w/, (words) => '^'.repeat(words.length))
            .replace(/[*:]/g, ' ')
            .trimEnd()} warning: is empty`,
        )}${step(3, `${name} ok`)}`,
      }),
    );
});

test('in a list of titles a title that verifies is none', () => {
  const list = (items: string): string => runEntry({ procedure: `\n## Deployment Steps\n\n${items}` });
  checkRule(
    rule,
    list('1. **Pre-deployment validation**\n2. **Canary**\n3. **Post-deployment verification**'),
  );
  checkRule(
    rule,
    list(
      '1. **Canary**\n   Run `a`\n2. **Post-deployment verification**\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning',
    ),
  );
});

test('a bold item to tick is none, unless it waits for words', () => {
  const list = (items: string): string => runEntry({ post: `\n## Post-Incident\n\n${items}` });
  checkRule(rule, list('- [ ] **Daily backup verification**\n- [ ] **Log review**'));
  checkRule(
    rule,
    list('- [ ] **Backup verification:**\n        ^^^^^^^^^^^^^^^^^^^ warning\n- [ ] **Log review**'),
  );
});
