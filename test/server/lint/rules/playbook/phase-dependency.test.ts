import { expect, test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { modelOf } from '../../../../support/read-model';
import { change, playbook, point } from '../../documents';

test('an unknown phase', () => {
  checkRule(
    'phase-dependency',
    point(
      change(playbook, 'Requires Phase 2', 'Requires Phase 9'),
      '9',
      'warning: does not exist',
      'Requires Phase 9',
    ),
  );
});

test('a later phase', () => {
  checkRule(
    'phase-dependency',
    point(
      change(change(playbook, 'Requires Phase 1', 'Requires Phase 3'), '- Requires Phase 2', '- Sign-off'),
      '3',
      'warning: comes later',
      'Requires Phase 3',
    ),
  );
});

test('itself', () => {
  checkRule(
    'phase-dependency',
    point(
      change(playbook, 'Requires Phase 2', 'Requires Phase 3'),
      '3',
      'error: requires itself',
      'Requires Phase 3',
    ),
  );
});

test('each other', () => {
  checkRule(
    'phase-dependency',
    point(
      change(playbook, 'Requires Phase 1', 'Requires Phase 3'),
      '3',
      'error: depend on each other',
      'Requires Phase 3',
    ),
  );
});

test('what comes later, told the other way round', () => {
  checkRule(
    'phase-dependency',
    change(
      playbook,
      '- Requires Phase 1 completion',
      '- Requires Phase 1 completion\n- Must be done before Phase 3\n- Not blocked by Phase 3',
    ),
  );
});

test('while a number is wrong, that is the finding', () => {
  checkRule('phase-dependency', change(playbook, '### Phase 2: Copy', '### Phase 4: Copy'));
});

test('of a line that names more phases than any playbook has, the first thousand count', () => {
  const [, copy] = modelOf(
    change(playbook, 'Requires Phase 1 completion', `Requires Phases ${'1-50, '.repeat(9_000)}`),
  ).phases;
  expect(copy?.dependsOn.length).toBeLessThan(1_100);
});

test('what a line denies behind a phase does not concern that phase', () => {
  checkRule(
    'phase-dependency',
    point(
      change(playbook, 'Requires Phase 2 completion', 'Requires Phase 9, not Phase 8'),
      '9',
      'warning: does not exist',
      'Requires Phase 9',
    ),
  );
});

test('a range has one finding', () => {
  checkRule(
    'phase-dependency',
    point(
      change(playbook, 'Requires Phase 2 completion', 'Requires Phases 1 to 8'),
      '8',
      'warning: requires Phase 8, which does not exist',
      'Requires Phases 1 to 8',
    ),
  );
});
