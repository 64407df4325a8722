/** A small workspace that gives each feature something to do: a Source-of-Truth file, a playbook, and notes of no concern. */
export const texts = {
  'SoT.OPS.md': `---
id_prefix: RUN-XXX, MON-XXX, DEP-XXX
---

# Operations (SoT File)

## RUN-001: Queue is stuck

**ID**: RUN-001
**Category**: Recovery
**Status**: Active
**Owner**: Platform team
**Last Tested**: 2026-11-01

### Steps

1. Run \`queue drain\`
   - Verify: it is empty

Linked IDs: MON-001, RUN-002

## RUN-002: [DEPRECATED] Restart

**ID**: RUN-002
**Status**: Deprecated, replaced by RUN-001

## MON-001: Queue length

**ID**: MON-001
**Status**: Active
**Runbook**: RUN-001

## DEP-001: Roll out

**ID**: DEP-001
**Status**: Active

### Rollback Procedure

1. Follow RUN-001, RUN-009
`,
  'move.md': `---
title: "Playbook: Move"
risk_level: low
---

# Playbook: Move

## Phases

### Phase 1: Copy

**Objective:** The copy is there, as [RUN-001](SoT.OPS.md#run-001-queue-is-stuck) says.

**Tasks:**

1. one
1. two

**Gate Criteria:**

- [ ] Rows match

### Phase 2: Switch

**Dependencies:**

- Requires Phase 1 completion

## Rollback Plan

**From Phase 2:**

See Section 1 and [Name of the person].

<!-- runbook-disable-next-line missing-rollback -->

## Execution Log

| Phase | Started |
| ----- | ------- |
| 1     |         |
`,
  'notes.md': '# Notes\n\nNothing of ours, Phase 1 and all.\n',
};
