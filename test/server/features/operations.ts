/** A small Source-of-Truth file that the feature tests refer to: what is defined, and nothing that refers. */
export const operations = `
//- /SoT.OPERATIONS.md
---
id_prefix: DEP-XXX, RUN-XXX, MON-XXX
---

# Operations (SoT File)

## DEP-001: Roll out the API

**ID**: DEP-001
**Category**: Application
**Status**: Active

## DEP-002: Roll out the web site

**ID**: DEP-002
**Status**: Active

## DEP-003: Roll out the workers

**ID**: DEP-003
**Status**: Active

## RUN-001: API answers with errors

**ID**: RUN-001
**Category**: Incident Response
**Status**: Active (since spring)
**Owner**: Payments Team
**Last Tested**: 2026-11-08

Clears the queue of the API.

## RUN-002: [DEPRECATED] Restart everything

**ID**: RUN-002
**Status**: Deprecated

## RUN-010: Disk is full

**ID**: RUN-010
**Status**: Active

## MON-001: Error rate

**ID**: MON-001
**Status**: Active
`;
