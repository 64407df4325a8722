/** Pieces of a Source-of-Truth file for fixtures of rules about identifiers and links. */

/** The top of a file that owns RUN and MON, with a navigation of these bullets under bands up to 099. */
export function sotTop(runs: readonly string[], monitors: readonly string[] = []): string {
  return `---
id_prefix: RUN-XXX, MON-XXX
---

# Operations (SoT File)

## Navigation by Category

**Operational Runbooks** (RUN-001 to RUN-099):

${runs.join('\n')}

**Monitoring & Alerting** (MON-001 to MON-099):

${monitors.join('\n')}

---
`;
}

/** A filled RUN entry; \`more\` follows its fields. */
export function runEntry(id: string, title: string, more = ''): string {
  return `
## ${id}: ${title}

**ID**: ${id}
**Category**: Incident Response
**Status**: Active
**Owner**: Platform team
**Created**: 2026-03-04
**Last Tested**: 2026-11-01
${more}
### Steps

1. Run \`shopctl pool restart\`
   - Verify: the gauge falls below 80
`;
}

/** A filled MON entry; \`more\` follows its fields. */
export function monEntry(id: string, title: string, more = ''): string {
  return `
## ${id}: ${title}

**ID**: ${id}
**Category**: Performance
**Status**: Active
**Owner**: Platform team
**Created**: 2026-03-04
${more}
### Metric Definition

**What**: Connections in use
**Why**: No free connection, no orders
**Source**: pg_stat_activity
`;
}
