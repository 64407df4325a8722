/** Release runbooks: one version of one service, from the checklist to the way back. */
import { linkTo } from '../links.mjs';
import { address, author, command, observation, sentence, team, thing } from '../words.mjs';

/** @typedef {import('../plan.mjs').PlannedEntry} PlannedEntry */
/** @typedef {import('../random.mjs').Random} Random */

/**
 * @param {Random} random
 * @param {string} file path of the document
 * @param {string} service
 * @param {readonly PlannedEntry[]} entries that it leads to
 * @returns {string}
 */
export function releaseRunbook(random, file, service, entries) {
  const minor = random.between(2, 40);
  const version = `12.${minor}.0`;
  const previous = `12.${minor - 1}.${random.between(0, 6)}`;
  const manager = author(random);
  const links = entries.map((entry) => linkTo(file, entry)).join(', ');
  /** @type {(name: string, number: number) => string} */
  const step = (name, number) => `Step ${number}: ${name}
  - Command: ${command(random)}
  - Verify: ${observation(random)}.
`;
  /** @type {(...names: string[]) => string} */
  const steps = (...names) => `\`\`\`\n${names.map((name, i) => step(name, i + 1)).join('\n')}\`\`\`\n`;
  return `# Release Runbook: ${service} v${version}

## Metadata

| Field         | Value |
| ------------- | ----- |
| Date          | 2026-11-18 |
| Owner         | ${manager} |
| Related Links | ${links} |
| Status        | Approved |

---

**Release Date:** 2026-12-${random.between(10, 28)}
**Release Manager:** ${manager}
**Approvals Required Before Deploy:** ${team(random)} lead
**Estimated Downtime:** None
**Rollback Deadline:** two hours after the deploy

---

## 1. Release Information

| Field                   | Value |
| ----------------------- | ----- |
| Version                 | ${version} |
| Branch / Tag            | \`v${version}\` |
| Previous Production Ver | ${previous} |
| Changelog               | ${address(random)} |
| Ship/No-Ship Decision   | Ship, recorded on 2026-11-18 |
| Database Migrations     | No |
| Feature Flags           | \`${thing(random).replaceAll(' ', '-')}\` stays off |

---

## 2. Pre-Release Checklist

- [x] ${sentence(random)}
- [x] ${sentence(random)}
- [x] Rollback procedure reviewed by ${author(random)}.

---

## 3. Build Steps

${steps('Tag the release', 'Start the build', 'Compare the artifacts')}
**Build Artifact Verification:**

| Artifact        | Expected Hash / Version | Verified |
| --------------- | ----------------------- | -------- |
| Container image | ${service}:${version} | [ ] |

---

## 4. Deployment Steps

### 4.1 Staging Deployment

${steps('Deploy to staging', 'Run the staging smoke tests (see Section 5)')}
- [ ] Staging runs the version, and ${observation(random)}

### 4.2 Production Deployment

**Go/No-Go Decision:** ${manager} confirms that all staging checks pass.

${steps('Announce the release', 'Deploy the application', 'Run the production smoke tests (see Section 5)')}
- [ ] Production runs the version, and ${observation(random)}

---

## 5. Smoke Tests

| Test         | Type     | Expected Result | Pass |
| ------------ | -------- | --------------- | ---- |
| Health check | Critical | \`GET /health\` shows ${version} | [ ] |
| Login        | Critical | ${observation(random)} | [ ] |
| Background   | Major    | ${observation(random)} | [ ] |

---

## 6. Rollback Procedure

${steps('Announce the rollback', `Revert the application to ${previous}`, 'Verify the rollback with the smoke tests')}
- [ ] Rollback completed, and ${observation(random)}

---

## 7. Post-Release Tasks

- [ ] ${sentence(random)}
- [ ] Send the announcement (see Communication Plan below).

---

## 8. Communication Plan

| Audience    | Channel | Timing | Message |
| ----------- | ------- | ------ | ------- |
| Engineering | Chat    | Before the deploy | "Starting deploy of v${version}" |
| On-call     | Pager   | Before the deploy | "Release in progress" |

---

## 9. Incident Contacts

| Role             | Name | Contact |
| ---------------- | ---- | ------- |
| Release Manager  | ${manager} | Pager \`${service}-lead\` |
| On-Call Engineer | By rotation | Pager \`${service}-primary\` |

---

## Definition of Done

- [ ] ${observation(random)}
- [ ] ${sentence(random)}
`;
}
