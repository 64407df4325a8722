/** The documents that the tests of the language server work on. */

export const owner = `---
id_prefix: RUN-XXX, MON-XXX
---

# Operations (SoT File)

## RUN-001: API answers with errors

**ID**: RUN-001
**Status**: Active

## RUN-010: Disk is full

**ID**: RUN-010
**Status**: Active

## MON-001: Error rate

**ID**: MON-001
**Status**: Active
`;

/** Where the heading of RUN-001 in {@link owner} has its id. */
export const run001 = { start: { line: 6, character: 3 }, end: { line: 6, character: 10 } };

/** A document whose last line is judged, since it defines an entry. */
export function runbookSaying(words: string, id = 'RUN-020'): string {
  return `# ${id}: Restart the workers

**Category**: Maintenance
**Trigger**: Every Monday
**Owner**: Web team
**Last Tested**: 2026-11-01

${words}
`;
}

/** The line of the words in {@link runbookSaying}, from 0. */
export const wordsLine = 7;
