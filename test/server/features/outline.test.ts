import { describe, expect, it } from 'vitest';
import type { OutlineNode } from '../../../protocol/src/messages';
import { serveFixture } from '../../support/check-feature';

function outlineOf(source: string): { kind: string; rows: string[] } {
  const { service, uri } = serveFixture(source);
  const rows = (nodes: readonly OutlineNode[], depth: number): string[] =>
    nodes.flatMap(({ label, progress, state, description, missing, unwritten, children }) => {
      const count = progress === undefined ? '' : ` ${String(progress.done)}/${String(progress.total)}`;
      const lacks = [...missing, ...unwritten];
      return [
        `${'  '.repeat(depth)}${label}${count}${state === undefined ? '' : ` ${state}`}${description === undefined ? '' : `: ${description}`}${lacks.length === 0 ? '' : ` (${lacks.join(', ')})`}`,
        ...rows(children, depth + 1),
      ];
    });
  const { kind, nodes } = service.editor.outline(uri);
  return { kind, rows: rows(nodes, 0) };
}

describe('the outline', () => {
  it('shows what each phase holds and marks what it lacks', () => {
    const { kind, rows } = outlineOf(`//- /move.md
# Playbook: Move

## Phases

### Phase 1: Prepare

**Objective:** Everything is packed.

**Tasks:**

1. Order a van

**Gate Criteria:**

- [x] The van is there

**Rollback:** Send the van away with \`van cancel\`.

### Phase 2: Drive

**Objective:** Everything is there.

**Tasks:**

1. Drive

**Dependencies:**

- Requires Phase 1

**Gate Criteria:**

- [ ] Nothing is left behind
`);
    expect(kind).toBe('playbook');
    expect(rows).toEqual([
      'Phase 1: Prepare 1/1 done',
      '  Objective: Everything is packed.',
      '  Tasks: 1',
      '    Order a van',
      '  Gate Criteria 1/1 done',
      '    The van is there',
      '  Rollback',
      'Phase 2: Drive 0/1 open (no rollback)',
      '  Objective: Everything is there.',
      '  Tasks: 1',
      '    Drive',
      '  Dependencies: requires Phase 1',
      '  Gate Criteria 0/1 open',
      '    Nothing is left behind',
    ]);
  });

  it('shows the steps of an entry and marks the one without verification', () => {
    const { kind, rows } = outlineOf(`//- /disk.md
# RUN-001: Disk is full

**Category**: Maintenance
**Trigger**: MON-001
**Owner**: Web
**Last Tested**: 2026-11-01

## Procedure

### Step 1: Delete

\`\`\`
rm old.log
\`\`\`

**Verification**:

- [ ] \`df -h\` shows free space

### Step 2: Restart

\`\`\`
systemctl restart web
\`\`\`
`);
    expect(kind).toBe('entry');
    expect(rows[0]).toContain('RUN-001: Disk is full');
    expect(rows.filter((row) => row.includes('(no verification)'))).toEqual([
      expect.stringContaining('Step 2: Restart'),
    ]);
  });

  it('tells how far phases are, by their gates and by the log', () => {
    const phase = (n: number, rest: string): string =>
      `### Phase ${String(n)}: P\n\n**Objective:** x\n\n${rest}\n\n`;
    const { rows } = outlineOf(
      `//- /move.md\n# Playbook: Move\n\n${phase(1, '**Gate Criteria:**\n- [x] a\n- [x] b')}` +
        phase(2, '**Dependencies:** Phase 1\n\n**Gate Criteria:**\n- [x] a\n- [ ] b') +
        `${phase(3, '**Dependencies:** Phase 2')}${phase(4, '')}${phase(5, '')}${phase(6, '')}` +
        '## Execution Log\n\n| Phase | Started | Completed | Status |\n|---|---|---|---|\n' +
        '| 4 | 2026-11-01 | 2026-11-01 | Done |\n| 5 | 2026-11-02 | | Rolled back |\n| 6 | 2026-11-02 | | |\n',
    );
    const states = rows.filter((row) => row.startsWith('Phase')).map((row) => row.replace(/ \(.*/, ''));
    expect(states).toEqual([
      'Phase 1: P 2/2 done',
      'Phase 2: P 1/2 started',
      'Phase 3: P blocked: waits for Phase 2',
      'Phase 4: P done',
      'Phase 5: P open',
      'Phase 6: P started',
    ]);
  });

  it('tells what is there and still to be filled in', () => {
    const { rows } = outlineOf(
      '//- /move.md\n# Playbook: Move\n\n### Phase 1: Copy\n\n**Objective:** [What is true after this phase]\n\n' +
        '**Tasks:**\n\n1. Copy with `cp`\n   - Verify: [What shows that it worked]\n\n**Gate Criteria:**\n\n' +
        '- [ ] Same sizes\n\n**Rollback:**\n\n```\n[First step back]\n```\n',
    );
    expect(rows).toEqual([
      'Phase 1: Copy 0/1 open (objective, rollback to be filled in)',
      '  Objective: [What is true after this phase] (to be filled in)',
      '  Tasks: 1',
      '    Copy with cp (verification to be filled in)',
      '      Verification (to be filled in)',
      '  Gate Criteria 0/1 open',
      '    Same sizes',
      '  Rollback (to be filled in)',
    ]);
  });

  it('shows the words of a wrapped line, and nothing of a table', () => {
    const { rows } = outlineOf(
      '//- /ops.md\n# RUN-001: Disk is full\n\n### When to Use\n\nThe disk is full, or will be\nwithin a day.\n\n' +
        '### Steps\n\n1. Run `df`\n\n### Escalation Path\n\n| Level | Contact |\n|---|---|\n| 1 | Ada |\n',
    );
    expect(rows).toContain('  When to Use: The disk is full, or will be within a day.');
    expect(rows).toContain('  Escalation Path');
  });

  it('groups the entries of a SoT file, with owner and age', () => {
    const { rows } = outlineOf(`//- /SoT.OPERATIONS.md
---
id_prefix: RUN, MON
---

# SoT: Operations

## RUN-001: Disk is full

**Trigger**: MON-001
**Owner**: Shop Team
**Last Tested**: 2026-11-10

### Prerequisites

- [x] Access to the host

### Steps

1. Delete with \`rm\`
   - Verify: it is gone

### Escalation

Call the lead.

## MON-001: Disk

**Owner**: Data
**Last Updated**: 2026-11-19
`);
    expect(rows).toEqual([
      'RUN: Runbooks: 1',
      '  RUN-001: Disk is full: 10 d · Shop Team',
      '    Trigger: MON-001',
      '    Prerequisites 1/1 done',
      '      Access to the host',
      '    Steps: 1 step',
      '      Delete with rm: verified',
      '        Verification',
      '    Escalation: Call the lead.',
      'MON: Monitoring: 1',
      '  MON-001: Disk: 1 d · Data (a field is missing, a section is missing)',
    ]);
  });

  it('marks an entry whose last test is long ago', () => {
    const { rows } = outlineOf(
      '//- /RUN-001.md\n# RUN-001: Disk\n\n**Trigger**: MON-001\n**Owner**: Web\n**Last Tested**: 2025-01-01\n',
    );
    expect(rows[0]).toContain('tested too long ago');
  });

  it('shows checklists of other sections, and boxes in tables', () => {
    const { rows } = outlineOf(
      '//- /release.md\n# Release Runbook: Shop v1.2.3\n\n**Rollback Deadline:** noon\n\n## 1. Readiness\n\n### Code\n\n' +
        '- [x] Merged\n\n### People\n\n- [ ] Told\n\n## 9. Go/No-Go\n\n| Question | Yes |\n|---|---|\n| Backup tried | [ ] |\n',
    );
    expect(rows).toEqual([
      'Readiness 1/2 started',
      '  Code 1/1 done',
      '    Merged',
      '  People 0/1 open',
      '    Told',
      'Go/No-Go 0/1 open',
      '  Backup tried',
    ]);
  });

  it('tells procedures of one name apart by their sections, and those of one section by their first steps', () => {
    const { rows } = outlineOf(`//- /gift-wrap.md
# Gift wrap Runbook

**Feature Name:** Gift wrap

## Troubleshooting Guide

### Labels are not printed

**Resolution:**

1. Restart the printer

### Paper is out

**Resolution:**

1. Fetch paper

## Maintenance Procedures

### Weekly

\`\`\`
Step 1: Clean the printer
  $ clean
Step 2: Feed it
  $ feed
\`\`\`

\`\`\`
Step 1: Look at the queue
  $ lpq
Step 2: Empty the queue
  $ lprm -
\`\`\`
`);
    expect(rows.filter((row) => !row.startsWith(' '))).toEqual([
      'Labels are not printed: Resolution: 1 step',
      'Paper is out: Resolution: 1 step',
      'Weekly: Clean the printer: 2 steps',
      'Weekly: Look at the queue: 2 steps',
    ]);
  });

  it('has one row for a section with steps and boxes', () => {
    const { rows } = outlineOf(`//- /storefront-2.14.0.md
# Release Runbook: Storefront v2.14.0

**Rollback Deadline:** noon

## Build Steps

1. Tag the release
2. Build the image

| Artifact | Verified |
| --- | --- |
| Container image | [x] |
| Migration | [ ] |

## Smoke Tests

- [ ] A page opens
`);
    expect(rows).toEqual([
      'Build Steps 1/2: 2 steps',
      '  Tag the release',
      '  Build the image',
      '  Container image',
      '  Migration',
      'Smoke Tests 0/1 open',
      '  A page opens',
    ]);
  });

  it('has nodes with ids of their own, whose words lie inside them', () => {
    const { service, uri } = serveFixture('//- /x.md\n# Playbook: X\n\n## Phase 1: A\n\n## Phase 1: A\n');
    const { nodes } = service.editor.outline(uri);
    expect(nodes).toHaveLength(2);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(2);
    for (const { range, selectionRange } of nodes) {
      expect(selectionRange.start.line).toBeGreaterThanOrEqual(range.start.line);
      expect(selectionRange.end.line).toBeLessThanOrEqual(range.end.line);
    }
  });

  it('is empty for ordinary Markdown and for documents that are not there', () => {
    expect(outlineOf('//- /notes.md\n# Notes\n\n1. Do\n')).toEqual({ kind: 'none', rows: [] });
    const { service } = serveFixture('//- /notes.md\n# Notes\n');
    expect(service.editor.outline('file:///workspace/gone.md').nodes).toEqual([]);
  });
});
