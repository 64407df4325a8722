import { test } from 'vitest';
import { checkRule } from '../../support/check-rule';
import { change, playbook, point } from './documents';

test('one answer is missing', () => {
  checkRule(
    'incomplete-go-no-go',
    point(change(playbook, '**Abort if:**\n\n- Mail is lost\n\n', ''), 'Go/No-Go Criteria', 'warning: abort'),
  );
});

test('one answer is empty', () => {
  checkRule(
    'incomplete-go-no-go',
    point(change(playbook, '- An incident is open\n', ''), 'Go/No-Go Criteria', 'warning: pause'),
  );
});

test('no criteria at all', () => {
  checkRule(
    'incomplete-go-no-go',
    point(
      change(playbook, /### Go\/No-Go[^]*?(?=### Escalation)/, ''),
      'Decision Framework',
      'warning: proceed, pause, abort',
    ),
  );
});

test('a table, headings and plain lines', () => {
  checkRule(
    'incomplete-go-no-go',
    change(
      change(
        change(
          playbook,
          '**Proceed if:**\n\n- All gates are ticked',
          '| Decision | When |\n| --- | --- |\n| Proceed | all gates are ticked |',
        ),
        '**Pause if:**',
        '#### Hold',
      ),
      '**Abort if:**',
      'Stop if:',
    ),
  );
});
