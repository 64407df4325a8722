import { describe, expect, it } from 'vitest';
import type { OutlineNode } from '../../../protocol/src/messages';
import { serveFixture } from '../../support/check-feature';

function outlineOf(source: string): { kind: string; rows: string[] } {
  const { service, uri } = serveFixture(source);
  const rows = (nodes: readonly OutlineNode[], depth: number): string[] =>
    nodes.flatMap(({ label, description, missing, children }) => [
      `${'  '.repeat(depth)}${label}${description === undefined ? '' : `: ${description}`}${missing.length === 0 ? '' : ` (${missing.join(', ')})`}`,
      ...rows(children, depth + 1),
    ]);
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
      'Phase 1: Prepare: 1 of 1 checked',
      '  Objective: Everything is packed.',
      '  Tasks: 1',
      '    Order a van',
      '  Gate Criteria: 1 of 1 checked',
      '    The van is there',
      '  Rollback',
      'Phase 2: Drive: 0 of 1 checked (no rollback)',
      '  Objective: Everything is there.',
      '  Tasks: 1',
      '    Drive',
      '  Dependencies: requires Phase 1',
      '  Gate Criteria: 0 of 1 checked',
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
