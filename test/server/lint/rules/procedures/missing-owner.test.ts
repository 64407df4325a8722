import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry, sotFile } from '../../run-entry';

const rule = 'missing-owner';

test('an entry with an owner in any carrier is left alone', () => {
  checkRule(rule, runEntry());
  checkRule(rule, runEntry({ owner: '**Owner:** Data Team' }));
  checkRule(rule, runEntry({ owner: '> **Owner**: Data Team' }));
  checkRule(rule, runEntry({ owner: '\n| Field | Value |\n| --- | --- |\n| Owner | Data Team |\n' }));
  checkRule(rule, runEntry({ owner: null, post: '## Owner\n\nData Team' }));
  checkRule(rule, `//- /RUN-001-pool.md\n---\nowner: Data Team\n---\n${body(runEntry({ owner: null }))}`);
});

test('a missing owner is a warning on the name of the entry', () => {
  checkRule(
    rule,
    runEntry({
      title: `RUN-001: Connection pool is exhausted
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: RUN-001 has no owner`,
      owner: null,
    }),
  );
  checkRule(
    rule,
    sotFile(`
## RUN-004: 🔥 Pool is full
   ^^^^^^^^^^^^^^^^^^^^^^^^ warning: RUN-004 has no owner

**ID**: RUN-004
**Category**: Recovery
**Status**: Active
**Last Tested**: 2026-11-01`),
  );
});

test('an owner that says nothing is a warning on the field', () => {
  for (const nothing of ['', ' ', ' -', ' n/a', ' none', ' <!-- who? -->']) {
    checkRule(rule, runEntry({ owner: `Owner:${nothing}\n^^^^^ warning: RUN-001` }));
  }
});

test('an owner in a comment or a fenced example is none', () => {
  const title = `RUN-001: Connection pool is exhausted
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning`;
  checkRule(rule, runEntry({ title, owner: null, post: '<!--\nOwner: Data Team\n-->' }));
  checkRule(rule, runEntry({ title, owner: null, post: '```\nOwner: Data Team\n```' }));
});

test('entries of other prefixes and deprecated ones are left alone', () => {
  checkRule(
    rule,
    sotFile('## DEP-001: Roll out\n\n**ID**: DEP-001\n**Category**: Application\n**Status**: Active'),
  );
  checkRule(rule, runEntry({ owner: 'Status: Deprecated' }));
});

test('the fix adds the field where and how the others are', () => {
  const title = 'Add "Owner';
  checkFix(rule, runEntry({ owner: null }), runEntry({ owner: 'Owner: [Team or role]' }), title);
  checkFix(rule, runEntry({ owner: 'Owner:' }), runEntry({ owner: 'Owner: [Team or role]' }), title);
  checkFix(rule, runEntry({ owner: 'Owner: -' }), runEntry({ owner: 'Owner: [Team or role]' }), title);
  const bold = (owner: string): string =>
    sotFile(`
## RUN-004: Pool is full

- **ID**: RUN-004
- **Category**: Recovery
${owner}- **Last Tested**: 2026-11-01`);
  checkFix(rule, bold(''), bold('- **Owner**: [Team or role]\n'), title);
  const table = (owner: string): string =>
    sotFile(`
## RUN-004: Pool is full

| Field | Value |
| --- | --- |
| ID | RUN-004 |
| Category | Recovery |
${owner}| Last Tested | 2026-11-01 |`);
  checkFix(rule, table(''), table('| Owner | [Team or role] |\n'), title);
  checkFix(rule, table('| Owner | |\n'), table('| Owner | [Team or role] |\n'), title);
});

function body(fixture: string): string {
  const text = fixture.replace(/^.*\n/, '');
  expect(text).toContain('RUN-001');
  return text;
}
