import { describe, expect, it } from 'vitest';
import type { InsertedPart } from '../../../protocol/src/insert-part';
import { ChangeRefused } from '../../../server/src/features/shared/workspace-change';
import { toPlainText } from '../../../server/src/templates/expand-template';
import { applyEdits } from '../../../server/src/text/edit';
import { LineIndex } from '../../../server/src/text/line-index';
import { serveFixture } from '../../support/check-feature';

/** The text after a part was inserted at the cursor, and the edits. */
function inserted(source: string, part: InsertedPart): { text: string; first: string } {
  const { service, files, path, uri, position } = serveFixture(source);
  const { documents } = service.editor.insertPart(uri, part, position);
  const [own] = documents;
  if (own?.uri !== uri) throw new Error('the document itself comes first');
  const text = files.get(path) ?? '';
  const lines = new LineIndex(text);
  const edits = own.edits.map(({ range, newText, snippet }) => ({
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    newText: snippet ? toPlainText(newText) : newText,
  }));
  return { text: applyEdits(text, edits), first: own.edits[0]?.newText ?? '' };
}

function refusal(source: string, part: InsertedPart): string {
  try {
    return inserted(source, part).text;
  } catch (error) {
    if (error instanceof ChangeRefused) return error.message;
    throw error;
  }
}

const playbook = (phase: string, plan = '', log = ''): string => `//- /move.md
# Playbook: Move

## Phases

### Phase 1: Copy

**Objective:** A copy

**Gate Criteria:**
- [ ] Copied

**Rollback:**
\`\`\`
rm copy
\`\`\`

${phase}
## Rollback Plan

**From Phase 1:**
\`\`\`
rm copy
\`\`\`
${plan}
## Execution Log

| Phase | Started |
|-------|---------|
| 1     |         |
| 2     |         |
${log}`;
const second = '### Phase 2: Switch<|>\n\n**Gate Criteria:**\n- [ ] Switched\n';

