import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry, sotFile } from '../../run-entry';

const rule = 'future-date';
const today = { today: '2026-11-20' };

test('what has happened has happened by today', () => {
  checkRule(rule, runEntry({ tested: 'Last Tested: 2026-11-20' }), today);
  checkRule(
    rule,
    runEntry({ tested: 'Last Tested: 2026-11-21 (drill)\n             ^^^^^^^^^^ warning: in the future' }),
    today,
  );
  checkRule(
    rule,
    runEntry({ tested: '**Created:** Dec 24, 2026\n             ^^^^^^^^^^^^ warning' }),
    today,
  );
});

test('front matter and execution logs count', () => {
  checkRule(
    rule,
    `//- /SoT.X.md
---
id_prefix: RUN-XXX
last_updated: 2027-01-01
              ^^^^^^^^^^ warning
---
# X`,
    today,
  );
  checkRule(
    rule,
    `//- /move.md
# Playbook: Move

**Gate Criteria:**

- [ ] Row counts match

## Execution Log

| Phase | Started    | Completed  | Status |
| ----- | ---------- | ---------- | ------ |
| 1     | 2026-11-01 | 2027-11-02 | done   |
                       ^^^^^^^^^^ warning: "Completed"
`,
    today,
  );
});

test('plans may lie ahead', () => {
  checkRule(
    rule,
    sotFile('## GTM-001: Launch\n\n**ID**: GTM-001\n**Status**: Planned\n**Target Date**: 2027-03-01'),
    today,
  );
  checkRule(rule, '# Release Runbook: Shop v1.2.0\n\n**Release Date:** 2026-12-01\n', today);
});

test('a date of a draft is no louder than it', () => {
  checkRule(
    rule,
    runEntry({ tested: 'Status: Draft\nLast Tested: 2026-11-21\n             ^^^^^^^^^^ information' }),
    today,
  );
});

test('both columns of an execution log count, in other forms too, those of other tables do not', () => {
  const log = (first: string, row: string): string => `//- /move.md
# Playbook: Move

**Gate Criteria:**

- [ ] Row counts match

## Execution Log

| ${first} | Started | Status |
| ----- | ---------- | ------ |
${row}
`;
  checkRule(
    rule,
    log(
      'Phase',
      '| 1     | 2 Nov 2027 (plan) | done   |\n          ^^^^^^^^^^ warning: "Started" has the date 2027-11-02',
    ),
    today,
  );
  checkRule(rule, log('Phase', '| 1     |'), today);
  checkRule(rule, log('Trial', '| 1     | 2027-11-02 | done   |'), today);
});
