import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';

const rule = 'run-log-order';

const file = (rows: string): string => `//- /runs/2026-11-30-0312-move.md
---
runbook: run
of: ../playbooks/move.md
title: "Move the database"
started: 2026-11-30T03:12:00Z
ended: 2026-11-30T04:40:00Z
outcome: succeeded
who: "Ada"
---

# Run of Move the database

| Phase | Requires | Started | Completed | Status | Who | Notes |
| --- | --- | --- | --- | --- | --- | --- |
${rows}
`;

test('what was completed before it was started is a warning', () => {
  checkRule(
    rule,
    file(`| Phase 1: Copy |  | 2026-11-30 03:20 | 2026-11-30 03:14 | Done | Ada |  |
  ^^^^^^^^^^^^^ warning: Phase 1: Copy was completed before it was started`),
  );
});

test('so is a time outside of the run', () => {
  checkRule(
    rule,
    file(`| Phase 1: Copy |  | 2026-11-30 03:10 | 2026-11-30 03:14 | Done | Ada |  |
  ^^^^^^^^^^^^^ warning: Phase 1: Copy has a time outside of the run`),
  );
});

test('so is a phase that ran ahead of what it requires', () => {
  checkRule(
    rule,
    file(`| Phase 1: Copy |  | 2026-11-30 03:20 | 2026-11-30 04:00 | Failed | Ada |  |
| Phase 2: Switch | 1 | 2026-11-30 03:20 | 2026-11-30 03:40 | Done | Ada |  |
  ^^^^^^^^^^^^^^^ warning: Phase 2: Switch was completed before Phase 1: Copy`),
  );
});

test('a reason in the notes explains it', () => {
  checkRule(
    rule,
    file(`| Phase 1: Copy |  | 2026-11-30 03:20 | 2026-11-30 04:00 | Failed | Ada |  |
| Phase 2: Switch | 1 | 2026-11-30 03:20 | 2026-11-30 03:40 | Done | Ada | agreed with the lead |`),
  );
});

test('an order that can be is fine', () => {
  checkRule(
    rule,
    file(`| Phase 1: Copy |  | 2026-11-30 03:12 | 2026-11-30 03:40 | Done | Ada |  |
| Phase 2: Switch | 1 | 2026-11-30 03:40 | 2026-11-30 04:40 | Done | Ada |  |
| Phase 3: Clean | 2 |  |  | Not started |  |  |`),
  );
});
