/**
 * Small documents without a finding of severity error or warning, to put one defect into, and two functions to do so.
 */

export const playbook = `---
title: "Playbook: Move the mail server"
type: migration
estimated_duration: 2d
risk_level: low
---

# Playbook: Move the mail server

## Overview

**Goal:** Mail arrives at the new host.

**Motivation:** The old host leaves support.

**Success Criteria:**

- [ ] All mail arrives for a week

**Estimated Duration:** 2d

**Risk Level:** Low

## Prerequisites

- [ ] Access to both hosts

## Phases

### Phase 1: Build

**Objective:** The new host is ready.

**Tasks:**

1. Install it with \`make host\`

**Gate Criteria:**

- [ ] The new host answers

**Rollback:**

\`\`\`bash
make remove-host
\`\`\`

**Estimated Duration:** 4h

---

### Phase 2: Copy

**Objective:** The new host has all mail.

**Tasks:**

1. Copy the mail with \`make copy\`

**Dependencies:**

- Requires Phase 1 completion

**Gate Criteria:**

- [ ] No difference is left

**Rollback:**

\`\`\`bash
make remove-copy
\`\`\`

**Estimated Duration:** 6h

---

### Phase 3: Switch

**Objective:** Mail arrives at the new host.

**Tasks:**

1. Switch with \`make switch\`

**Dependencies:**

- Requires Phase 2 completion

**Gate Criteria:**

- [ ] A test mail arrives

**Decision Point:**

- **If mail is late**: wait for one hour
- **If mail is lost**: go back
- **Escalation**: call the mail team

**Rollback:**

\`\`\`bash
make switch-back
\`\`\`

**Estimated Duration:** 1h

---

## Decision Framework

### Go/No-Go Criteria

**Proceed if:**

- All gates are ticked

**Pause if:**

- An incident is open

**Abort if:**

- Mail is lost

### Escalation

**When to escalate:**

- Mail is lost

**Escalation contacts:**

- Mail team, pager \`mail\`

**What to provide:** phase and last output.

## Validation

- [ ] Mail arrives from outside and from inside

## Rollback Plan

### Complete Rollback Procedure

**From Phase 3:**

\`\`\`
1. make switch-back
\`\`\`

**From Phase 2:**

\`\`\`
1. make remove-copy
\`\`\`

**From Phase 1:**

\`\`\`
1. make remove-host
\`\`\`

### Data Preservation

- The old host keeps all mail for 30 days

## Communication Plan

- [ ] Tell everybody on the day before

## Execution Log

| Phase | Started    | Completed | Status      | Notes |
| ----- | ---------- | --------- | ----------- | ----- |
| 1     | 2026-11-02 |           | In progress |       |
| 2     |            |           |             |       |
| 3     |            |           |             |       |
`;

export const feature = `# Runbook

**Feature Name:** Gift Wrap
**Version:** 1.1
**Date:** 2026-10-12
**Author:** M. Okafor
**Last Updated:** 2026-11-10
**Status:** Active

## 1. Overview

What to do with gift wrap.

## 2. System Overview

The checkout and the printer.

## 3. Pre-Deployment Checklist

- [x] All tests pass
- [x] On-call engineer assigned

## 4. Deployment Procedures

### 4.1 Deployment Steps

#### Step 1: Deploy

\`\`\`bash
make deploy
\`\`\`

**Verification:**

- [ ] \`make health\` prints "ok"

### 4.2 Rollout Strategy

#### Phase 1: Staff (0% → 5%)

- **Duration:** 1 day

#### Phase 2: Half (5% → 50%)

- **Duration:** 2 days

#### Phase 3: Everybody (50% → 100%)

- **Duration:** 1 day

## 5. Monitoring and Alerting

| Alert Name    | Condition   | Severity | Runbook Section |
| ------------- | ----------- | -------- | --------------- |
| Checkout down | No orders   | Critical | Section 6.1     |
| Slips missing | More than 5 | High     | Common Issues   |

## 6. Troubleshooting Guide

### 6.1 Common Issues

#### Issue 1: Slips are missing

**Symptoms:**

- The warehouse reports orders without a slip

**Diagnosis:**

\`\`\`bash
make queue
\`\`\`

**Resolution:**

1. Print them again with \`make reprint\`
   - Verify: the queue is empty.

**Prevention:**

- The queue has an alert

### 6.2 Error Codes

| Error Code | Description | Resolution | Severity |
| ---------- | ----------- | ---------- | -------- |
| ERR-001    | No paper    | Add paper  | Low      |
| ERR-002    | No price    | Load it    | High     |

## 7. Rollback Procedures

### 7.1 Rollback Triggers

- More than 5 percent of the orders fail

### 7.2 Rollback Steps

#### Step 1: Hide the option

\`\`\`bash
make hide
\`\`\`

#### Step 2: Verify Rollback

\`\`\`bash
make health
\`\`\`

**Checklist:**

- [ ] Orders arrive again

## 8. Emergency Contacts

| Role    | Name        | Contact  |
| ------- | ----------- | -------- |
| On-Call | By rotation | \`pager\`  |

## 9. Escalation Procedures

**Level 1: On-Call**

- Handles: everything in section 6
- Response Time: 5 minutes
- Escalates to: Level 2 if an order is lost

**Level 2: Lead**

- Handles: refunds
- Response Time: 1 hour

**What to provide:** order number and time.

## 10. Disaster Recovery

### 10.1 Recovery Objectives

- **RTO (Recovery Time Objective):** 2 hours
- **RPO (Recovery Point Objective):** 1 minute

## 11. Change Log

| Date       | Version | Change          | Author    |
| ---------- | ------- | --------------- | --------- |
| 2026-10-12 | 1.0     | Initial version | M. Okafor |
| 2026-11-10 | 1.1     | Slips           | S. Iyer   |
`;

