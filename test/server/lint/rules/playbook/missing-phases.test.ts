import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('no phases', () => {
  checkRule(
    'missing-phases',
    point(change(playbook, /### Phase 1[^]*?(?=## Decision)/, ''), 'Phases', 'warning: no phases'),
  );
});

test('letters, roman numbers and words are phases', () => {
  checkRule('missing-phases', change(playbook, '### Phase 1: Build', '### Phase One: Build'));
});
