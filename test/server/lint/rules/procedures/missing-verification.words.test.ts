import { describe, test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

test.each([
  'You should see that the queue is empty.',
  'The gauge should drop below 50 %.',
  'Make sure that the queue is empty.',
  'Ensure the queue is empty.',
  'Check that new sessions are accepted.',
  'Then check whether the queue is empty.',
  '→ 200 OK',
  '=> the queue is empty',
  'The command returns `ok`.',
  'The output is `ok`.',
  'Output:\n\n```\nok\n```',
  'Wait until the queue is empty.',
  'Expect the queue to be empty.',
  'Done when the queue is empty.',
  'You know that it worked when the queue is empty.',
  'On success, the command prints `ok`.',
  'If the queue is empty, go on; if not, stop.',
  'Test: open a session',
  'Evidence: a screenshot of the gauge',
  '☐ The queue is empty',
  '✅ The queue is empty',
  'The pool drains. *Expected:* the queue is empty',
])('"%s" confirms a step', (words) => {
  const step = `\n## Procedure\n\n### Step 1: Drain the pool\n\n\`\`\`bash\npoolctl drain\n\`\`\`\n\n${words}\n`;
  checkRule('missing-verification', runEntry({ procedure: step }));
  checkRule(
    'unverified-procedure',
    runEntry({
      procedure: `\n## Procedure\n\n1. Drain the pool: \`poolctl drain\`\n   ${words.replaceAll('\n', '\n   ')}\n`,
    }),
  );
});

test.each([
  'See also the manual.',
  'The pool is shared.',
  'It takes a minute, so be patient.',
  '☕ The pool is shared.',
])('"%s" does not', (words) => {
  checkRule(
    'missing-verification',
    runEntry({
      procedure: `\n## Procedure\n\n### Step 1: Drain the pool\n    ^^^^^^^^^^^^^^^^^^^^^^ warning: confirm\n\n${words}\n`,
    }),
  );
});

describe.each([
  [
    'only looks',
    'hint',
    [
      'Take a look at the dashboard',
      'Get the list of pods',
      'Familiarize yourself with the setup',
      'Is the pool full?',
      'Who is affected?',
    ],
  ],
  [
    'only tells',
    '',
    [
      'Join the bridge',
      'Ask the team to stop deploying',
      'Create a Slack channel for the incident',
      'Send an update to customers',
      'Discuss the options with the lead',
    ],
  ],
  [
    'changes something',
    'warning',
    [
      'Get the pool up again',
      'Send traffic to the other pool',
      'Create a snapshot of the pool',
      'Start a new pool',
    ],
  ],
])('a step that %s', (_, severity, titles) => {
  test.each(titles)('%s', (title) => {
    const step = `\n## Procedure\n\n### Step 1: ${title}\n`;
    const caret = severity === '' ? '' : `    ${'^'.repeat(title.length + 8)} ${severity}\n`;
    checkRule('missing-verification', runEntry({ procedure: `${step}${caret}\n\`poolctl x\`\n` }));
  });
});

test('titles in letters whose words nobody here knows are not judged', () => {
  for (const title of ['重启服务', 'Перезапустить сервис']) {
    checkRule(
      'missing-verification',
      runEntry({ procedure: `\n## Procedure\n\n### Step 1: ${title}\n\n\`a b\`\n` }),
    );
    checkRule('unverified-procedure', runEntry({ procedure: `\n## Procedure\n\n1. ${title}: \`a b\`\n` }));
  }
});

test('what will be shown confirms a step', () => {
  const step =
    '\n## Procedure\n\n### Step 1: Start the scan\n\nPress **Scan**. The result will be shown on the page.\n';
  checkRule('missing-verification', runEntry({ procedure: step }));
});