export const release = `# Release Runbook: Shop v2.14.0

## Metadata

| Field  | Value      |
| ------ | ---------- |
| Date   | 2026-11-18 |
| Owner  | M. Okafor  |
| Status | Approved   |

**Release Date:** 2026-11-24
**Release Manager:** M. Okafor
**Approvals Required Before Deploy:** Shop lead
**Estimated Downtime:** None
**Rollback Deadline:** two hours after the deploy

## 1. Release Information

| Field                   | Value                  |
| ----------------------- | ---------------------- |
| Version                 | 2.14.0                 |
| Branch / Tag            | \`v2.14.0\`              |
| Previous Production Ver | 2.13.2                 |
| Changelog               | in the tracker         |
| Ship/No-Ship Decision   | Ship, 2026-11-18       |
| Database Migrations     | Yes -- add_gift_wrap   |

## 2. Pre-Release Checklist

- [x] CI is green
- [x] Rollback reviewed

## 3. Build Steps

\`\`\`
Step 1: Tag the release
  $ git tag -a v2.14.0 -m "Release v2.14.0"
  - Verify: the tag is listed.
\`\`\`

## 4. Deployment Steps

### 4.1 Production Deployment

**Go/No-Go Decision:** The release manager says go in the channel.

\`\`\`
Step 1: Run the database migration.
  - Command: shopctl migrate up
  - Verify: nothing is pending.

Step 2: Deploy the application.
  - Command: shopctl deploy --version 2.14.0
  - Verify: the health page shows 2.14.0.

Step 3: Run the smoke tests (see Section 5).
  - Command: make smoke
  - Verify: all pass.
\`\`\`

## 5. Smoke Tests

| Test   | Type     | Expected Result | Pass |
| ------ | -------- | --------------- | ---- |
| Health | Critical | 200             | [ ]  |
| Mail   | Major    | Arrives         | [ ]  |

## 6. Rollback Procedure

\`\`\`
Step 1: Deploy the previous version.
  - Command: shopctl deploy --version 2.13.2
  - Verify: the health page shows 2.13.2.

Step 2: Revert the database migration.
  - Command: shopctl migrate down
  - Verify: the migration is pending.
\`\`\`

## 7. Post-Release Tasks

- [ ] Send the announcement (see Communication Plan below).

## 8. Communication Plan

| Audience | Channel | Timing            | Message |
| -------- | ------- | ----------------- | ------- |
| Support  | Mail    | Before the deploy | Notes   |

## 9. Incident Contacts

| Role            | Name   | Contact |
| --------------- | ------ | ------- |
| Release Manager | Okafor | \`pager\` |
`;

/** The text with its first `from` replaced; fails when there is none, so that no test passes for want of its defect. */
export function change(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`nothing to change: ${String(from)}`);
  return changed;
}

/** The text with carets below the first `words` behind the first `anchor`, and what is expected there. */
export function point(text: string, words: string, expectation: string, anchor = words): string {
  const from = text.indexOf(anchor);
  const at = text.indexOf(words, Math.max(0, from));
  if (from < 0 || at < 0) throw new Error(`nothing to point at: ${anchor} ${words}`);
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const carets = `${' '.repeat(at - start)}${'^'.repeat(words.length)} ${expectation}`;
  return `${text.slice(0, end)}\n${carets}${text.slice(end)}`;
}
