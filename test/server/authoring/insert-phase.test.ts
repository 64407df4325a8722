import { describe, expect, it, test } from 'vitest';
import { phaseInsertion } from '../../../server/src/authoring/insert-phase';
import { playbookPhases } from '../../../server/src/document/phases/playbook-phases';
import { ChangeRefused } from '../../../server/src/features/shared/workspace-change';
import { toPlainText } from '../../../server/src/templates/expand-template';
import { applyEdits } from '../../../server/src/text/edit';
import { LineIndex } from '../../../server/src/text/line-index';
import { serve, spelledUri } from '../../support/changed-workspace';
import { damageOf } from '../../support/edit-statement';
import { exampleTexts } from '../../support/example-workspace';
import { modelOf } from '../../support/read-model';

const move = (...phases: readonly string[]): string => `# Playbook: Move

## Phases

${phases.join('\n')}
## Rollback Plan

**From Phase 2:**
\`\`\`
1. Undo.
2. Go on with the rollback from phase 1.
\`\`\`

**From Phase 1:**
\`\`\`
1. Drop the copy.
\`\`\`

## Execution Log

| Phase | Started | Status |
|-------|---------|--------|
| 1     | 09:00   | Done   |
| 2     |         |        |
`;
const copy = `### Phase 1: Copy

**Objective:** A copy.

**Gate Criteria:**
- [x] Copied

**Rollback:** None needed, nothing uses the copy.
`;
const turn = `### Phase 2: Switch

**Objective:** Switched.

**Dependencies:** Phase 1

**Gate Criteria:**
- [ ] Switched, see [Phase 2](#phase-2-switch)

**Rollback:**
\`\`\`bash
switch back
\`\`\`
`;

/** The text after a phase was inserted as the `index`th, with all that names the others. */
function inserted(text: string, index: number): string {
  const files = new Map([['move.md', text]]);
  const uri = spelledUri('move.md');
  const before = playbookPhases(modelOf(text))[index - 1];
  const lines = new LineIndex(text);
  const at = lines.positionAt(before?.headSpan.start ?? 0);
  const [own] = serve(files).editor.insertPart(uri, 'phase', at).documents;
  const edits = (own?.edits ?? []).map(({ range, newText, snippet }) => ({
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    newText: snippet ? toPlainText(newText) : newText,
  }));
  expect(
    damageOf({ files, edits: new Map([['move.md', edits]]), removes: ['number', 'destination'] }),
  ).toEqual([]);
  return applyEdits(text, edits);
}