describe('at the cursor', () => {
  it('a phase comes behind the one around it, numbered and registered', () => {
    const { text, first } = inserted(playbook(second), 'phase');
    expect(text).toContain('### Phase 3: [Name of the phase]\n');
    expect(text).toMatch(/\| 2 {5}\| {9}\|\n\| 3 {5}\| {9}\|\n/);
    expect(text).toContain('**From Phase 3:**\n');
    expect(first).toMatch(/^\n[^]*### Phase 3: \$\{1:\[Name of the phase\]\}/);
  });

  it('a rollback goes into the phase and into the rollback plan', () => {
    expect(inserted(playbook(second), 'rollback').text).toBe(
      playbook(
        '### Phase 2: Switch\n\n**Gate Criteria:**\n- [ ] Switched\n\n**Rollback:**\n```\n[First step back]\n[How to see that it worked]\n```\n',
      )
        .slice('//- /move.md\n'.length)
        .replace(
          '**From Phase 1:**',
          '**From Phase 2:**\n```\n[First step back]\n[How to see that it worked]\n```\n\n**From Phase 1:**',
        ),
    );
  });

  it('a step and a verification go where steps are', () => {
    const run = '//- /r.md\n# RUN-001: Disk\n\nCategory: Incident\nTrigger: x\nOwner: y\n\n## Procedure\n\n';
    expect(inserted(`${run}### Step 1: Look<|>\n\n\`df\`\n`, 'step').text).toContain(
      '### Step 2: [What to do]',
    );
    const verified = inserted(`${run}### Step 1: Delete\n\n\`rm\`<|>\n`, 'verification');
    expect(verified.text).toContain('`rm`\n\nVerification:\n\n- [ ] [What shows that it worked]\n');
    expect(verified.first).toContain('${1:[What shows that it worked]}');
  });

  it('a part goes above the comment that is about the next heading', () => {
    const comment = '<!-- runbook-disable-next-line missing-owner -->';
    const source = `//- /SoT.RUNBOOKS.md\n## RUN-001: Pool<|>\n\nText\n\n${comment}\n## RUN-002: Other\n`;
    expect(inserted(source, 'escalation').text).toMatch(
      new RegExp(`Text\n\n### Escalation\n[^]*\n\n${comment}\n## RUN-002: Other\n$`),
    );
  });

  it.each([
    ['an anchor', '<a id="run-002"></a>\n'],
    ['an anchor below a rule', '***\n\n<a id="run-002"></a>\n'],
    ['a comment', '<!-- Ask the pilots first. -->\n\n'],
    ['the end of a region', '<!-- /SECTION: entries -->\n\n'],
  ])('a part goes above %s that stands above the next heading', (_, lead) => {
    const source = `//- /SoT.RUNBOOKS.md\n<!-- SECTION: entries -->\n\n## RUN-001: Pool<|>\n\nText\n\n${lead}## RUN-002: Other\n`;
    const parts = inserted(source, 'escalation').text.split('### Escalation');
    expect(parts[0]).toMatch(/## RUN-001: Pool\n\nText\n\n$/);
    expect(parts[1]).toContain(`\n\n${lead}## RUN-002: Other\n`);
  });

  it('a verification goes above the anchor of the next step', () => {
    const step = (number: number): string =>
      `<a id="s${String(number)}"></a>\n### Step ${String(number)}: Stop it\n\n\`stop\`\n\n`;
    const source = `//- /r.md\n# RUN-001: Disk\n\n## Procedure\n\n${step(1)}${step(2)}`.replace(
      'stop`',
      'st<|>op`',
    );
    expect(inserted(source, 'verification').text).toContain(
      '- [ ] [What shows that it worked]\n\n<a id="s2"></a>\n### Step 2: Stop it',
    );
  });

  it('a verification of a paragraph goes above the anchor of the next heading, too', () => {
    const source =
      '//- /r.md\n## RUN-001: Disk\n\n### Procedure\n\nStep 1. Stop `it<|>`\n\n<a id="b"></a>\n## RUN-002: Pool\n';
    expect(inserted(source, 'verification').text).toMatch(
      /\[What shows that it worked\]\n\n<a id="b"><\/a>\n## RUN-002/,
    );
  });

  it('a verification is of the step whose marks hold the cursor', () => {
    const source =
      '//- /r.md\n## RUN-001: Disk\n\n### Procedure\n\n#### Step 1: One\n\n`x`\n\n#<|>### Step 2: Two\n\n`y`\n';
    expect(inserted(source, 'verification').text).toMatch(/`y`\n\n\*\*Verification\*\*:/);
  });

  it('a step goes behind the sub-steps of the one that it follows, and behind the one whose marks hold the cursor', () => {
    const steps = ['#### Step 1: One', '#### Step 1.1: Sub', '#### Step 2: Two'].map(
      (line) => `${line}\n\n\`x\`\n\n`,
    );
    const source = `//- /r.md\n## RUN-001: Disk\n\n### Procedure\n\n${steps.join('')}`;
    const titlesOf = (text: string): string[] => text.match(/(?<=^#### )Step [\d.]+: \S+/gm) ?? [];
    expect(titlesOf(inserted(source.replace('One', 'O<|>ne'), 'step').text)).toEqual([
      'Step 1: One',
      'Step 1.1: Sub',
      'Step 2: [What',
      'Step 3: Two',
    ]);
    for (const cursor of ['#### Step 1.1: S<|>ub', '##<|>## Step 1.1: Sub'])
      expect(titlesOf(inserted(source.replace('#### Step 1.1: Sub', cursor), 'step').text)).toEqual([
        'Step 1: One',
        'Step 1.1: Sub',
        'Step 1.2: [What',
        'Step 2: Two',
      ]);
  });

  it('an escalation goes to the end of an entry, or below the decisions of a playbook', () => {
    const run = '//- /r.md\n# RUN-001: Disk\n\nCategory: Incident\nTrigger: x\nOwner: y<|>\n';
    expect(inserted(run, 'escalation').text).toContain('\n## Escalation\n\n- **When to escalate**: [Point');
    expect(inserted(playbook(second), 'escalation').text).toContain('\n## Escalation\n');
  });
});

describe('is refused in words', () => {
  const run = '//- /r.md\n# RUN-001: Disk\n\nCategory: Incident\nTrigger: x\nOwner: y\n\n<|>';
  it.each<[InsertedPart, string, string]>([
    ['phase', '//- /README.md\n# Words<|>\n', 'Phases belong into playbooks'],
    ['step', '//- /README.md\n# Words<|>\n', 'There are no steps here'],
    ['verification', run, 'There is no step here'],
    [
      'verification',
      `${run.replace('<|>', '')}## Procedure\n\n### Step 1: Delete\n\n\`rm\`<|>\n\nVerification:\n- [ ] Gone\n`,
      'Step 1 has a verification already',
    ],
    ['rollback', run, 'Put the cursor into a phase'],
    ['rollback', playbook('').replace('A copy', 'A <|>copy'), 'Phase 1 has a rollback already'],
    ['escalation', `${run}## Escalation\n\n- L1: Kim\n`, 'RUN-001 has an escalation path already'],
    ['escalation', '//- /README.md\n# Words<|>\n', 'Put the cursor into a RUN- entry'],
    ['escalation', `${run}## Steps\n\n\`\`\`\n# 1. Look\nls\n# 2. Drain\n`, 'begins in line 9 has no end'],
    ['step', `${run.replace('<|>', '')}## Steps\n\n\`\`\`\n# 1. Lo<|>ok\nls\n# 2. Drain\n`, 'has no end'],
  ])('%s where it has no place or is there', (part, source, words) => {
    expect(refusal(source, part)).toContain(words);
  });
});

it('nothing goes into front matter that stands in a phase', () => {
  const source = playbook('').replace(/\*\*Objective:[^]*/, '---\nrisk_level: low\n# how bad\n---\n<|>');
  expect(inserted(source, 'rollback').text).toContain('\n# how bad\n---\n\n**Rollback');
});

it('an item that is inserted has as many blanks behind its marker as its neighbour', () => {
  for (const gap of ['  ', '\t', ' '])
    expect(
      inserted(
        `//- /RUN-001-disk.md\n# RUN-001: Disk\n\nOwner: us\nTrigger: now\n\n## Steps\n\n1.${gap}Run<|> \`a\`\n2.${gap}Run \`b\`\n`,
        'step',
      ).text,
    ).toContain(`\n2.${gap}[What to do]\n`);
});

it('no step is written into an element that names the others', () => {
  const source =
    '//- /RUN-001-disk.md\n# RUN-001: Disk\n\nOwner: us\nTrigger: now\n\n## Steps\n\n<details>\n<summary>Step 1: Lo<|>ok</summary>\n\n`df`\n\n</details>\n\n<details>\n<summary>Step 2: Go</summary>\n\n`rm`\n\n</details>\n';
  expect(refusal(source, 'step')).toContain('HTML');
});
