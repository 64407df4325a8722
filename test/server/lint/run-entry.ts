/** A filled-in runbook entry whose parts tests replace or leave out. */

const whole = {
  title: 'RUN-001: Connection pool is exhausted',
  category: 'Category: Incident',
  trigger: 'Trigger: Users report errors at checkout, and the pool gauge is above 90 %',
  owner: 'Owner: Data Team',
  tested: 'Last Tested: 2026-11-01',
  scope: `
## Scope
- **Handles**: a pool that is full because of slow sessions
- **Does NOT handle**: a lost database`,
  prerequisites: `
## Prerequisites
- [ ] Right to restart services on the pool hosts`,
  procedure: `
## Procedure

### Step 1: Restart the pooler
\`\`\`bash
systemctl restart pgbouncer
\`\`\`

Verification:
- [ ] The pool gauge is below 50 %`,
  escalation: `
## Escalation
- **When to escalate**: not over after 15 minutes
- **Who to contact**: lead of the Data Team, pager \`data-lead\`
- **What to provide**: start time and what was done`,
  post: `
## Post-Incident
- [ ] Write the timeline into the incident record`,
};

export type EntryPart = keyof typeof whole;

/** The entry in a file of its own, with other text for some parts; null leaves a part out. */
export function runEntry(parts: Partial<Record<EntryPart, string | null>> = {}): string {
  const lines = Object.entries({ ...whole, ...parts }).filter(([, text]) => text !== null);
  return `//- /RUN-001-pool.md\n${lines.map(([, text]) => text).join('\n')}\n`;
}

/** A Source-of-Truth file with these entries behind its title. */
export function sotFile(entries: string): string {
  return `//- /SoT.DEPLOYMENT.md
---
id_prefix: DEP-XXX, GTM-XXX, RUN-XXX, MON-XXX
---

# Deployment Playbook (SoT File)

${entries.trim()}
`;
}
