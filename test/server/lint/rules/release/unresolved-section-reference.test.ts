import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, point, release } from '../../documents';

test('a number', () => {
  checkRule(
    'unresolved-section-reference',
    point(change(release, '(see Section 5)', '(see Section 12)'), 'Section 12', 'warning'),
  );
});

test('a name', () => {
  checkRule(
    'unresolved-section-reference',
    point(
      change(release, 'see Communication Plan below', 'see Announcement Plan below'),
      'Announcement Plan',
      'warning',
    ),
  );
});

test('sections of other documents and comments', () => {
  checkRule(
    'unresolved-section-reference',
    change(
      release,
      '- [ ] Send',
      '<!-- see Section 77 -->\n\n- [ ] Read Section 12 of the contract\n- [ ] Send',
    ),
  );
});
