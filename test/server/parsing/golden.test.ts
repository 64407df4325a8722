import { english } from '../../../server/src/text/say';
import { describe, expect, test } from 'vitest';
import { outlineText } from '../../../server/src/features/outline-text';
import type { Procedure, Runbook } from '../../../server/src/model/runbook';
import { modelOf, modelOfFixture, wordsOf } from '../../support/read-model';

const playbook = modelOfFixture('templates/playbook.md');
const feature = modelOfFixture('templates/feature-runbook.md');
const guide = modelOfFixture('templates/run-entries.md');
const sot = modelOfFixture('templates/sot-file.md');
const release = modelOfFixture('templates/release-runbook.md');
const [first, second] = guide.fences
  .slice(1)
  .map(({ content }) => modelOf(guide.text.slice(content.start, content.end)));

function procedure(runbook: Runbook, name: string): Procedure {
  const found = runbook.procedures.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no procedure ${name}`);
  return found;
}

/** For each step the words of its first verification, or `-`. */
function verifications(runbook: Runbook, { steps }: Procedure): string[] {
  return steps.map(({ verification }) => wordsOf(runbook, verification.slice(0, 1))[0] ?? '-');
}

test.for([
  ['playbook', playbook],
  ['feature-runbook', feature],
  ['run-entries', guide],
  ['run-entries-first-example', first],
  ['run-entries-second-example', second],
  ['sot-file', sot],
  ['release-runbook', release],
] as const)('the model of %s reads as before', async ([name, runbook]) => {
  expect(runbook).toBeDefined();
  if (runbook !== undefined)
    await expect(outlineText(runbook)).toMatchFileSnapshot(`golden/${name}.outline.txt`);
});

describe('the playbook', () => {
  test('is one, with its reasons in words', () => {
    expect(playbook.kind.kind).toBe('playbook');
    expect(playbook.kind.reasons.map((reason) => english(reason))).toContain('H1 starts with "Playbook:"');
  });

  test('has three phases, each after the one before, each with gate and rollback', () => {
    expect(playbook.phases.map(({ key }) => key)).toEqual(['1', '2', '3']);
    expect(playbook.phases.map(({ dependsOn }) => dependsOn.map(({ key }) => key))).toEqual([
      [],
      ['1'],
      ['2'],
    ]);
    for (const phase of playbook.phases) {
      expect(phase.criteria.map(({ box }) => box?.checked)).toEqual([false, false]);
      expect(phase.rollback?.empty).toBe(false);
      expect(phase.rollout).toBeNull();
    }
  });

  test('has six fences, and origins of the rollback plan that are still open', () => {
    expect(playbook.fences).toHaveLength(6);
    expect(
      wordsOf(
        playbook,
        playbook.placeholders.map(({ span }) => span),
      ),
    ).toEqual(expect.arrayContaining(['[N]', '[N-1]']));
  });

  test('decides in its third phase between two branches, with a way to escalate', () => {
    expect(playbook.phases.map(({ branches }) => branches.length)).toEqual([0, 0, 2]);
    expect(playbook.phases.map(({ decisionEscalation }) => decisionEscalation !== null)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('the feature runbook', () => {
  test('is one with sections 1 to 15', () => {
    expect(feature.kind.kind).toBe('feature');
    const sections = feature.headings.filter(({ depth }) => depth === 2);
    expect(sections.map(({ number }) => number)).toEqual(
      Array.from({ length: 15 }, (_, index) => String(index + 1)),
    );
  });

  test('verifies its five deployment steps in five ways', () => {
    expect(verifications(feature, procedure(feature, 'Deployment Steps'))).toEqual([
      'Expected Output',
      'Verification',
      'Configuration',
      'Verification',
      'Checklist',
    ]);
  });

  test('verifies four rollback steps in the last of them', () => {
    const rollback = procedure(feature, 'Rollback Steps');
    expect(rollback.role).toBe('rollback');
    expect(rollback.steps.map(({ verifies }) => verifies)).toEqual([false, false, false, true]);
    expect(verifications(feature, rollback)).toEqual(['-', '-', '-', 'Checklist']);
  });

  test('rolls out without a gap', () => {
    expect(feature.phases.map(({ rollout }) => rollout)).toEqual([
      [0, 5],
      [5, 25],
      [25, 50, 100],
    ]);
  });

  test('takes no error code for an entry', () => {
    expect(feature.entries).toEqual([]);
  });
});

describe('the guide to RUN entries', () => {
  test('is a skill file, never judged', () => {
    expect(guide.kind.kind).toBe('skill');
  });

  test('has three outer fences with eight nested ones', () => {
    expect(guide.fences.map(({ nested }) => nested.length)).toEqual([1, 3, 4]);
    expect(guide.fences.every(({ closed }) => closed)).toBe(true);
  });

  test('refers to nothing by a prefix alone', () => {
    const bare = guide.mentions.filter(({ id }) => id === null);
    expect(bare.length).toBeGreaterThan(0);
    expect(bare.filter(({ excluded }) => excluded === null)).toEqual([]);
  });

  test('shows two entries, which stand alone as files of their own', () => {
    expect([first, second].map((runbook) => runbook?.kind.kind)).toEqual(['entry', 'entry']);
    expect(
      [first, second].map((runbook) => runbook?.entries.map(({ id, form }) => `${id.text} ${form}`)),
    ).toEqual([['RUN-001 plain'], ['RUN-002 plain']]);
  });

  test('leaves out the verification of steps 2 and 4 of the one, 1 and 2 of the other', () => {
    const unverified = (runbook: Runbook | undefined): string[] =>
      runbook === undefined
        ? []
        : procedure(runbook, 'Procedure')
            .steps.filter(({ verification }) => verification.length === 0)
            .map(({ number }) => number);
    expect(unverified(first)).toEqual(['2', '4']);
    expect(unverified(second)).toEqual(['1', '2']);
  });

  test('gives no command in step 4 of the one and step 5 of the other', () => {
    const idle = (runbook: Runbook | undefined): string[] =>
      runbook === undefined
        ? []
        : procedure(runbook, 'Procedure')
            .steps.filter(({ commands }) => commands.length === 0)
            .map(({ number }) => number);
    expect(idle(first)).toEqual(['4']);
    expect(idle(second)).toEqual(['5']);
  });
});

describe('the SoT file', () => {
  test('is one with four entries that nobody has filled in', () => {
    expect(sot.kind.kind).toBe('sot');
    expect(sot.entries.map(({ id, stub }) => `${id.text} ${String(stub)}`)).toEqual([
      'DEP-001 true',
      'GTM-001 true',
      'RUN-001 true',
      'MON-001 true',
    ]);
  });

  test('declares a band for each prefix in its navigation', () => {
    expect(sot.bands.map(({ prefix, first: from, last }) => [prefix, from, last])).toEqual([
      ['DEP', 1, 99],
      ['GTM', 1, 99],
      ['RUN', 1, 99],
      ['MON', 1, 99],
    ]);
  });

  test('links to anchors that differ from the headings for DEP and GTM only', () => {
    const slugs = new Set(sot.headings.map(({ slug }) => slug));
    const broken = sot.links.flatMap(({ fragment, path }) =>
      path !== '' || fragment === null || slugs.has(fragment) || fragment.includes('xxx') ? [] : [fragment],
    );
    expect(broken.map((fragment) => fragment.slice(0, 3))).toEqual(['dep', 'gtm']);
  });

  test('takes RUN-XXX for a placeholder', () => {
    const open = sot.mentions.filter(({ id, excluded }) => id === null && excluded !== 'front-matter');
    expect(new Set(open.map(({ excluded }) => excluded))).toEqual(new Set(['placeholder']));
  });
});

describe('the release runbook', () => {
  test('is one', () => {
    expect(release.kind.kind).toBe('release');
  });

  test('has four fenced sequences of steps, each counted from 1', () => {
    const fenced = release.procedures.filter(({ form }) => form === 'fence');
    expect(fenced.map(({ steps }) => steps.map(({ number }) => number).join(' '))).toEqual([
      '1 2 3',
      '1 2 3',
      '1 2 3 4 5',
      '1 2 3 4 5',
    ]);
    for (const { steps } of fenced)
      for (const { number, numberSpan } of steps) expect(wordsOf(release, [numberSpan])).toEqual([number]);
  });

  test('has nine checkboxes in cells of tables', () => {
    const boxes = release.tables.flatMap((table) => table.boxes);
    expect(
      wordsOf(
        release,
        boxes.map(({ span }) => span),
      ),
    ).toEqual(Array.from({ length: 9 }, () => '[ ]'));
  });

  test('has the sections that it refers to', () => {
    expect(release.headings.find(({ number }) => number === '5')?.title).toBe('Smoke Tests');
    expect(release.headings.map(({ title }) => title)).toContain('Communication Plan');
    expect(release.text).toContain('see Section 5');
  });

  test('names contacts, which is an escalation', () => {
    const contacts = release.parts.find(({ role }) => role === 'escalation');
    expect(contacts?.name).toBe('Incident Contacts');
  });
});
