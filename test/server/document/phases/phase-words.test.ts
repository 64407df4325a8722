/** Whatever word counts the phases of a playbook, all that speaks of them is read alike. */
import { describe, expect, test } from 'vitest';
import { phaseInsertion } from '../../../../server/src/authoring/insert-phase';
import { planOf } from '../../../../server/src/document/run/build-plan';
import { brokenReferences } from '../../../../server/src/document/phases/phase-references';
import { coversAllPhases, fromPhases } from '../../../../server/src/document/phases/from-phases';
import { rollbackPlan } from '../../../../server/src/document/sections/rollback-plan';
import { phasePlaces } from '../../../../server/src/features/shared/phase-places';
import type { Runbook } from '../../../../server/src/model/runbook';
import { checkClean, checkRule } from '../../../support/check-rule';
import { modelOf, wordsOf } from '../../../support/read-model';
import { change, playbook } from '../../lint/documents';

const words = ['Phase', 'Stage', 'Wave', 'Milestone', 'Tranche', 'Iteration'] as const;

function called(word: string, text: string = playbook): string {
  return text.replaceAll('Phase', word).replaceAll('phase', word.toLowerCase());
}

function rollbackOf(word: string, lead: string): Runbook {
  const plan = /(?<=### Complete Rollback Procedure\n\n)[^]*?(?=### Data)/;
  return modelOf(called(word, change(playbook, plan, `${lead}\n\n\`\`\`\nmake back\n\`\`\`\n\n`)));
}

describe.each(words)('phases that are called %s', (word) => {
  test('make a playbook without findings', () => {
    checkClean(called(word));
  });

  test.each([
    ['**From Phase 1 to Phase 3:**', '1 2 3'],
    ['**From phases 1-3:**', '1 2 3'],
    ['**Rollback from Phase 1, Phase 2 and Phase 3:**', '1 2 3'],
    ['**After Phase One through Three:**', 'ONE 1 2 THREE 3'],
    ['**From Phase A to Phase C**', 'A B C'],
  ])('%s', (lead, expected) => {
    const runbook = rollbackOf(word, lead);
    const [from] = fromPhases(runbook, rollbackPlan(runbook)?.span ?? { start: 0, end: 0 });
    const keys = new Set(from?.keys.map((key) => key.toUpperCase()));
    expect(expected.split(' ').filter((key) => !keys.has(key))).toEqual([]);
    if (!expected.includes('A')) checkRule('rollback-plan-coverage', runbook.text);
  });

  test.each(['From any phase', 'The same in each of the phases.', 'All phases are undone alike.'])(
    '%s',
    (lead) => {
      const runbook = rollbackOf(word, lead);
      expect(coversAllPhases(runbook, { start: 0, end: runbook.text.length })).toBe(true);
    },
  );

  test('are found wherever they are named', () => {
    const runbook = modelOf(called(word, `${playbook}\nAll of it is undone in Phase 2.\n`));
    const found = wordsOf(
      runbook,
      phasePlaces(runbook).map(({ span }) => span),
    );
    expect(found.filter((one) => one === `${word} 2`)).toHaveLength(4);
  });

  test('are looked up in the log', () => {
    const logged = (row: string): string =>
      called(word, change(playbook, '| 3     |            |           |             |       |', row));
    checkRule('execution-log-mismatch', logged('| Phase 3: Switch | | | | |'));
    checkRule('execution-log-mismatch', logged('| Phase III | | | | |'));
  });

  test('get another one in the same word', () => {
    const runbook = modelOf(called(word));
    const added = phaseInsertion(runbook, 3);
    const block = typeof added === 'string' ? added : added.block.newText;
    expect(block).toContain(`### ${word} 4: [Name of the phase]`);
    expect(block).toContain(`- Requires ${word} 3 completion`);
    expect(block).not.toContain(word === 'Phase' ? 'Stage' : 'Phase');
    const registers = typeof added === 'string' ? [] : added.registers;
    expect(registers.map(({ newText }) => newText.trim().split('\n')[0])).toEqual([
      expect.stringContaining('4'),
      `**From ${word} 4:**`,
    ]);
  });

  test.each([
    ['the next phase', 'go-on', ''],
    ['return to phase 2', 'phase', '2'],
    ['proceed with Phase Two', 'phase', '2'],
    ['roll this phase back', 'rollback', ''],
  ])('an answer leads to %s', (words, lead, to) => {
    const text = called(word, change(playbook, 'lost**: go back', `lost**: ${words}`));
    const decision = planOf(modelOf(text), null)?.phases[2]?.decision;
    expect(decision?.branches.at(-1)).toMatchObject({ lead, to });
  });

  test('are accepted as lines in bold', () => {
    const none = change(playbook, /(?<=## Phases\n\n)[^]*?(?=## Decision)/, `**${word} 1:** Copy\n\n`);
    checkRule('missing-phases', none);
  });

  test('are read where a section is only the name of all, and where a gate leads to the next', () => {
    if (word === 'Iteration') return;
    checkClean(called(word, change(playbook, /(?<=\n)#{3} Phase/g, '## Phase')));
    checkClean(called(word, change(playbook, '**Gate Criteria:**', '**Ready for next phase when:**')));
  });

  test('require each other', () => {
    const text = called(word, change(playbook, 'Requires Phase 2 completion', 'Requires Phase 7'));
    expect(brokenReferences(modelOf(text)).map(({ problem }) => problem)).toEqual(['unknown']);
  });
});

test('another word than that of the headings is about something else', () => {
  const runbook = modelOf(`${playbook}\nThe pipeline fails in Stage 2, wave 1.\n`);
  const found = wordsOf(
    runbook,
    phasePlaces(runbook).map(({ span }) => span),
  );
  expect(found.filter((one) => !/^(?:Phase )?\d$/.test(one))).toEqual([]);
});

test('parts of other things are none where phases have a name of their own', () => {
  const runbook = modelOf(`${playbook}\nRestore all parts of the store.\n`);
  expect(coversAllPhases(runbook, { start: 0, end: runbook.text.length })).toBe(false);
});
