import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'missing-post-incident';
const title = `RUN-001: Connection pool is exhausted
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: no post-incident work`;

test('an incident or a recovery without work for afterwards is a hint', () => {
  checkRule(rule, runEntry({ title, post: null }));
  checkRule(rule, runEntry({ title, category: 'Category: Recovery', post: null }));
});

test('other categories and a last step that documents are left alone', () => {
  checkRule(rule, runEntry({ category: 'Category: Maintenance', post: null }));
  checkRule(rule, runEntry({ post: '\n## Follow-up\n- [ ] Write it down' }));
  checkRule(
    rule,
    runEntry({
      procedure: '\n## Steps\n1. **Mitigate**: `pgb restart`\n2. **Document**: write the timeline',
      post: null,
    }),
  );
});

test('the fix adds the section at the end', () => {
  checkFix(
    rule,
    runEntry({ post: null }),
    runEntry({
      post: '\n## Post-Incident\n- [ ] Write down the timeline\n- [ ] Correct the steps of this runbook that were wrong or missing',
    }),
    'Post-Incident',
  );
});

test('a category that only mentions incidents, and an entry without one, are left alone', () => {
  checkRule(rule, runEntry({ category: 'Category: Maintenance after an incident', post: null }));
  checkRule(rule, runEntry({ category: null, post: null }));
});

test('a post-mortem that the text asks for is work for afterwards', () => {
  checkRule(
    rule,
    runEntry({ owner: 'Owner: Data Team\n\nHold the postmortem within a week.\n', post: null }),
  );
  checkRule(
    rule,
    runEntry({
      title: title
        .replace('Connection pool is exhausted', 'Post-mortem board is gone')
        .replace(/\^+/, '^'.repeat(34)),
      post: null,
    }),
  );
});
