/** The phases of a playbook, and the rollout of a feature, as phases of a plan. */
import type { Phase, Procedure, Runbook } from '../../model/runbook';
import { encloses, trimSpan, type Span } from '../../text/span';
import { isRequired } from '../phases/phase-references';
import { phaseProgress } from '../phases/phase-progress';
import { executionLog } from '../phases/execution-log';
import { runsOf } from '../phases/phase-runs';
import { playbookPhases } from '../phases/playbook-phases';
import { partsWithin } from '../steps/judged-procedure';
import { isVerifying } from '../../model/vocabulary';
import { emptyPhase, readSteps, type Found } from './plan-found';
import type { PlanDependency, PlanPhase } from './plan';
import { itemsToConfirm, firstWordsOf, topItemsIn } from './plan-boxes';
import { decisionOf } from './plan-decisions';
import { gateFrom, gateOfPhase } from './plan-gates';
import { rollbackOfPhase } from './plan-rollbacks';
import type { PlanScope } from './plan-scope';
import { stepOfPassage } from './plan-steps';
import { plainIn, wordsIn } from './plan-words';

/** The phases of a playbook; null where a scope has none. */
export function playbookPlan(scope: PlanScope): Found | null {
  const { runbook, span } = scope;
  const phases = playbookPhases(runbook).filter((phase) => encloses(span, phase.span));
  if (phases.length === 0) return null;
  const ids = new Map(phases.map((phase, index) => [phase, `p${String(index + 1)}`]));
  const found: Found = { phases: [], rollbacks: [], taken: phases.map((phase) => phase.span) };
  for (const phase of phases) found.phases.push(phaseOf(scope, phase, ids, found));
  return found;
}

function phaseOf(scope: PlanScope, phase: Phase, ids: ReadonlyMap<Phase, string>, found: Found): PlanPhase {
  const { runbook } = scope;
  const id = ids.get(phase) ?? '';
  const procedures = proceduresOf(runbook, phase);
  const steps = procedures.reduce<PlanPhase['steps']>(
    (all, procedure) => [...all, ...readSteps(scope, procedure, id, found, all.length)],
    [],
  );
  const { tasks } = phase;
  const said = steps.length === 0 && tasks !== null && !tasks.empty;
  const rollback = rollbackOfPhase(scope, phase, id, `r${String(found.rollbacks.length + 1)}`);
  if (rollback !== null) found.rollbacks.push(rollback);
  return {
    ...emptyPhase(id, phase.title),
    number: phase.label,
    key: phase.key,
    objective: phase.objective === null ? [] : wordsIn(runbook, phase.objective.content),
    duration: phase.duration === null ? '' : plainIn(runbook, phase.duration.content),
    dependencies: dependenciesOf(runbook, phase, ids),
    steps: said ? [stepOfPassage(runbook, tasks.content, `${id}.s1`, tasks.name)] : steps,
    decision: decisionOf(runbook, phase, `${id}.d`, procedures[0]?.span.start ?? phase.span.end),
    gate: gateOfPhase(runbook, phase, `${id}.g`),
    rollback: rollback?.id ?? null,
    done: isDone(runbook, phase),
  };
}

function proceduresOf(runbook: Runbook, phase: Phase): Procedure[] {
  const { rollback, gateCriteria } = phase;
  const aside = [rollback?.span, gateCriteria?.span, phase.decisionPoint?.span].filter(
    (one) => one !== undefined,
  );
  return runbook.procedures.filter(
    (one) =>
      encloses(phase.span, one.span) &&
      one.role !== 'rollback' &&
      !aside.some((part) => encloses(part, one.span)),
  );
}

/** The log says whether a phase is done, and where it says nothing its boxes do. */
function isDone(runbook: Runbook, phase: Phase): boolean {
  const log = executionLog(runbook);
  const last =
    log === null
      ? undefined
      : runsOf(runbook, log).findLast((run) => run.phase === phase && run.started + run.completed !== '');
  if (last !== undefined) return last.done || last.skipped;
  return phaseProgress(runbook).get(phase)?.state === 'done';
}

function dependenciesOf(runbook: Runbook, phase: Phase, ids: ReadonlyMap<Phase, string>): PlanDependency[] {
  const { dependencies, dependsOn } = phase;
  if (dependencies === null || dependencies.empty) return [];
  const items = topItemsIn(runbook, dependencies.content).map(firstWordsOf);
  const lines: readonly Span[] = items.length > 0 ? items : [trimSpan(runbook.text, dependencies.content)];
  return lines.flatMap((span) => {
    const words = wordsIn(runbook, span);
    if (words.length === 0) return [];
    const keys = dependsOn
      .filter((one) => encloses(span, one.span) && isRequired(runbook, one))
      .map(({ key }) => key);
    const named = [...ids]
      .filter(([other]) => other !== phase && keys.includes(other.key))
      .map(([, id]) => id);
    return [{ words, phases: named }];
  });
}

/** `Phase 1: Internal (0% → 5%)` of a feature: what is said of it is looked at, and its validation confirmed. */
export function rolloutPhases({ runbook, span }: PlanScope, found: Found): void {
  for (const phase of runbook.phases) {
    if (phase.rollout === null || !encloses(span, phase.span)) continue;
    const id = `p${String(found.phases.length + 1)}`;
    const parts = partsWithin(runbook, phase.span).filter(({ role }) => isVerifying(role));
    const boxes = parts.flatMap((part) => itemsToConfirm(runbook, part.content));
    const within = { start: phase.headSpan.end, end: phase.span.end };
    const step = stepOfPassage(runbook, trimSpan(runbook.text, within), `${id}.s1`, phase.title);
    found.taken.push(phase.span);
    found.phases.push({
      ...emptyPhase(id, phase.title),
      number: phase.label,
      duration: phase.duration === null ? '' : plainIn(runbook, phase.duration.content),
      steps: [step],
      gate: gateFrom(`${id}.g`, parts[0]?.name ?? '', boxes),
    });
  }
}
