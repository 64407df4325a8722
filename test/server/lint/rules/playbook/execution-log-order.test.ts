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

const rule = 'execution-log-order';
const first = '| 1     | 2026-11-02 |           | In progress |       |';
const second = '| 2     |            |           |             |       |';
const log = (one: string, two = second): string => playbook.replace(first, one).replace(second, two);

test('the same day, or times without a time of day, are in order', () => {
  checkRule(rule, log('| 1 | 2026-11-02 05:00 | 2026-11-02 | Failed | |'));
  checkRule(
    rule,
    point(
      log('| 1 | 2026-11-02 05:00 | 2026-11-02 04:00 | In progress | |'),
      '2026-11-02 04:00',
      'warning: Phase 1 was completed (2026-11-02 04:00) before it started (2026-11-02 05:00)',
    ),
  );
});

test.each(['Done', 'completed', '✅', 'Passed', 'OK'])('%s is done, without times too', (status) => {
  checkRule(rule, point(log(`| 1 | | | ${status} | |`), status, 'warning: unchecked', `| ${status}`));
});

test('a time of completion alone says that it is done, unless it was undone', () => {
  checkRule(
    rule,
    point(
      log('| 1 | 2026-11-02 | 2026-11-03 | | |'),
      '2026-11-03',
      'warning: one gate criterion is unchecked',
    ),
  );
  checkRule(rule, log('| 1 | 2026-11-02 | 2026-11-03 | Rolled back | |'));
  checkRule(rule, log('| 1 | 2026-11-02 | 2026-11-03 | Aborted | |'));
});

test.each([
  ['in the notes', '| 1 | 2026-11-02 | 2026-11-03 | Done | The host answers late |'],
  ['behind the status', '| 1 | 2026-11-02 | 2026-11-03 | Done (host answers late) | |'],
])('a remark %s may explain an open gate', (_what, row) => {
  checkRule(rule, log(row));
});

test('one word of notes explains nothing', () => {
  checkRule(
    rule,
    point(log('| 1 | 2026-11-02 | 2026-11-03 | Done (late) | Okafor |'), 'Done (late)', 'warning: unchecked'),
  );
});

test('a gate that is met is none', () => {
  checkRule(
    rule,
    change(
      log('| 1 | 2026-11-02 | 2026-11-03 | Done | |'),
      '- [ ] The new host answers',
      '- [x] The new host answers',
    ),
  );
});

const met = (text: string): string =>
  change(text, '- [ ] The new host answers', '- [x] The new host answers');

test.each(['Skipped', 'Not needed', 'N/A', 'Cancelled'])(
  'a required phase that was %s needs no end',
  (status) => {
    checkRule(rule, log(`| 1 | | | ${status} | |`, '| 2 | 2026-11-03 | | In progress | |'));
  },
);

test('a required phase has to be completed, and before the one that requires it', () => {
  checkRule(
    rule,
    met(log('| 1 | 2026-11-02 | 2026-11-03 | Done | |', '| 2 | 2026-11-03 | | In progress | |')),
  );
  checkRule(
    rule,
    point(
      met(log('| 1 | 2026-11-02 | 2026-11-05 | Done | |', '| 2 | 2026-11-03 | | In progress | |')),
      '2026-11-03',
      'warning: Phase 2 started before Phase 1, which it requires',
    ),
  );
});

test('where only the completion is logged, that is what counts', () => {
  checkRule(
    rule,
    point(
      log('| 1 | | | In progress | |', '| 2 | | 2026-11-03 | Failed | |'),
      '2026-11-03',
      'warning: Phase 2 started before Phase 1',
    ),
  );
});

test('a phase that ran twice was early only if it was before each run of the other', () => {
  const twice = '| 1 | 2026-11-01 | 2026-11-02 | Done | |\n| 1 | 2026-11-05 | 2026-11-06 | Done | |';
  checkRule(rule, met(log(twice, '| 2 | 2026-11-03 | | In progress | |')));
  checkRule(
    rule,
    point(
      met(log(twice, '| 2 | 2026-10-31 | | In progress | |')),
      '2026-10-31',
      'warning: Phase 2 started before Phase 1',
    ),
  );
});

test('a required phase without a row, and rows that have not begun, say nothing', () => {
  checkRule(rule, change(playbook, `${first}\n${second}`, '| 2 | 2026-11-03 | | In progress | |'));
  checkRule(rule, log('| 1 | | | | |', '| 2 | | | Planned | |'));
});

test('a phase may be named in the row, in any letters', () => {
  checkRule(
    rule,
    point(
      log('| PHASE 1 | 2026-11-02 | 2026-11-03 | Done | |'),
      'Done',
      'warning: Phase 1 is logged as done',
    ),
  );
});
