import { describe, expect, it, test } from 'vitest';
import { stepInsertion } from '../../../server/src/authoring/insert-step';
import { stepReferenceEdits } from '../../../server/src/authoring/step-references';
import { applyEdits } from '../../../server/src/text/edit';
import { damageOf } from '../../support/edit-statement';
import { modelOf } from '../../support/read-model';

const runbook = (steps: string): string =>
  `# Pool runbooks\n\n## RUN-001: Pool is full\n\n**Owner**: Pool team\n\n### Steps\n\n${steps}\n### Escalation\n\nPool team.\n`;

/** The steps after one was inserted at an index; their own words and numbers only. */
function inserted(steps: string, index: number): string {
  const text = runbook(steps);
  const model = modelOf(text);
  const [procedure] = model.procedures;
  const found = procedure === undefined ? 'no steps' : stepInsertion(model, procedure, index);
  if (typeof found === 'string') return found;
  const edits = [found.block, ...found.numbers];
  const files = new Map([['document.md', text]]);
  const damage = damageOf({
    files,
    edits: new Map([['document.md', edits]]),
    removes: 'number',
    anchors: false,
  });
  expect(damage).toEqual([]);
  const after = applyEdits(text, edits);
  return after.slice(after.indexOf('### Steps\n\n') + 11, after.indexOf('\n### Escalation'));
}

const forms: Readonly<Record<string, readonly [steps: string, after: string]>> = {
  headings: [
    '#### Step 1: Stop\n\n```bash\nstop\n```\n\n**Verification:**\n- [ ] stopped\n\n#### Step 2: Start\n\n```bash\nstart\n```\n',
    '#### Step 1: Stop\n\n```bash\nstop\n```\n\n**Verification:**\n- [ ] stopped\n\n' +
      '#### Step 2: [What to do]\n\n```bash\n[Line to paste]\n```\n\n**Verification:**\n- [ ] [What shows that it worked]\n\n' +
      '#### Step 3: Start\n\n```bash\nstart\n```\n',
  ],
  'bold lines': [
    '**Step 1: Stop**\n\nRun `stop`.\n\n**Step 2: Start**\n\nRun `start`.\n',
    '**Step 1: Stop**\n\nRun `stop`.\n\n**Step 2: [What to do]**\n\n[How to do it]\n\n' +
      '**Verification**:\n\n- [ ] [What shows that it worked]\n\n**Step 3: Start**\n\nRun `start`.\n',
  ],
  'a list': [
    '1. **Stop**: run `stop`\n   - Verify: it is stopped\n2. **Start**: run `start`\n   - Verify: it runs\n',
    '1. **Stop**: run `stop`\n   - Verify: it is stopped\n2. **[What to do]**: [How to do it]\n' +
      '   - Verify: [What shows that it worked]\n3. **Start**: run `start`\n   - Verify: it runs\n',
  ],
  'items alike': [
    '1. Run `stop`\n\n1. Run `start`\n',
    '1. Run `stop`\n\n1. [What to do]\n\n1. Run `start`\n',
  ],
  'a task list': [
    '- [x] Run `stop`\n- [ ] Run `start`\n',
    '- [x] Run `stop`\n- [ ] [What to do]\n- [ ] Run `start`\n',
  ],
  'a fence': [
    '```\nStep 1: Stop\n  - $ stop\n  - Verify: stopped\n\nStep 2: Start\n  - $ start\n```\n',
    '```\nStep 1: Stop\n  - $ stop\n  - Verify: stopped\n\nStep 2: [What to do]\n' +
      '  - Verify: [What shows that it worked]\n\nStep 3: Start\n  - $ start\n```\n',
  ],
  'a script': [
    '```bash\n# Step 1: Stop\nstop\n# Step 2: Start\nstart\n```\n',
    '```bash\n# Step 1: Stop\nstop\n# Step 2: [What to do]\n[Line to paste]\n' +
      '# Verify: [What shows that it worked]\n# Step 3: Start\nstart\n```\n',
  ],
  'a table': [
    '| Step | Action | Expected |\n|---|---|---|\n| 1 | Run `stop` | stopped |\n| 2 | Run `start` | runs |\n',
    '| Step | Action | Expected |\n|---|---|---|\n| 1 | Run `stop` | stopped |\n| 2 | [What to do] |         |\n| 3 | Run `start` | runs |\n',
  ],
};

describe('a step among others', () => {
  it('goes below the underline of a heading whose first line is a step', () => {
    const text = 'Step A.2: - \nkind: playbook\n---\n\n# Playbook: Move\n';
    const model = modelOf(text);
    const [procedure] = model.procedures;
    const found = procedure === undefined ? 'no steps' : stepInsertion(model, procedure, 1);
    expect(typeof found === 'string' ? found : found.block.newText).toContain('[What to do]');
    if (typeof found !== 'string') expect(text.slice(0, found.block.span.start)).toMatch(/---$/);
  });

  test.each(Object.entries(forms))('in the form of %s', (_form, [steps, after]) => {
    expect(inserted(steps, 1)).toBe(after);
  });

  test.each(Object.entries(forms))('first, and last, in the form of %s', (_form, [steps]) => {
    const slot = '[What to do]';
    const first = inserted(steps, 0);
    expect(first.indexOf(slot)).toBeLessThan(first.search(/stop/i));
    const last = inserted(steps, 2);
    expect(last.lastIndexOf(slot)).toBeGreaterThan(last.lastIndexOf('start'));
  });
});

it('does not count on where nobody can', () => {
  expect(
    inserted('#### Step 1: Stop\n\n`stop`\n\n#### Step 1: Start\n\n`start`\n\n#### Step 2: Go\n\n`go`\n', 1),
  ).toBe('numbers');
  expect(inserted('#### Step 1.9: Stop\n\n`stop`\n\n#### Step 2: Start\n\n`start`\n', 1)).toContain(
    'Step 1.10: [',
  );
});

it('does not become what alternatives are ways to do', () => {
  const steps = ['1', '2a', '2b', '3'].map((number) => `#### Step ${number}: Do\n\n\`do\`\n\n`).join('');
  expect(inserted(steps, 1)).toBe('numbers');
  expect(inserted(steps, 4)).toContain('Step 4: [');
});

it('stands apart from its neighbours where they do', () => {
  const steps = '5. Run `stop`\n6. Run `wait`\n\n   - look\n\n7. Run `start`\n';
  expect(inserted(steps, 1)).toContain('5. Run `stop`\n6. [What to do]\n7. Run `wait`\n\n');
  expect(inserted(steps, 2)).toContain('   - look\n\n7. [What to do]\n\n8. Run');
});

it('moves what belongs to an item whose number gets wider', () => {
  const steps = Array.from(
    { length: 9 },
    (_, n) => `${String(n + 1)}. Run \`s${String(n)}\`\n   - Verify: it ran\n`,
  ).join('');
  expect(inserted(steps, 0)).toContain('10. Run `s8`\n    - Verify: it ran\n');
});

it('leaves numbers in commands alone', () => {
  const text = runbook('1. Run `db up --steps 2`\n2. Look, then repeat step 2\n');
  const model = modelOf(text);
  const shifted = new Map([['2', '3']]);
  const edits = stepReferenceEdits(model, { start: 0, end: text.length }, shifted);
  expect(applyEdits(text, edits)).toBe(text.replace('repeat step 2', 'repeat step 3'));
});
