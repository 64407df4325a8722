import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('completed before started', () => {
  checkRule(
    'execution-log-order',
    point(
      change(
        playbook,
        '| 2026-11-02 |           | In progress |',
        '| 2026-11-02 | 2026-11-01 | In progress |',
      ),
      '2026-11-01',
      'warning: before it started',
    ),
  );
});

test('a row that is not a phase', () => {
  checkRule(
    'execution-log-order',
    point(
      change(
        playbook,
        '| 1     | 2026-11-02 |           | In progress |       |',
        '| Rehearsal | 2026-11-02 | 2026-11-01 | Done | |',
      ),
      '2026-11-01',
      'warning: This row was completed',
    ),
  );
});

test('started before what it requires was completed', () => {
  checkRule(
    'execution-log-order',
    point(
      change(playbook, '| 2     |            |', '| 2     | 2026-11-03 |'),
      '2026-11-03',
      'warning: before Phase 1',
    ),
  );
});

test('done with open gates', () => {
  checkRule(
    'execution-log-order',
    point(
      change(playbook, '| 2026-11-02 |           | In progress |', '| 2026-11-02 | 2026-11-03 | Done |'),
      'Done',
      'warning: one gate criterion is unchecked',
    ),
  );
});

test('done with several open gates', () => {
  checkRule(
    'execution-log-order',
    point(
      change(
        change(
          playbook,
          '- [ ] The new host answers',
          '- [ ] The new host answers\n- [ ] Its disk is large enough',
        ),
        '| 2026-11-02 |           | In progress |',
        '| 2026-11-02 | 2026-11-03 | Done |',
      ),
      'Done',
      'warning: 2 gate criteria are unchecked',
    ),
  );
});

test('in order', () => {
  checkRule(
    'execution-log-order',
    change(
      change(
        change(playbook, '- [ ] The new host answers', '- [x] The new host answers'),
        '| 2026-11-02 |           | In progress |',
        '| 2026-11-02 05:00 | 2026-11-02 07:30 | Done |',
      ),
      '| 2     |            |',
      '| 2     | 2026-11-02 |',
    ),
  );
});

test('a dependency on a later phase counts, one that goes both ways does not', () => {
  const both = change(
    playbook,
    '**Tasks:**\n\n1. Install',
    '**Dependencies:** Requires Phase 2 completion\n\n**Tasks:**\n\n1. Install',
  );
  checkRule('execution-log-order', both);
  checkRule(
    'execution-log-order',
    point(change(both, '- Requires Phase 1 completion', '- None'), '2026-11-02', 'warning: before Phase 2'),
  );
});
