import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'too-many-steps';

const many = (count: number): string =>
  Array.from({ length: count }, (_, index) => `1. Restart host ${String(index)}: \`pgb restart\``).join('\n');

test('more than fifty steps are a warning on the procedure', () => {
  checkRule(rule, runEntry({ procedure: `\n## Procedure\n\n${many(50)}` }));
  checkRule(
    rule,
    runEntry({ procedure: `\n## Procedure\n   ^^^^^^^^^ warning: has 51 steps\n\n${many(51)}` }),
  );
});

test('procedures that are too many together are a warning on the entry', () => {
  const title = `RUN-001: Connection pool is exhausted
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: RUN-001 has 60 steps`;
  checkRule(
    rule,
    runEntry({ title, procedure: `\n## Procedure\n\n${many(30)}\n\n## Mitigation\n\n${many(30)}` }),
  );
  checkRule(rule, runEntry({ procedure: `\n## Procedure\n\n${many(30)}\n\n## Rollback\n\n${many(30)}` }));
});

test('the limit is an option', () => {
  const settings = '//- /.runbook.yaml\nrules:\n  too-many-steps:\n    max: 2\n';
  checkRule(
    rule,
    `${settings}${runEntry({ procedure: `\n## Procedure\n   ^^^^^^^^^ warning: limit: 2\n\n${many(3)}` })}`,
  );
});

test('the rollback counts by itself', () => {
  checkRule(
    rule,
    runEntry({
      procedure: `\n## Procedure\n\n${many(3)}\n\n## Rollback\n   ^^^^^^^^ warning: has 51 steps\n\n${many(51)}`,
    }),
  );
});
