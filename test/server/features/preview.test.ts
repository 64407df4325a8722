import { describe, expect, it } from 'vitest';
import type { PreviewContents } from '../../../protocol/src/preview';
import { serveFixture } from '../../support/check-feature';
import { uriOf } from '../../support/workspace';

function previewOf(source: string): PreviewContents {
  const { service, uri } = serveFixture(source);
  const contents = service.editor.preview(uri);
  if (contents === null) throw new Error('the document is not a runbook');
  return contents;
}

/** Identifiers as `line: words state`, lines from 1. */
function idsOf(source: string): string[] {
  return previewOf(source).ids.map(
    ({ line, lead, text, state, defines }) =>
      `${String(line + 1)}: ${lead}«${text}» ${defines ? 'here' : state}`,
  );
}

/** Fenced code is written with `~~~` here. */
function commandsOf(source: string): (readonly [number, number, string?])[] {
  return previewOf(source).commands.map(({ line, end, text }) =>
    text === undefined ? [line + 1, end] : [line + 1, end, text],
  );
}

const owner = `//- /SoT.OPS.md
---
id_prefix: RUN-XXX, MON-XXX
---

# Operations (SoT File)

## RUN-001: Queue is stuck

**ID**: RUN-001
**Category**: Recovery
**Status**: Active
**Owner**: Platform team

Linked IDs: MON-001, RUN-002/003, RUN-009

## RUN-002: [DEPRECATED] Restart

**ID**: RUN-002
**Status**: Deprecated, replaced by RUN-001

## MON-001: Queue length

**ID**: MON-001
**Runbook**: [RUN-001](#run-001-queue-is-stuck)
`;

describe('a document that is not a runbook', () => {
  it('has no preview of ours', () => {
    const { service } = serveFixture(`${owner}
//- /notes.md
# Notes

- [ ] Ask about RUN-001
`);
    expect(service.editor.preview(uriOf('notes.md'))).toBeNull();
    expect(service.editor.preview(uriOf('nowhere.md'))).toBeNull();
  });
});

describe('identifiers', () => {
  it('are linked or missing, but for the field that repeats its own entry', () => {
    expect(idsOf(owner)).toEqual([
      '7: «RUN-001» here',
      '14: «MON-001» defined',
      '14: «RUN-002» deprecated',
      '14: RUN-002/«003» missing',
      '14: «RUN-009» missing',
      '16: «RUN-002» here',
      '19: «RUN-001» defined',
      '21: «MON-001» here',
      '24: «RUN-001» defined',
    ]);
  });

  it('say where they lead and what is there', () => {
    const [, linked] = previewOf(owner).ids;
    expect(linked).toMatchObject({
      id: 'MON-001',
      title: 'Queue length',
      target: { uri: uriOf('SoT.OPS.md'), slug: 'mon-001-queue-length' },
    });
  });

  it('are of prefixes that the workspace uses', () => {
    expect(idsOf(`${owner}\nSee SEC-004 and RFC-2119.\n`).filter((line) => /SEC|RFC/.test(line))).toEqual([]);
  });
});

describe('fields', () => {
  it('are a block where two or more stand in one paragraph', () => {
    expect(previewOf(owner).fields).toEqual([
      {
        line: 8,
        end: 12,
        names: ['ID', 'Category', 'Status', 'Owner'].map((text, index) => ({ line: 8 + index, text })),
      },
      {
        line: 17,
        end: 19,
        names: [
          { line: 17, text: 'ID' },
          { line: 18, text: 'Status' },
        ],
      },
      {
        line: 22,
        end: 24,
        names: [
          { line: 22, text: 'ID' },
          { line: 23, text: 'Runbook' },
        ],
      },
    ]);
  });

  it('may go on in further lines, in quotes and in lists', () => {
    const { fields } = previewOf(`//- /RUN-001.md
# RUN-001: Queue is stuck

> **Trigger:** MON-001 fires,
> or someone calls
> **Owner:** Platform team

- **Category**: Recovery
  **Status**: Active

The **Owner**: decides.
**Status**: is no block.
`);
    expect(fields.map(({ line, end, names }) => [line, end, names.map(({ text }) => text)])).toEqual([
      [2, 5, ['Trigger', 'Owner']],
      [6, 8, ['Category', 'Status']],
    ]);
  });
});

describe('boxes and phases', () => {
  const source = `//- /move.md
# Playbook: Move

## Phases

### Phase 1: Copy

**Tasks:**

- [x] One
- [ ] Two
  - [X] Three

| Check | Done |
| --- | --- |
| Rows | [ ] |

**Rollback:**

- [ ] Delete the copy

### Phase 2: Switch

**Tasks:** [x] Switch

**Gate Criteria:**

- [ ] All is well

**Rollback:** Switch back.
`;

  it('are found in lists and tables', () => {
    expect(previewOf(source).boxes.map(({ line, text, checked }) => [line + 1, text, checked])).toEqual([
      [9, '[x]', true],
      [10, '[ ]', false],
      [11, '[X]', true],
      [15, '[ ]', false],
      [19, '[ ]', false],
      [27, '[ ]', false],
    ]);
  });

  it('count for their phase as in the tree: its gate, or its tasks where it has none', () => {
    expect(previewOf(source).phases).toEqual([
      { line: 4, done: 2, total: 4 },
      { line: 20, done: 0, total: 1 },
    ]);
  });

  it('count without a gate and tasks, too, but for those of the rollback', () => {
    const loose = '\n### Phase 3: Look\n\n- [x] Rows match\n\n**Rollback:**\n\n- [ ] Delete the copy\n';
    expect(previewOf(source + loose).phases.at(-1)).toMatchObject({ done: 1, total: 1 });
  });
});

describe('placeholders', () => {
  it('are words of a line, without markup, outside of front matter', () => {
    const { placeholders } = previewOf(`//- /RUN-001.md
---
owner: "[Team]"
---
# RUN-001: Queue is stuck

**Owner**: [Team name]
**Last Tested**: YYYY-MM-DD
**Trigger**: [Describe **what** fires], see <runbook>

TODO: who decides?
`);
    expect(placeholders.map(({ line, text }) => `${String(line + 1)}: ${text}`)).toEqual([
      '6: [Team name]',
      '7: YYYY-MM-DD',
      '8: [Describe what fires]',
      '8: <runbook>',
      '10: TODO',
    ]);
  });
});

describe('commands', () => {
  const steps = (fences: string): string => `//- /RUN-001.md
# RUN-001: Queue is stuck

**Trigger**: MON-001
**Owner**: Platform team

## Steps

### Step 1: Look

${fences.replaceAll('~~~', '```')}
`;

  it('are shell and SQL anywhere, other blocks of steps only without a language', () => {
    expect(
      commandsOf(
        steps(`~~~bash
queue drain
~~~

~~~sql
SELECT 1;
~~~

~~~
queue show
~~~

~~~json
{}
~~~`),
      ),
    ).toEqual([
      [10, 12],
      [14, 16],
      [18, 20],
    ]);
  });

  it('are not what a command prints', () => {
    expect(commandsOf(steps(`**Expected output:**\n\n~~~\nempty\n~~~`))).toEqual([]);
  });

  it('are copied without their prompts and what they print', () => {
    const console = '~~~console\n$ queue show \\\n    --all\nempty\n$ queue drain\n~~~';
    expect(commandsOf(steps(console))).toEqual([[10, 15, 'queue show \\\n    --all\nqueue drain']]);
  });

  it('are closed', () => {
    expect(commandsOf(steps('~~~bash\nqueue drain'))).toEqual([]);
  });
});
