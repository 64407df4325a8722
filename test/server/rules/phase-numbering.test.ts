import { test } from 'vitest';
import { checkFix, checkRule } from '../../support/check-rule';
import { change, playbook, point } from './documents';

test('a gap', () => {
  checkRule(
    'phase-numbering',
    point(
      change(playbook, '### Phase 3: Switch', '### Phase 5: Switch'),
      '5',
      'warning: does not follow',
      '### Phase 5',
    ),
  );
});

test('a duplicate', () => {
  checkRule(
    'phase-numbering',
    point(
      change(playbook, '### Phase 3: Switch', '### Phase 2: Switch'),
      '2',
      'warning: more than one Phase 2',
      'Phase 2: Switch',
    ),
  );
});

test('counting from 0 is fine', () => {
  checkRule(
    'phase-numbering',
    change(
      change(change(playbook, '### Phase 1', '### Phase 0'), '### Phase 2', '### Phase 1'),
      '### Phase 3',
      '### Phase 2',
    ),
  );
});

test('the fix puts the number right', () => {
  const document = change(playbook, '### Phase 3: Switch', '### Phase 5: Switch');
  checkFix('phase-numbering', document, playbook);
});

test('the fix follows references at the end of a sentence, and leaves numbers that only begin alike', () => {
  const saying = (label: string): string =>
    change(
      playbook,
      '**Goal:** Mail arrives at the new host.',
      `**Goal:** Mail arrives at the new host, at the latest after Phase ${label}. See phase 5.1 of the plan.`,
    );
  const misnumbered = change(saying('5'), '### Phase 3: Switch', '### Phase 5: Switch');
  checkFix('phase-numbering', misnumbered, saying('3'));
});
