import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { ofKind } from './house-kind';

const rule = 'stale-review';
const own =
  'fields: [{ name: last_reviewed_on, sets: reviewDate }, { name: review_in, sets: reviewInterval }]';

test('a review that is older than the document itself allows', () => {
  checkRule(
    rule,
    ofKind(
      own,
      '---\nlast_reviewed_on: 2026-05-01\n                  ^^^^^^^^^^ warning: 203 days ago and holds for "6 months"\nreview_in: 6 months\n---\n\n# A\n',
    ),
  );
  checkRule(rule, ofKind(own, '---\nlast_reviewed_on: 2026-05-01\nreview_in: 12 months\n---\n\n# A\n'));
  checkRule(rule, ofKind(own, '---\nlast_reviewed_on: 2016-05-01\n---\n\n# A\n'));
});

test('without an interval of its own, the usual limit where the role is on', () => {
  const role = 'roles: { review: information }';
  checkRule(
    rule,
    ofKind(role, '# A\n\nLast updated: 2026-05-01\n              ^^^^^^^^^^ information: limit: 90\n'),
  );
  checkRule(rule, ofKind(role, '# A\n\nLast updated: 2026-11-01\n'));
  checkRule(rule, ofKind('order: free', '# A\n\nLast updated: 2016-05-01\n'));
});

test('a review holds to the end of its last day', () => {
  const dated = (date: string, carets = ''): string =>
    ofKind(own, `---\nlast_reviewed_on: ${date}\n${carets}review_in: 30 days\n---\n\n# A\n`);
  checkRule(rule, dated('2026-10-21'));
  checkRule(rule, dated('2026-10-20', '                  ^^^^^^^^^^ warning: 31 days ago\n'));
});

test('a kind that is like a built-in one leaves documents without an interval to that', () => {
  checkRule(rule, ofKind('like: feature\nroles: { review: on }', '# A\n\nLast updated: 2016-05-01\n'));
  checkRule(
    rule,
    ofKind('roles: { review: on }', '# A\n\nLast updated: 2016-05-01\n', 'alerts/_template.md'),
  );
  checkRule(rule, ofKind(own, '---\nlast_reviewed_on: soon\nreview_in: 30 days\n---\n\n# A\n'));
});
