import type { DocumentSymbol } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { serveFixture } from '../../support/check-feature';
import { operations } from './operations';

/** The tree as indented names. */
function names(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, children }) => [
    '  '.repeat(depth) + name,
    ...names(children ?? [], depth + 1),
  ]);
}

describe('symbols of a document', () => {
  it('are its entries, steps and sections', () => {
    const { service, uri } = serveFixture(`//- /SoT.X.md
---
id_prefix: RUN
---

# Operations

## RUN-001: Disk is full

### Procedure

#### Step 1: Look

\`\`\`
df -h
\`\`\`

#### Step 2: Delete

1. **Find** the largest file
2. **Remove** it

### Escalation

- Call somebody
`);
    expect(names(service.editor.documentSymbols(uri))).toEqual([
      'Operations',
      '  RUN-001: Disk is full',
      '    Procedure',
      '      Step 1: Look',
      '      Step 2: Delete',
      '    Escalation',
    ]);
  });

  it('are phases of a playbook with what they hold', () => {
    const { service, uri } = serveFixture(`//- /move.md
# Playbook: Move

## Phases

### Phase 1: Prepare

**Tasks:**

1. Order a van

### Phase A: Drive
`);
    expect(names(service.editor.documentSymbols(uri))).toEqual([
      'Playbook: Move',
      '  Phases',
      '    Phase 1: Prepare',
      '      1. Order a van',
      '    Phase A: Drive',
    ]);
  });

  it('enclose the words that they are shown by', () => {
    const { service, uri } = serveFixture(operations);
    const check = ({ range, selectionRange, children }: DocumentSymbol): void => {
      expect(selectionRange.start.line).toBeGreaterThanOrEqual(range.start.line);
      expect(selectionRange.end.line).toBeLessThanOrEqual(range.end.line);
      children?.forEach(check);
    };
    const symbols = service.editor.documentSymbols(uri);
    expect(symbols).not.toEqual([]);
    symbols.forEach(check);
  });

  it('are none for ordinary Markdown', () => {
    const { service, uri } = serveFixture('//- /notes.md\n# Notes\n\n## Monday\n');
    expect(service.editor.documentSymbols(uri)).toEqual([]);
  });
});

describe('symbols of the workspace', () => {
  const { service } = serveFixture(operations);
  const found = (query: string): string[] => service.editor.workspaceSymbols(query).map(({ name }) => name);

  it('are ids with their titles, in order', () => {
    expect(found('RUN')).toEqual([
      'RUN-001: API answers with errors',
      'RUN-002: Restart everything',
      'RUN-010: Disk is full',
    ]);
  });

  it('are found by any letters in order, in any case', () => {
    expect(found('disk')).toEqual(['RUN-010: Disk is full']);
    expect(found('run010')).toEqual(['RUN-010: Disk is full']);
    expect(found('errate')).toEqual(['MON-001: Error rate']);
    expect(found('')).toHaveLength(7);
    expect(found('xyzzy')).toEqual([]);
  });

  it('leave headings to editors that find them by themselves', () => {
    const plain = serveFixture(
      `${operations}//- /runbooks/pool.md\nRUN-020: Pool is full\nOwner: Ops\nTrigger: MON-001\n`,
    );
    const symbols = plain.service.editor.workspaceSymbols('RUN', { headings: false });
    expect(symbols.map(({ name }) => name)).toEqual(['RUN-020: Pool is full']);
  });
});
