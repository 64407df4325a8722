import { expect, test } from 'vitest';
import { SharedWords } from '../../../server/src/index/shared-words';
import { summarize } from '../../../server/src/index/summary';
import { modelOf } from '../../support/read-model';

/** Documents as teams write them who never heard of our templates: none may be taken for one. */
const documents: Readonly<Record<string, string>> = {
  'a runbook with sections of its own': `# Runbook: Redis is down

## Symptoms
- Timeouts in the checkout

## Impact
High.

## Mitigation
1. Check \`redis-cli ping\`
2. Restart the pod

## Escalation
Page the cache team.
`,
  'a playbook of a security team': `# Phishing Response Playbook

## Phase 1: Identification
Look at the headers.

## Phase 2: Containment
Block the sender.

## Phase 3: Recovery
Restore mailboxes.
`,
  'a release checklist': `# Release Checklist

## Pre-release
- [ ] Bump the version
- [ ] Update CHANGELOG

## Smoke Tests
- [ ] Log in

## Communication Plan
Tell everybody.
`,
  'a postmortem': `# Postmortem: Outage of 2024-03-01

**Status:** Complete
**Owner:** Jane

## Timeline
| Time | Event |
|------|-------|
| 10:00 | Alert |

## Action items
| ID | Action | Owner |
|----|--------|-------|
| ACT-001 | Add alert | Jane |
`,
  'experiment runs': `# Experiments

## RUN-001: baseline
lr=0.1

## RUN-002: larger batch
lr=0.2
`,
  'security findings': `# Pentest

## SEC-001: XSS in search
Severity: High

## SEC-002: Weak TLS
Severity: Low
`,
  deprecations: `# Deprecations

## DEP-001: \`fs.exists\`
Type: Documentation-only

## DEP-002: \`Buffer()\`
Type: Runtime
`,
  'a guide to deployments in Kubernetes': `---
title: Deployments
weight: 30
---

## Creating a Deployment

1. Run \`kubectl apply -f deployment.yaml\`.
2. Run \`kubectl rollout status deployment/nginx\`.

## Rolling Back a Deployment

\`\`\`shell
kubectl rollout undo deployment/nginx
\`\`\`
`,
  'an on-call handbook': `# On-call

## Overview
## Prerequisites
## Escalation Procedures
## References
`,
  'an architecture decision': `# ADR-001: Use PostgreSQL

Status: Accepted
Date: 2024-01-01

## Context
## Decision
## Consequences
`,
};

test.for(Object.entries(documents))('%s is of no kind and claims no entries', ([, text]) => {
  const model = modelOf(text, 'docs/page.md');
  expect(model.kind.kind).toBe('none');
  const summary = summarize(
    { uri: 'file:///page.md', folder: 'file:///', path: 'docs/page.md' },
    model,
    false,
    new SharedWords(),
  );
  expect(summary.prefixes).toEqual([]);
  expect(summary.definitions.filter(({ claims }) => claims).map(({ key }) => key)).toEqual([]);
});
