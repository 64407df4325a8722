import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'missing-scope';
const handles = '- **Handles**: [Situations meant]';
const not = '- **Does NOT handle**: [Similar situations not meant, and where to go]';

test('both halves in other words satisfy it', () => {
  checkRule(rule, runEntry());
  checkRule(rule, runEntry({ scope: '\n## Scope\n\n**In scope:** the pool\n\n**Out of scope:** the disk' }));
  checkRule(
    rule,
    runEntry({ scope: '\n## Scope\nThis runbook covers the pool. It does not cover the disk.' }),
  );
});

test.each([
  '## In scope\n\n- the pool\n\n## Out of scope\n\n- the disk',
  '## Scope\n\n| Handles | Does not handle |\n| --- | --- |\n| the pool | the disk |',
  '## Scope\n\n- ✅ the pool\n- ❌ the disk',
  '## What this covers\n\n- the pool\n\n## What this does not cover\n\n- the disk',
  '## Applies to\n\nThe pool.\n\n## Does not apply to\n\nThe disk.',
  '## Scope\n\n- **Do** use it for the pool\n- **Do not** use it for the disk',
])('so do both in the form of %j', (scope) => {
  checkRule(rule, runEntry({ scope: `\n${scope}` }));
});

test('a missing half is information on the scope, a missing scope on the entry', () => {
  checkRule(
    rule,
    runEntry({ scope: '\n## Scope\n   ^^^^^ information: what it does not handle\n- **Handles**: the pool' }),
  );
  checkRule(
    rule,
    runEntry({
      scope:
        '\n## Scope\n   ^^^^^ information: what it handles\n- **Handles**:\n- **Does NOT handle**: disks',
    }),
  );
  checkRule(
    rule,
    runEntry({
      title: `RUN-001: Connection pool is exhausted
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: "Handles:" and "Does NOT handle:"`,
      scope: null,
    }),
  );
});

test('the fix adds what is missing', () => {
  checkFix(
    rule,
    runEntry({ scope: '\n## Scope\n- **Handles**: the pool' }),
    runEntry({ scope: `\n## Scope\n- **Handles**: the pool\n${not}` }),
    'Does NOT',
  );
  checkFix(rule, runEntry({ scope: null }), runEntry({ scope: `\n## Scope\n${handles}\n${not}` }), 'Handles');
});

test('two sentences of a line may be the two halves', () => {
  checkRule(rule, runEntry({ scope: '\n## Scope\nHandles the pool. Excludes the disk.' }));
  checkRule(rule, runEntry({ scope: '\n## Scope\nIt covers the pool; it does not apply to the disk.' }));
});

test('the fix fills an empty scope', () => {
  checkFix(
    rule,
    runEntry({ scope: '\n## Scope' }),
    runEntry({ scope: `\n## Scope\n\n${handles}\n${not}` }),
    'Add "Handles" and "Does NOT handle" to RUN-001',
  );
});

test('the fix goes behind an element that holds the steps, at the level of sections', () => {
  const entry = (more: string): string =>
    `//- /SoT.RUN.md\n# Runbooks (SoT File)\n\n## RUN-001: Disk\n\n**Owner**: Ops\n\n<details>\n<summary>Steps</summary>\n\n#### Step 1: Look\n\n\`df\`\n\n</details>\n${more}\n## RUN-002: Pool\n\n**Owner**: Ops\n\n### Scope\n\n${handles}\n${not}\n`;
  checkFix(rule, entry(''), entry(`\n### Scope\n\n${handles}\n${not}\n`), 'Handles');
});
