import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotFile } from '../../run-entry';

const rule = 'missing-trigger';
const words = '[What starts this runbook]';
const missing = `RUN-001: Connection pool is exhausted
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: when to use it`;

test('a trigger in any carrier and by any name satisfies it', () => {
  checkRule(rule, runEntry());
  checkRule(rule, runEntry({ trigger: '**Triggers:** MON-001' }));
  checkRule(rule, runEntry({ trigger: '\n## When to Use\n\nThe gauge is above 90 %\n' }));
  checkRule(rule, runEntry({ trigger: '\n### Symptoms\n\n- errors at checkout\n' }));
  checkRule(rule, runEntry({ trigger: '\n**What fired:**\n- the pool alert\n' }));
  checkRule(rule, runEntry({ trigger: '| Field | Value |\n| --- | --- |\n| Trigger | the pool alert |\n' }));
});

test('without one the entry is a warning on its name', () => {
  checkRule(rule, runEntry({ title: missing, trigger: null }));
  checkRule(rule, runEntry({ title: missing, trigger: '```\nTrigger: an alert\n```' }));
});

test('an empty one is a warning on its own name', () => {
  checkRule(rule, runEntry({ trigger: 'Trigger:\n^^^^^^^ warning: when to use it' }));
  checkRule(
    rule,
    runEntry({
      trigger: null,
      scope:
        '\n## When to Use\n   ^^^^^^^^^^^ warning\n\n<!-- later -->\n\n## Scope\n- **Handles**: a\n- **Does NOT handle**: b',
    }),
  );
});

test.each(['</details>', '<a id="when"></a>', '---'])('%j is no trigger', (mark) => {
  const scope = '## Scope\n- **Handles**: a\n- **Does NOT handle**: b';
  checkRule(
    rule,
    runEntry({ trigger: null, scope: `\n## When to Use\n   ^^^^^^^^^^^ warning\n\n${mark}\n\n${scope}` }),
  );
  checkRule(
    rule,
    runEntry({ trigger: null, scope: `\n## When to Use\n\n${mark}\n\nThe gauge is red.\n\n${scope}` }),
  );
});

test('the fix keeps the tags of what says nothing', () => {
  checkFix(
    rule,
    runEntry({ trigger: 'Trigger: <br>' }),
    runEntry({ trigger: `Trigger: ${words} <br>` }),
    'Trigger',
  );
});

test('an address alone is one', () => {
  checkRule(rule, runEntry({ trigger: 'Trigger: <https://alerts.example/pool>' }));
  checkRule(rule, runEntry({ trigger: '\n## When to Use\n\n<https://alerts.example/pool>\n' }));
});

test('the fix adds a field where fields are in use, a section where sections are', () => {
  checkFix(rule, runEntry({ trigger: null }), runEntry({ trigger: `Trigger: ${words}` }), 'Trigger');
  const entry = (trigger: string): string =>
    sotFile(`
## RUN-004: Pool is full

**ID**: RUN-004
**Category**: Recovery
**Owner**: Data Team
**Last Tested**: 2026-11-01

${trigger}### Steps

1. Restart it with \`pgb restart\`.
   - Verify: the gauge falls.`);
  checkFix(rule, entry(''), entry(`### When to Use\n\n${words}\n\n`), 'When to Use');
  checkFix(rule, entry('### Meaning\n\n'), entry(`### Meaning\n\n${words}\n\n`), 'Trigger');
});

test('a field that says that there is none, and an empty one in a table, say nothing', () => {
  checkRule(rule, runEntry({ trigger: 'Trigger: -\n^^^^^^^ warning' }));
  checkRule(
    rule,
    runEntry({ trigger: '| Field | Value |\n| --- | --- |\n| Trigger | |\n  ^^^^^^^ warning\n' }),
  );
});

test('in a file of entries the fix follows those that have a trigger', () => {
  const file = (trigger: string, other: string): string =>
    sotFile(`
## RUN-004: Pool is full

**ID**: RUN-004
${trigger}**Owner**: Data Team

### Steps

1. Restart it with \`pgb restart\`.
   - Verify: the gauge falls.

## RUN-005: Disk is full

**ID**: RUN-005
**Owner**: Data Team
${other}
### Steps

1. Restart it with \`pgb restart\`.
   - Verify: the gauge falls.`);
  const field = '**Trigger**: the gauge is above 90 %\n';
  checkFix(rule, file('', field), file(`**Trigger**: ${words}\n`, field), 'Trigger');
});
