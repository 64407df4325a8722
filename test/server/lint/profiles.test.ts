/** Profiles name rules that there are, and say how far documents have come. */
import { describe, expect, test } from 'vitest';
import { profileNames } from '../../../server/src/config/configuration';
import { profiles } from '../../../server/src/config/profiles';
import { profileSeverity, standingOf } from '../../../server/src/lint/profiles';
import { rules } from '../../../server/src/lint/registry';
import { findingsOf, openWorkspace } from '../../support/workspace';

const named = profileNames.flatMap((name) => profiles[name].rules);

describe('profiles', () => {
  test('name each rule once, and only those that run unasked', () => {
    const known = new Set(rules.filter(({ meta }) => meta.severity !== 'off').map(({ meta }) => meta.name));
    expect(named.filter((rule) => !known.has(rule))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  test('ask for every rule whose findings are errors', () => {
    const errors = rules.filter(({ meta }) => meta.severity === 'error').map(({ meta }) => meta.name);
    expect(errors.filter((rule) => !profiles.draft.rules.includes(rule))).toEqual([]);
  });

  test('build on each other', () => {
    expect(profileSeverity('draft', 'missing-owner')).toBe('information');
    expect(profileSeverity('reviewed', 'missing-owner')).toBe('error');
    expect(profileSeverity('production', 'missing-owner')).toBe('error');
    expect(profileSeverity('production', 'table-columns')).toBe(null);
  });
});

describe('a standing', () => {
  test('is that of the last profile before the first with findings', () => {
    expect(standingOf([])).toEqual({ passes: 'production', next: null, lacks: [] });
    expect(standingOf(['table-columns']).passes).toBe('production');
    expect(standingOf(['dangling-id', 'missing-owner'])).toEqual({
      passes: null,
      next: 'draft',
      lacks: [{ rule: 'dangling-id', count: 1 }],
    });
    expect(standingOf(['missing-owner', 'missing-trigger', 'missing-trigger', 'missing-rollback'])).toEqual({
      passes: 'draft',
      next: 'reviewed',
      lacks: [
        { rule: 'missing-trigger', count: 2 },
        { rule: 'missing-owner', count: 1 },
      ],
    });
  });
});

describe('in a configuration', () => {
  const entry =
    'RUN-001: Pool is full\nCategory: Incident\nTrigger: The gauge\nLast Tested: 2026-11-01\n\n## Procedure\n\n1. Look.\n';
  const severity = (configuration: string, path = 'RUN-001-pool.md'): string | undefined => {
    const texts = new Map([
      ['.runbook.yaml', configuration],
      [path, entry],
    ]);
    const found = findingsOf(openWorkspace(texts), path);
    return found.find(({ rule }) => rule.name === 'missing-owner')?.severity;
  };

  test.each([
    ['', 'warning'],
    ['profile: draft', 'information'],
    ['profile: reviewed', 'error'],
    ['profile: production', 'error'],
    ['profile: production\nrules: { missing-owner: hint }', 'hint'],
    ['profile: production\nrules: { missing-owner: off }', undefined],
    ['profile: everything', 'warning'],
  ])('sets severities: %s', (configuration, expected) => {
    expect(severity(configuration)).toBe(expected);
  });
});
