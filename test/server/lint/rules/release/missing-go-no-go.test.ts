import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point, release } from '../../documents';

test('no decision', () => {
  checkRule(
    'missing-go-no-go',
    point(
      change(release, '**Go/No-Go Decision:** The release manager says go in the channel.\n\n', ''),
      '4.1 Production Deployment',
      'warning: No go/no-go decision before production',
    ),
  );
});

test('an empty one', () => {
  checkRule(
    'missing-go-no-go',
    point(
      change(
        release,
        '**Go/No-Go Decision:** The release manager says go in the channel.',
        '**Go/No-Go Decision:**',
      ),
      'Go/No-Go Decision',
      'warning',
      '**Go/No-Go',
    ),
  );
});

test('a heading', () => {
  checkRule('missing-go-no-go', change(release, '**Go/No-Go Decision:** The', '### Go / No-Go\n\nThe'));
});

const rule = 'missing-go-no-go';
const decision = '**Go/No-Go Decision:** The release manager says go in the channel.\n\n';
const none = change(release, decision, '');

test('a fence below an empty label holds the steps, not the decision', () => {
  checkRule(
    rule,
    point(
      change(release, decision, '**Go/No-Go Decision:**\n\n'),
      'Go/No-Go Decision',
      'warning: No go/no-go',
      '**Go/No-Go',
    ),
  );
});

test('a task or a step of that name is the decision', () => {
  checkRule(rule, change(none, 'Step 2: Deploy the application.', 'Step 2: Go/no-go call with the lead.'));
  checkRule(rule, change(none, '- [x] CI is green', '- [x] **Go/No-Go:** by the lead'));
});

test('a playbook needs criteria, and lacking them is worth a note', () => {
  const criteria = '## Go/No-Go Criteria\n\n**Proceed if:** all is well\n\n**Abort if:** it is not\n\n';
  checkRule(rule, change(playbook, '## Prerequisites', `${criteria}## Prerequisites`));
  checkRule(
    rule,
    point(
      change(playbook, /## Go\/No-Go Criteria[^]*?(?=\n## )/, ''),
      'Playbook: Move the mail server',
      'information: This playbook has no go/no-go criteria',
      '# Playbook',
    ),
  );
});
