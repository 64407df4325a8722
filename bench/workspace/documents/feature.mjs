/** Feature runbooks: one feature in fifteen numbered sections. */
import { linkTo } from '../links.mjs';
import {
  address,
  author,
  clause,
  command,
  createdDate,
  observation,
  recentDate,
  sentence,
  team,
  thing,
  title,
} from '../words.mjs';

/** @typedef {import('../plan.mjs').PlannedEntry} PlannedEntry */
/** @typedef {import('../random.mjs').Random} Random */

/**
 * @param {Random} random
 * @param {string} file path of the document
 * @param {readonly PlannedEntry[]} entries that it leads to
 * @returns {string}
 */
export function featureRunbook(random, file, entries) {
  const name = title(random);
  const created = createdDate(random);
  const updated = recentDate(random);
  const link = () => linkTo(file, random.pick(entries));
  /** @type {(number: number, name: string, label: string) => string} */
  const step = (number, stepName, label) => `#### Step ${number}: ${stepName}

\`\`\`bash
${command(random)}
${command(random)}
\`\`\`

**${label}:**

- [ ] ${observation(random)}
- [ ] ${observation(random)}
`;
  return `# Runbook

**Feature Name:** ${name}
**Version:** 1.1
**Date:** ${created}
**Author:** ${author(random)}
**Last Updated:** ${updated}
**Status:** Active

---

## 1. Overview

### 1.1 Purpose

${sentence(random)} ${sentence(random)}

### 1.2 Scope

${sentence(random)}

## 2. System Overview

### 2.1 Feature Components

- \`${thing(random).replaceAll(' ', '-')}\`: ${clause(random)}
- \`${thing(random).replaceAll(' ', '-')}\`: ${clause(random)}

### 2.2 Dependencies

- ${link()}, because ${clause(random)}

## 3. Pre-Deployment Checklist

- [x] ${sentence(random)}
- [x] ${sentence(random)}

## 4. Deployment Procedures

### 4.1 Deployment Steps

${[step(1, 'Validate the environment', 'Checklist'), step(2, 'Deploy the application', 'Verification')].join('\n')}
### 4.2 Rollout Strategy

#### Phase 1: Staff (0% → 10%)

- **Duration:** ${random.between(1, 3)} days
- **Target:** Staff
- **Validation:** ${observation(random)}

#### Phase 2: Everybody (10% → 100%)

- **Duration:** ${random.between(1, 5)} days
- **Target:** All customers
- **Validation:** ${observation(random)}

## 5. Monitoring and Alerting

### 5.1 Key Metrics

- **Metric 1:** Share of requests that meet a ${thing(random)}
  - **Threshold:** ${random.between(1, 9)} percent
  - **Dashboard:** ${address(random)}

### 5.2 Alerts

| Alert Name | Condition | Severity | Runbook Section |
| ---------- | --------- | -------- | --------------- |
| ${title(random)} | above ${random.between(5, 30)} percent for 5 minutes | Critical | Section 6.1 |

## 6. Troubleshooting Guide

### 6.1 Common Issues

#### Issue 1: ${title(random)}

**Symptoms:**

- ${sentence(random)}

**Diagnosis:**

\`\`\`bash
${command(random)}
\`\`\`

**Resolution:**

1. Clear it with \`${command(random)}\`
   - Verify: ${observation(random)}.
2. Follow ${link()} when it comes back
   - Verify: ${observation(random)}.

**Prevention:**

- ${sentence(random)}

### 6.2 Error Codes

| Error Code | Description | Resolution | Severity |
| ---------- | ----------- | ---------- | -------- |
| ERR-${random.between(100, 499)} | ${clause(random)} | \`${command(random)}\` | High |
| ERR-${random.between(500, 999)} | ${clause(random)} | \`${command(random)}\` | Medium |

## 7. Rollback Procedures

### 7.1 Rollback Triggers

- ${sentence(random)}

### 7.2 Rollback Steps

${[step(1, 'Revert the code', 'Verification'), step(2, 'Verify the rollback', 'Checklist')].join('\n')}
## 8. Maintenance Procedures

- [ ] ${sentence(random)}

## 9. Emergency Contacts

| Role | Name | Contact | Availability |
| ---- | ---- | ------- | ------------ |
| On-Call Engineer | By rotation | Pager \`${thing(random).replaceAll(' ', '-')}\` | Always |
| Engineering Lead | ${author(random)} | ${team(random)}, by phone | Always |

## 10. Escalation Procedures

**Level 1: On-Call Engineer**

- Handles: Everything in section 6
- Response Time: 5 minutes
- Escalates to: Level 2 if ${clause(random)}

**Level 2: Engineering Lead**

- Handles: Decision on a rollback
- Response Time: 15 minutes

**What to provide:** error share, steps taken so far, the state of the ${thing(random)}.

## 11. Security Procedures

${sentence(random)}

## 12. Performance Tuning

- 95th percentile of the ${thing(random)}: ${random.between(20, 900)} ms

## 13. Disaster Recovery

- **RTO (Recovery Time Objective):** ${random.between(1, 8)} hours
- **RPO (Recovery Point Objective):** ${random.between(1, 30)} minutes

${sentence(random)}

## 14. Change Log

| Date | Version | Change | Author |
| ---- | ------- | ------ | ------ |
| ${created} | 1.0 | Initial version | ${author(random)} |
| ${updated} | 1.1 | ${clause(random)} | ${author(random)} |

## 15. References

${entries.map((entry) => `- ${linkTo(file, entry)}`).join('\n')}
`;
}
