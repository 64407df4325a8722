/** Edits at nodes of the tree, and quick fixes, as clients with and without tab stops in their edits get them. */
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import type { OutlineResult } from '../../../protocol/src/messages';
import { connectClient, type TestClient } from '../../support/language-client';

const text = `---
runbook: playbook
---

# Playbook: Move

## Phases

### Phase 1: Copy

**Objective:** A copy.

**Tasks:**

1. Copy with \`cp\`
   and wait
2. Look

**Gate Criteria:**

- [ ] Same sizes
`;

async function connect(snippetEditSupport: boolean): Promise<TestClient> {
  const client = connectClient({ 'move.md': text });
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport } } },
    workspaceFolders: [{ uri: client.uri('').replace(/\/$/, ''), name: 'workspace' }],
  });
  await client.notify('initialized', {});
  await client.open('move.md', text);
  return client;
}

function editsOf({ documentChanges = [] }: WorkspaceEdit): readonly unknown[] {
  return documentChanges.flatMap((change) => ('edits' in change ? change.edits : []));
}

async function edit(client: TestClient, rest: object): Promise<readonly unknown[]> {
  const textDocument = { uri: client.uri('move.md') };
  const { version } = await client.request<OutlineResult>('runbook/outline', { textDocument });
  return editsOf(
    await client.request<WorkspaceEdit>('runbook/editOutline', { textDocument, version, ...rest }),
  );
}

describe('an edit of the tree', () => {
  it('has tab stops where the client knows them, from the beginning of a line', async () => {
    const step = { nodes: ['phase-1/tasks/step-1'], action: 'add-verification' };
    expect(await edit(await connect(true), step)).toEqual([
      {
        range: { start: { line: 16, character: 0 }, end: { line: 16, character: 0 } },
        snippet: { kind: 'snippet', value: '   - Verify: ${1:[What shows that it worked]}\n' },
      },
    ]);
    expect(await edit(await connect(false), step)).toEqual([
      {
        range: { start: { line: 15, character: 11 }, end: { line: 15, character: 11 } },
        newText: '\n   - Verify: [What shows that it worked]',
      },
    ]);
  });

  it('is one for the version that the tree is of', async () => {
    const client = await connect(true);
    const params = { textDocument: { uri: client.uri('move.md') }, nodes: ['phase-1'], action: 'add-phase' };
    await expect(client.request('runbook/editOutline', { ...params, version: 99 })).rejects.toThrow(
      'has changed since',
    );
    await expect(
      client.request('runbook/editOutline', { ...params, version: 1, nodes: ['x'] }),
    ).rejects.toThrow('no such part');
    await expect(
      client.request('runbook/editOutline', { ...params, version: 1, action: 'explode' }),
    ).rejects.toThrow('"action": it must be one of add-phase');
  });

  it('ticks a box and nothing else', async () => {
    expect(await edit(await connect(true), { nodes: ['phase-1/gate-criteria/1'], action: 'tick' })).toEqual([
      { range: { start: { line: 20, character: 2 }, end: { line: 20, character: 5 } }, newText: '[x]' },
    ]);
  });
});

describe('a quick fix that inserts something to fill in', () => {
  const fixOf = async (client: TestClient): Promise<readonly unknown[]> => {
    const range = { start: { line: 8, character: 6 }, end: { line: 8, character: 6 } };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('move.md') },
      range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const fix = actions.find(({ title }) => title.startsWith('Add a rollback'))?.edit;
    return fix === undefined ? [] : editsOf(fix);
  };

  it('has its first slot as the first tab stop, or plain text', async () => {
    expect(await fixOf(await connect(true))).toEqual([
      expect.objectContaining({
        snippet: {
          kind: 'snippet',
          value: '\n\n**Rollback:**\n\n```\n${1:[First step back]}\n${2:[How to see that it worked]}\n```',
        },
      }),
    ]);
    expect(await fixOf(await connect(false))).toEqual([
      expect.objectContaining({
        newText: '\n\n**Rollback:**\n\n```\n[First step back]\n[How to see that it worked]\n```',
      }),
    ]);
  });
});
