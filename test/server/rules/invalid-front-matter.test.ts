import { test } from 'vitest';
import { checkRule } from '../../support/check-rule';
import { change, playbook, point } from './documents';

test('what YAML cannot read, and nothing else about the fields', () => {
  checkRule(
    'invalid-front-matter',
    point(
      change(playbook, 'type: migration', 'type: : migration'),
      ': migration',
      'error: cannot be read',
      'type: : mig',
    ),
  );
});

test('a quote that is not closed shows its line', () => {
  checkRule(
    'invalid-front-matter',
    point(change(playbook, 'type: migration', 'type: "migration'), 'type: "migration', 'error'),
  );
});

test('a missing closing line', () => {
  checkRule(
    'invalid-front-matter',
    point(change(playbook, 'risk_level: low\n---\n', 'risk_level: low\n'), '---', 'error: cannot be read'),
  );
});