describe('a phase', () => {
  it('behind the last one is written like it, and registered', () => {
    expect(inserted(move(copy, turn), 2)).toBe(
      move(
        copy,
        turn,
        `### Phase 3: [Name of the phase]

**Objective:** [What is true after this phase]

**Tasks:**
1. [First thing to do]
2. [Second thing to do]

**Dependencies:** Phase 2

**Gate Criteria:**
- [ ] [Check that lets the next phase begin]
- [ ] [Another check with its threshold]

**Rollback:**
\`\`\`bash
[First step back]
[How to see that it worked]
\`\`\`
`,
      )
        .replace(
          '**From Phase 2:**',
          '**From Phase 3:**\n```\n[First step back]\n[How to see that it worked]\n```\n\n**From Phase 2:**',
        )
        .replace(
          '| 2     |         |        |\n',
          '| 2     |         |        |\n| 3     |         |        |\n',
        ),
    );
  });

  it('between two others makes the later one count on, with all that names it', () => {
    const after = inserted(move(copy, turn), 1);
    expect(after).toContain('### Phase 2: [Name of the phase]');
    expect(after).toContain('**Dependencies:** Phase 1\n\n**Gate Criteria:**\n- [ ] [Check');
    expect(after).toContain('### Phase 3: Switch\n\n**Objective:** Switched.\n\n**Dependencies:** Phase 1');
    expect(after).toContain('[Phase 3](#phase-3-switch)');
    expect(after).toMatch(/From Phase 3:[^]*rollback from phase 1\.[^]*From Phase 2:[^]*From Phase 1:/);
    expect(after).toContain('| 1     | 09:00   | Done   |\n| 2     |         |        |\n| 3     |');
  });

  it('that the log has a row for is in the log', () => {
    const waiting = move(copy).replace('**From Phase 2:**', '**From Phase 3:**');
    expect(inserted(waiting, 1).match(/^\| 2 /gm)).toHaveLength(1);
  });

  it('has a row of as many cells as the header', () => {
    const short = move(copy, turn)
      .replace('| 2     |         |        |\n', '')
      .replace('| 09:00   | Done   |', '|');
    expect(inserted(short, 2)).toContain('| 3     | | |\n');
  });

  it('in front of the first one requires nothing', () => {
    const after = inserted(move(copy, turn), 0);
    expect(after).toMatch(/## Phases\n\n### Phase 1: \[Name[^]*### Phase 2: Copy[^]*Phase 3: Switch/);
    expect(after.slice(0, after.indexOf('Phase 2: Copy'))).not.toContain('Dependencies');
    expect(after).toContain('**Dependencies:** Phase 2');
    expect(after).toContain('rollback from phase 2.');
  });
});

test.each([0, 1, 2, 3, 4])('in the example at place %d nothing else changes', (index) => {
  const text = exampleTexts()['playbooks/move-orders-to-postgresql-17.md'] ?? '';
  const after = inserted(text, index);
  expect(after.match(/^### Phase (\d)/gm)).toEqual([1, 2, 3, 4, 5].map((n) => `### Phase ${String(n)}`));
  expect(after.match(/^\*\*From Phase (\d)/gm)).toHaveLength(5);
  expect(after.match(/^\| \d/gm)).toHaveLength(5);
});

describe('the label', () => {
  const labelled = (...heads: readonly string[]): string =>
    `# Playbook: Move\n\n${heads.map((head) => `## ${head}\n\n**Objective:** x\n`).join('\n')}`;
  test.each([
    [['Phase A: Copy', 'Phase B: Go'], '## Phase C: [Name of the phase]'],
    [['Phase I — Copy', 'Phase II — Go'], '## Phase III — [Name of the phase]'],
    [['Phase 0: Copy', 'Phase 1: Go'], '## Phase 2: [Name of the phase]'],
    [['Phase One: Copy', 'Phase Two: Go'], '## Phase Three: [Name of the phase]'],
    [['✅ Phase 01: Copy', '🚧 Phase 02: Go'], '## Phase 03: [Name of the phase]'],
  ])('behind %j', (heads, line) => {
    expect(inserted(labelled(...heads), 2)).toContain(`\n${line}\n`);
  });

  test.each([
    [['Phase 1: Copy', 'Phase 1: Go']],
    [['Phase 1.1: Copy', 'Phase 1.2: Go']],
    [['Phase 2: Copy']],
  ])('is not known behind %j', (heads) => {
    expect(() => inserted(labelled(...heads), heads.length)).toThrow(ChangeRefused);
  });
});

test('the first phase of a playbook goes where the template has phases', () => {
  const text =
    '---\nrunbook: playbook\n---\n\n# Playbook: Move\n\n## Overview\n\nWords.\n\n## Validation\n\nNone.\n';
  expect(inserted(text, 0)).toContain('Words.\n\n## Phases\n\n### Phase 1: [Name of the phase]\n');
  const found = phaseInsertion(modelOf(text), 0, 'Copy');
  expect(typeof found === 'string' ? found : found.block.newText).toContain('### Phase 1: Copy');
});

test('stands before the instruction to add more, and keeps the line endings', () => {
  const text = move(copy, `${turn}\n---\n\n[Add more phases as needed]\n`).replace(/\n/g, '\r\n');
  const after = inserted(text, 2);
  expect(after).not.toMatch(/(?<!\r)\n/);
  expect(after).toMatch(/Phase 3: [^]*```\r\n\r\n---\r\n\r\n\[Add more phases/);
});

test.each([
  ['### Stage 1: Copy', '### Stage 2: Switch', '### Stage 3: [Name of the phase]'],
  ['### Copy (Phase 1)', '### Switch (Phase 2)', '### [Name of the phase] (Phase 3)'],
  ['### 1. Copy', '### 2. Switch', '### 3. [Name of the phase]'],
  ['### 1) Copy', '### 2) Switch', '### 3) [Name of the phase]'],
  ['### 01 – Copy', '### 02 – Switch', '### 03 – [Name of the phase]'],
])('a phase is headed like those before it: %s', (one, two, head) => {
  const text = move(
    copy.replace('### Phase 1: Copy', one),
    turn.replace('### Phase 2: Switch', two).replace('(#phase-2-switch)', '(#x)'),
  );
  expect(inserted(text, 2)).toContain(head);
});

test('phases with nothing but a number in their headings count on, with the links to them', () => {
  const text = move(
    copy.replace('### Phase 1: Copy', '### 1. Copy'),
    turn.replace('### Phase 2: Switch', '### 2. Switch').replace('(#phase-2-switch)', '(#2-switch)'),
  );
  const after = inserted(text, 1);
  expect(after.match(/^### .*/gm)).toEqual(['### 1. Copy', '### 2. [Name of the phase]', '### 3. Switch']);
  expect(after).toContain('(#3-switch)');
  expect(after).not.toContain('(#2-switch)');
  const twice = text.replace('### 1. Copy', '### 1. Phase 1: Copy');
  expect(() => inserted(twice, 1)).toThrow(ChangeRefused);
});
