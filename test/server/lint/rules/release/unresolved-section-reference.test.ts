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

const rule = 'unresolved-section-reference';
const see = (words: string): string => change(release, '- [ ] Send', `- [ ] ${words}\n- [ ] Send`);

test.each([
  'See the Smoke Tests section.',
  'See the Deployment Steps below.',
  'See Rollback Procedure below.',
  'See Section 4.1.',
  'see Contacts below',
])('"%s" is there', (words) => {
  checkRule(rule, see(words));
});

test('a link, an example and front matter are no references, a step in a fence is one', () => {
  checkRule(rule, see('[see Section 77](other.md)'));
  checkRule(rule, change(release, '## 5. Smoke', '```text\nsee Section 77\n```\n\n## 5. Smoke'));
  checkRule(rule, `---\nnote: see Section 77\n---\n\n${release}`);
  checkRule(
    rule,
    point(change(release, 'nothing is pending', 'as Section 77 says'), 'Section 77', 'warning'),
  );
  checkRule(
    rule,
    point(see('Call first.\n\n<!-- later -->\n\nThen see Section 77.'), 'Section 77', 'warning'),
  );
});
