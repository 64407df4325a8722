/** A small clean Source-of-Truth file with one entry of each prefix, and changes to it that carry expectations. */

/** Clean: no rule of severity error or warning has anything to say about it. */
export const sotEntries = `//- /SoT.DEPLOYMENT.md
---
version: 1.2
id_prefix: DEP-XXX, GTM-XXX, RUN-XXX, MON-XXX, RISK-XXX
last_updated: 2026-10-01
---

# Deployment Playbook (SoT File)

## DEP-001: Roll out the storefront

**ID**: DEP-001
**Category**: Application
**Status**: Active (EPIC-04b, 2026-05-09)
**Owner**: Storefront Team
**Created**: 2026-02-03
**Last Updated**: 2026-09-21

### Overview

Puts a tagged image into production.

### Prerequisites

- [ ] The tag is green in CI

### Deployment Steps

1. Set the image with \`kubectl set image deploy/storefront web=storefront:$VERSION\`
   - Verify: \`kubectl rollout status deploy/storefront\` ends with "successfully rolled out".

### Rollback Procedure

1. Follow [RUN-001](#run-001-checkout-errors), beginning with \`kubectl rollout undo deploy/storefront\`
   - Verify: the health page shows the previous version.

### Related IDs

- [RUN-001](#run-001-checkout-errors) - rollback
- [MON-001](#mon-001-checkout-error-rate) - first metric to move

---

## GTM-001: Gift wrap launch

**ID**: GTM-001
**Category**: Launch
**Status**: Active
**Owner**: Shop Marketing
**Created**: 2026-09-14
**Target Date**: 2026-12-01

### Activity Description

Gift wrap is offered at checkout for the holidays.

### Success Criteria

- [ ] 8 percent of the December orders include gift wrap

### Channels

| Channel    | Strategy  | Owner          | Status  |
| ---------- | --------- | -------------- | ------- |
| Newsletter | One issue | Shop Marketing | Planned |

### Messaging

**Primary Message**: We wrap it, you give it.

---

## RUN-001: Checkout errors

**ID**: RUN-001
**Category**: Incident Response
**Status**: Active
**Owner**: Storefront Team
**Created**: 2026-02-03
**Last Tested**: 2026-10-22

### When to Use

[MON-001](#mon-001-checkout-error-rate) has paged, and the share of failed checkouts is above 5 percent.

### Steps

1. **Mitigate**: undo the last rollout with \`kubectl rollout undo deploy/storefront\`
   - Verify: the share of failed checkouts falls within five minutes.

### Escalation Path

| Level | Contact            | Trigger Condition    |
| ----- | ------------------ | -------------------- |
| L1    | Storefront on-call | Initial response     |
| L2    | Storefront lead    | 15 minutes           |

### Related IDs

- [MON-001](#mon-001-checkout-error-rate) - alert
- [DEP-001](#dep-001-roll-out-the-storefront) - deployment
- [RISK-001](#risk-001-payment-provider-is-down) - risk

---

## MON-001: Checkout error rate

**ID**: MON-001
**Category**: Availability
**Status**: Active
**Owner**: Storefront Team
**Created**: 2026-02-03

### Metric Definition

**What**: Share of checkouts that fail
**Why**: A failed checkout is a lost order
**Source**: Gateway logs

### Thresholds

| Level    | Threshold | Action                                |
| -------- | --------- | ------------------------------------- |
| Warning  | 1 percent | Message in #shop                      |
| Critical | 5 percent | Page on-call, start the related runbook |

### Dashboard

**Location**: https://grafana.example/d/checkout

### Related

- [RUN-001](#run-001-checkout-errors) - what to do

---

## RISK-001: Payment provider is down

**ID**: RISK-001
**Status**: Open
**Owner**: Payments Team
**Impact**: High
**Likelihood**: Low

Cards cannot be charged.

---

## Change Log

| Date       | ID       | Change        | Author    |
| ---------- | -------- | ------------- | --------- |
| 2026-02-03 | DEP-001  | Created entry | M. Okafor |
| 2026-02-03 | RUN-001  | Created entry | M. Okafor |
| 2026-02-03 | MON-001  | Created entry | M. Okafor |
| 2026-02-10 | RISK-001 | Created entry | L. Brandt |
| 2026-09-14 | GTM-001  | Created entry | J. Moreau |
`;

/**
 * The file with stretches replaced: pairs of what stands there and what comes instead, caret lines included. Only the
 * first place is replaced.
 * @throws Error when a stretch does not stand there: the test would otherwise check nothing.
 */
export function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  let text = sotEntries;
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the fixture does not hold ${JSON.stringify(from)}`);
    text = text.replace(from, () => to);
  }
  return text;
}

/** The same fixture with Windows line endings in its files. */
export function windows(source: string): string {
  const line = (words: string): string => (/^(?:\/\/- |\s*\^+ )/.test(words) ? words : `${words}\r`);
  return source.split('\n').map(line).join('\n');
}
