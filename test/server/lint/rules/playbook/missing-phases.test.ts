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

test('phases in bold are accepted, and a section for them is pointed at', () => {
  const none = change(playbook, /(?<=## Phases\n\n)[^]*?(?=## Decision)/, '');
  checkRule('missing-phases', point(none, 'Phases', 'warning', '## Phases'));
  checkRule('missing-phases', change(none, '## Phases\n\n', '## Phases\n\n**Phase 1:** Copy\n\n'));
  checkRule(
    'missing-phases',
    point(
      change(none, '## Phases\n\n', '## Phases\n\n**Phased out:** yes\n\n'),
      'Phases',
      'warning',
      '## Phases',
    ),
  );
});
