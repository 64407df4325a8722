import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('a phase without a row', () => {
  checkRule(
    'execution-log-mismatch',
    point(
      change(playbook, '| 2     |            |           |             |       |\n', ''),
      'Execution Log',
      'warning: no row for Phase 2',
    ),
  );
});

test('several phases without a row', () => {
  checkRule(
    'execution-log-mismatch',
    point(
      change(playbook, /\| 2 {5}\|.*\n\| 3 {5}\|.*\n/, ''),
      'Execution Log',
      'warning: no rows for phases 2, 3',
    ),
  );
});

test('a row without a phase', () => {
  checkRule(
    'execution-log-mismatch',
    point(
      change(
        playbook,
        '| 3     |            |           |             |       |',
        '| 3     |            |           |             |       |\n| 7     |            |           |             |       |',
      ),
      '7',
      'warning: Phase 7 in the execution log does not exist',
      '| 7',
    ),
  );
});

test('free rows and other spellings', () => {
  checkRule(
    'execution-log-mismatch',
    change(
      change(playbook, '| 2     |', '| Phase 2: Copy |'),
      '| 3     |            |           |             |       |',
      '| Switch |  |  |  |  |\n| Rehearsal |  |  |  |  |',
    ),
  );
});

test('rows of phases within phases', () => {
  const within = change(playbook, '### Phase 3:', '### Phase 2.1:');
  checkRule('execution-log-mismatch', change(within, row('3'), row('2.1')));
  checkRule('execution-log-mismatch', change(within, row('3'), row('Phase 2.1: Switch')));
});

test('the fix adds a row', () => {
  const document = change(playbook, '| 2     |            |           |             |       |\n', '');
  checkFix('execution-log-mismatch', document, playbook);
});

const rule = 'execution-log-mismatch';
const row = (label: string): string => `| ${label}     |            |           |             |       |`;

test('where one row is unknown and one phase has none, the row is that of the phase', () => {
  const wrong = change(playbook, row('3'), row('7'));
  checkRule(rule, point(wrong, '7', 'warning: Phase 7 in the execution log does not exist', '| 7'));
  checkFix(rule, wrong, playbook);
});

test('a playbook without a log, and one without phases, are left alone', () => {
  checkRule(rule, change(playbook, /## Execution Log[^]*/, ''));
  checkRule(rule, change(playbook, /## Phases[^]*?(?=## Decision)/, ''));
});

test('rows may name phases by their title or by Roman numerals', () => {
  checkRule(rule, change(playbook, row('2'), row('copy')));
  checkRule(rule, change(playbook, row('2'), row('Phase 2 - Copy')));
});

test('several rows are added at once, each behind the phase before it', () => {
  const without = change(change(playbook, `${row('2')}\n`, ''), `${row('3')}\n`, '');
  checkFix(rule, without, playbook);
  checkRule(rule, point(without, 'Execution Log', 'warning: no rows for phases 2, 3'));
});

test('the row of the first phase is the first', () => {
  const started = '| 1     | 2026-11-02 |           | In progress |       |\n';
  checkFix(rule, change(playbook, started, ''), change(playbook, started, `${row('1')}\n`));
});

test('a row is written like the others', () => {
  const named = playbook
    .replace('| 1     | 2026-11-02', '| Phase 1 | 2026-11-02')
    .replace(`${row('2')}\n`, '')
    .replace(row('3'), row('Phase 3'));
  checkFix(
    rule,
    named,
    named.replace(
      row('Phase 3'),
      `| Phase 2 |            |           |             |       |\n${row('Phase 3')}`,
    ),
  );
});

test('a table without outer bars gets a row with one behind an empty last cell, which would be none without', () => {
  const bare = (two: string): string =>
    change(
      playbook,
      /(?<=## Execution Log\n\n)[^]*/,
      `Phase | Started | Status\n--- | --- | ---\n1 | 2026-11-02 | Open\n${two}3 |  | Planned\n`,
    );
  checkFix(rule, bare(''), bare(' 2 |            |     |\n'));
});
