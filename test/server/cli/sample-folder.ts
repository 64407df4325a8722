/** Documents for tests of the command line: a clean one, and ones with a defect each. */

/** A runbook entry with nothing against it of severity error or warning. */
export function runEntry(number: string, title: string, more = ''): string {
  return `## RUN-${number}: ${title}

**ID**: RUN-${number}
**Category**: Incident Response
**Status**: Active
**Owner**: Platform Team
**Created**: 2026-10-01
**Last Tested**: 2026-11-01
**Trigger**: Users report errors

### Scope

- **Handles**: Full disks of the web servers
- **Does NOT handle**: Full disks of the database

### Prerequisites

- [ ] Access to the web servers

### Procedure

#### Step 1: Look for the largest files

\`\`\`bash
du -xh / | sort -h | tail
\`\`\`

Verification:

- [ ] The largest files are known

### Escalation

- **When to escalate**: The disk is still full after 15 minutes
- **Who to contact**: Platform lead, #platform
- **What to provide**: The list of files

### Post-Incident

- [ ] Document the timeline
${more}
`;
}

/** A Source-of-Truth file that owns RUN, with a navigation list, one line for each entry. */
export function sotFile(navigation: readonly string[], entries: readonly string[]): string {
  return `---
version: 1.0
purpose: Runbooks of the platform
id_prefix: RUN-XXX
last_updated: 2026-11-01
---

# Runbooks

## Navigation by Category

**Operational Runbooks** (RUN-001 to RUN-099):

${navigation.join('\n')}

---

${entries.join('\n---\n\n')}`;
}

export const bullet = {
  first: '- [RUN-001](#run-001-disk-is-full) - Disk is full',
  second: '- [RUN-002](#run-002-disk-is-slow) - Disk is slow',
} as const;

export const clean = sotFile(
  [bullet.first, bullet.second],
  [runEntry('001', 'Disk is full', '\nSee RUN-002.'), runEntry('002', 'Disk is slow', '\nSee RUN-001.')],
);

/** A link to an entry that exists nowhere: a warning. */
export const dangling = clean.replace('See RUN-002.', 'Linked IDs: RUN-077');

/** The same entry twice: an error. */
export const duplicate = sotFile(
  [bullet.first],
  [runEntry('001', 'Disk is full'), runEntry('001', 'Disk is full')],
);

/** A title in the navigation that is not the entry's: a fix that needs no decision. */
export const fixable = clean.replace(bullet.second, '- [RUN-002](#run-002-disk-is-slow) - Disk is quick');
