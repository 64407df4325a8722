/** Names, fields, labels and commands in words and forms that the other tests do not use. */
import { describe, expect, test } from 'vitest';
import { roleOf } from '../../../server/src/model/vocabulary';
import { aimOfWords, waitsOrChecks } from '../../../server/src/parsing/step-words';
import { checkRule } from '../../support/check-rule';
import { runEntry } from './run-entry';

test.each([
  ['verification', 'You will see, Signs of success, What good looks like'],
  ['gate-criteria', 'Exit condition'],
  ['rollback', 'If this fails, If anything fails, Restore the old state, Return to the previous version'],
  ['escalation', 'Call tree, Phone list'],
  ['prerequisites', 'Prereqs, Pre-reqs, Entry criteria, Credentials'],
  [
    'steps',
    'Action plan, Operating instructions, Corrective actions, Walkthrough, Repair, Step-by-step, How-to',
  ],
  ['steps', 'Patch procedure, Reboot procedure, Backup procedure'],
  ['post', 'Root cause analysis, Learnings, Debrief, Close the incident, Incident review'],
  ['scope', 'Not in scope, Limitations, Applicability'],
])('parts for %s: %s', (role, names) => {
  expect(names.split(', ').filter((name) => roleOf(name) !== role)).toEqual([]);
});

describe('a step is confirmed', () => {
  const step = '\n## Procedure\n\n### Step 1: Restart\n\n```sh\nsystemctl restart pool\n```\n\n';

  test.each([
    '**You will see:** the gauge falls',
    '*Expected result* — the gauge falls',
    'Validation steps:\n\n1. The gauge falls',
    '| Command | Expected result |\n| --- | --- |\n| `poolctl` | the gauge falls |',
  ])('by %j', (words) => {
    checkRule('missing-verification', runEntry({ procedure: step + words }));
  });

  test('by no column that is empty', () => {
    const table = '| Command | Expected result |\n| --- | --- |\n| `poolctl` | - |';
    checkRule(
      'missing-verification',
      runEntry({
        procedure: (step + table).replace(
          'Step 1: Restart\n',
          'Step 1: Restart\n    ^^^^^^^^^^^^^^^ warning\n',
        ),
      }),
    );
  });

  test('by a command behind another one in its line', () => {
    for (const line of ['rm -rf /data/cache && systemctl is-active pool', 'rm -rf /data; test ! -e /data'])
      expect(waitsOrChecks(line)).toBe(true);
    expect(waitsOrChecks('rm -rf /data/test && rm -rf /status')).toBe(false);
  });
});

test('waiting for a state confirms, entering and appointing need no confirmation', () => {
  expect(aimOfWords('Wait for the queue to drain').verifies).toBe(true);
  expect(aimOfWords('Wait for 5 minutes').verifies).toBe(false);
  for (const title of ['Log in to the host', 'Connect to the primary', 'Assign roles', 'Send a notice'])
    expect(aimOfWords(title).tells).toBe(true);
  expect(aimOfWords('Connect to the host and restart it').tells).toBe(false);
});

describe('fields', () => {
  test.each([
    '**Owner** — Data Team',
    'Owner - Data Team',
    '**Service owner:** Data Team',
    '**Responsible:** Data Team',
    'DRI: Data Team',
  ])('%s', (owner) => {
    checkRule('missing-owner', runEntry({ owner }));
  });

  test('a dash in a sentence makes none', () => {
    checkRule(
      'missing-owner',
      runEntry({
        title: 'RUN-001: Pool\n^^^^^^^^^^^^^ warning',
        owner: 'The owner - whoever that is - decides.',
      }),
    );
  });

  test.each(['**Last verified:** 2026-11-01', 'Last run: 2026-11-01'])('%s', (tested) => {
    checkRule('missing-last-tested', runEntry({ tested }));
  });

  test.each([
    '**Alert:** PoolFull',
    '**Fires when:** users report errors',
    '**Scenario:** users report errors',
  ])('%s', (trigger) => {
    for (const rule of ['missing-trigger', 'incident-without-alert'])
      checkRule(rule, runEntry({ category: '**Category**: Incident', trigger }));
  });

  test.each([
    '## When to use this runbook\n\nThe pool is full.\n\n## When not to use this runbook\n\nIt is lost.',
    '## Scope\n\nThe pool only, not the database.',
    '**Handles:** a full pool  **Excludes:** a lost one',
  ])('scope: %j', (scope) => {
    checkRule('missing-scope', runEntry({ scope: `\n${scope}` }));
  });
});
