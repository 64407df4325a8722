import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('one answer is missing', () => {
  checkRule(
    'incomplete-go-no-go',
    point(
      change(playbook, '**Abort if:**\n\n- Mail is lost\n\n', ''),
      'Go/No-Go Criteria',
      'warning: no "Abort if"',
    ),
  );
});

test('one answer is empty', () => {
  checkRule(
    'incomplete-go-no-go',
    point(change(playbook, '- An incident is open\n', ''), 'Go/No-Go Criteria', 'warning: no "Pause if"'),
  );
});

test('two answers are missing', () => {
  checkRule(
    'incomplete-go-no-go',
    point(
      change(playbook, /\*\*Pause if:[^]*?(?=### Escalation)/, ''),
      'Go/No-Go Criteria',
      'warning: no "Pause if", "Abort if"',
    ),
  );
});

test('where there are no criteria at all, that is what is said', () => {
  const none = change(playbook, /### Go\/No-Go[^]*?(?=### Escalation)/, '');
  checkRule('incomplete-go-no-go', none);
  checkRule(
    'missing-go-no-go',
    point(none, 'Playbook: Move the mail server', 'information: no go/no-go criteria', '# Playbook'),
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

test.each([
  ['a symbol', '🟢 **', '**'],
  ['a shortcode', ':warning: **', '**'],
  ['bold of HTML', '<b>', '</b>'],
  ['a box', '- [ ] **', '**'],
])('%s may mark a label', (_what, open, close) => {
  const marked = playbook.replace(/^\*\*((?:Proceed|Pause|Abort|From).*)\*\*$/gm, `${open}$1${close}`);
  checkRule('incomplete-go-no-go', change(playbook, playbook, marked));
});

test.each([
  '| Proceed | Pause | Abort |\n|--|--|--|\n| gates ticked | incident | mail lost |',
  'Proceed if all gates are ticked, pause if an incident is open, and abort if mail is lost.',
  'Proceed once all gates are ticked. Hold when an incident is open. Stop if mail is lost.',
])('answers in columns and in sentences: %#', (criteria) => {
  checkRule(
    'incomplete-go-no-go',
    change(playbook, /\*\*Proceed if:[^]*?(?=### Escalation)/, `${criteria}\n\n`),
  );
});

test('a column with nothing below it is no answer', () => {
  const columns = '| Proceed | Pause | Abort |\n|--|--|--|\n| gates ticked | incident | |\n\n';
  checkRule(
    'incomplete-go-no-go',
    point(
      change(playbook, /\*\*Proceed if:[^]*?(?=### Escalation)/, columns),
      'Go/No-Go Criteria',
      'warning: no "Abort if"',
    ),
  );
});
