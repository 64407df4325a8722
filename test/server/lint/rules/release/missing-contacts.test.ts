import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, point, release } from '../../documents';

test('no section', () => {
  checkRule(
    'missing-contacts',
    point(change(feature, /## 8[.] Em[^]*?(?=## 9)/, ''), 'Runbook', 'warning: This runbook has no contacts'),
  );
});

test('a table of roles only', () => {
  checkRule(
    'missing-contacts',
    point(
      change(release, '| Release Manager | Okafor | `pager` |', '| Release Manager |  |  |'),
      '9. Incident Contacts',
      'warning: names no reachable contact',
    ),
  );
});

test('other names', () => {
  checkRule('missing-contacts', change(release, '## 9. Incident Contacts', '## 9. On-call contacts'));
});
