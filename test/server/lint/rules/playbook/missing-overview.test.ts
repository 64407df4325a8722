import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('a part that is not there', () => {
  checkRule(
    'missing-overview',
    point(
      change(playbook, '**Motivation:** The old host leaves support.\n\n', ''),
      'Overview',
      'warning: has no "Motivation"',
    ),
  );
});

test('a label without words', () => {
  checkRule(
    'missing-overview',
    point(
      change(playbook, '**Motivation:** The old host leaves support.', '**Motivation:**'),
      'Motivation',
      'warning',
    ),
  );
});

test('no overview at all', () => {
  checkRule(
    'missing-overview',
    point(
      change(playbook, /## Overview[^]*?(?=## Prereq)/, ''),
      'Playbook: Move the mail server',
      'warning: Goal, Motivation, Success Criteria',
      '# Playbook',
    ),
  );
});

test('other words and other carriers', () => {
  checkRule(
    'missing-overview',
    change(
      change(
        change(playbook, '**Goal:** Mail', '### Purpose\n\nMail'),
        '**Motivation:** The',
        'Background: The',
      ),
      '**Success Criteria:**',
      '### Definition of Done',
    ),
  );
});

test('what a phase says of itself is not the overview', () => {
  checkRule(
    'missing-overview',
    point(
      change(playbook, '**Goal:** Mail arrives at the new host.\n\n', ''),
      'Overview',
      'warning: has no "Goal"',
    ),
  );
});

test('a summary or an introduction stands for the overview', () => {
  checkRule(
    'missing-overview',
    point(
      change(
        change(
          playbook,
          '**Goal:** Mail arrives at the new host.\n\n**Motivation:** The old host leaves support.\n\n',
          '',
        ),
        '## Overview',
        '## Introduction',
      ),
      'Introduction',
      'warning: has no Goal, Motivation, so',
    ),
  );
});
