import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planOf, runnableIn } from '../../../../server/src/document/run/build-plan';
import { textOfWords, type PlanGate, type RunPlan } from '../../../../server/src/document/run/plan';
import type { Runbook } from '../../../../server/src/model/runbook';
import { modelOf } from '../../../support/read-model';

const example = (path: string): Runbook =>
  modelOf(readFileSync(join(import.meta.dirname, '../../../../examples', path), 'utf8'), path);

function planned(path: string, entry: string | null = null): RunPlan {
  const plan = planOf(example(path), entry);
  if (plan === null) throw new Error(`${path} cannot be run`);
  return plan;
}

const boxesOf = (gate: PlanGate | null | undefined): string[] =>
  gate?.boxes.map(({ words }) => textOfWords(words)) ?? [];

describe('a playbook', () => {
  const plan = planned('playbooks/move-orders-to-postgresql-17.md');

  test('is its phases and what confirms them as a whole', () => {
    expect(plan.title).toBe('Move the orders database to PostgreSQL 17');
    expect(plan.phases.map(({ number, title, done }) => [number, title, done])).toEqual([
      ['1', 'Build the new instance', true],
      ['2', 'Replicate and compare', false],
      ['3', 'Switch over', false],
      ['4', 'Retire the old instance', false],
      ['', 'Validation', false],
    ]);
    expect(plan.phases.map(({ steps }) => steps.length)).toEqual([3, 3, 5, 4, 0]);
  });

  test('says what its phases wait for', () => {
    expect(plan.phases[2]?.dependencies.map(({ words, phases }) => [textOfWords(words), phases])).toEqual([
      ['Requires Phase 2 completion', ['p2']],
      ['A weekday between 05:00 and 06:00, both operators present', []],
    ]);
  });

  test('asks at a decision point, and knows where the answers lead', () => {
    const decision = plan.phases[2]?.decision;
    expect(decision?.branches.map(({ condition, lead }) => [textOfWords(condition), lead])).toEqual([
      ['If the checkout has been closed for eight minutes', 'rollback'],
      ['If row counts differ after the switch', 'rollback'],
    ]);
    expect(textOfWords(decision?.escalation ?? [])).toContain('the Data Team lead decides');
  });

  test('leads back from each phase, and from all of it', () => {
    expect(plan.rollbacks.map(({ phase }) => phase)).toEqual(['p1', 'p2', 'p3', 'p4', null]);
    expect(plan.rollbacks[4]?.from).toEqual([['p4'], ['p3'], ['p2'], ['p1']]);
    expect(plan.rollbacks[1]?.steps[0]?.commands[0]?.text).toContain(
      'psql service=orders -f move/unpublish.sql',
    );
  });

  test('says whom to call, and what remains afterwards', () => {
    expect(plan.escalation.map(({ title }) => title)).toEqual([
      'Technical Lead',
      'Product Owner',
      'On-call Engineer',
    ]);
    expect(boxesOf(plan.post)).toContain('Hold the retrospective');
  });
});

test('a feature runbook is its deployment, then its rollout', () => {
  const plan = planned('runbooks/gift-wrap.md');
  expect(plan.phases.map(({ title }) => title)).toEqual([
    'Deployment Steps',
    'Internal Testing (0% → 5%)',
    'Half of the Customers (5% → 50%)',
    'Everybody (50% → 100%)',
  ]);
  expect(plan.phases[0]?.steps[1]?.verification.map(({ words }) => textOfWords(words))).toEqual([
    'shopctl migrate status --database orders reports nothing pending',
    'psql service=orders -f checks/row-counts.sql shows no difference',
    'The down file is the one that was rehearsed',
  ]);
  expect(plan.rollbacks.map(({ steps }) => steps.length)).toEqual([4]);
  expect(plan.escalation.map(({ afterMinutes }) => afterMinutes)).toEqual([null, 15, null]);
});

test('a release runbook is its fences of steps with their checklists, then what confirms them', () => {
  const plan = planned('releases/storefront-2.14.0.md');
  expect(plan.phases.map(({ title, steps, gate }) => [title, steps.length, gate?.boxes.length])).toEqual([
    ['Build Steps', 3, 3],
    ['Staging Deployment', 3, 3],
    ['Production Deployment', 5, 3],
    ['Smoke Tests', 0, 5],
    ['Definition of Done', 0, 8],
  ]);
  expect(plan.phases[2]?.decision?.branches.map(({ implied }) => implied)).toEqual(['go', 'no-go']);
  expect(plan.phases[2]?.decision?.first).toBe(true);
  expect(plan.phases[0]?.steps[0]?.commands.map(({ text }) => text)).toEqual([
    'git tag -a v2.14.0 -m "Release v2.14.0"',
    'git push origin v2.14.0',
  ]);
  expect(boxesOf(plan.rollbacks[0]?.gate)).toHaveLength(3);
});

test('an entry is its procedure, with the ways back of single steps', () => {
  const plan = planned('runbooks/RUN-020-restore-orders-database.md', 'RUN-020');
  expect(plan.phases).toHaveLength(1);
  expect(plan.phases[0]?.steps.map(({ title, rollback }) => [title, rollback])).toEqual([
    ['Close the checkout', null],
    ['Choose the moment to restore to', null],
    ['Restore into a new instance', null],
    ['Point the shop to the new instance', 'r1'],
    ['Open the checkout', null],
  ]);
  expect(plan.rollbacks[0]?.steps[0]?.commands[0]?.text).toBe(
    'shopctl database promote --service orders --instance orders-old',
  );
  expect(boxesOf(plan.prerequisites)).toHaveLength(3);
  expect(boxesOf(plan.post)).toHaveLength(3);
});

test('entries of a file are run one by one', () => {
  expect(runnableIn(example('SoT.DEPLOYMENT.md'))).toEqual([
    ...['DEP-001', 'DEP-002', 'DEP-003'],
    ...['RUN-001', 'RUN-002', 'RUN-003', 'RUN-004', 'RUN-005', 'RUN-006'],
  ]);
  expect(planned('SoT.DEPLOYMENT.md', 'RUN-001').escalation.map(({ afterMinutes }) => afterMinutes)).toEqual([
    null,
    15,
    60,
  ]);
});

test('what holds no steps is not run', () => {
  expect(runnableIn(example('notes/on-call-handover.md'))).toEqual([]);
  expect(planOf(example('notes/on-call-handover.md'), null)).toBeNull();
});
