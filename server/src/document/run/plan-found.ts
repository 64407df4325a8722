/** What is gathered while a plan is made: phases, the ways back of their steps, and what of the document they take up. */
import type { Procedure } from '../../model/runbook';
import type { Span } from '../../text/span';
import type { PlanPhase, PlanRollback, PlanStep } from './plan';
import { rollbackOfStep } from './plan-rollbacks';
import type { PlanScope } from './plan-scope';
import { readStep } from './plan-steps';
import { withSurroundings } from './plan-surroundings';

/** What is found on the way and belongs to no single phase. */
export interface Found {
  readonly phases: PlanPhase[];
  readonly rollbacks: PlanRollback[];
  /** What is a part of some phase. */
  readonly taken: Span[];
}

/** A phase in which nothing is said yet. */
export function emptyPhase(id: string, title: string): PlanPhase {
  return {
    ...{ id, number: '', key: '', title, objective: [], duration: '', dependencies: [], steps: [] },
    ...{ decision: null, gate: null, rollback: null, done: false },
  };
}

/** The steps of a procedure; their own ways back are added to what was found. */
export function readSteps(
  scope: PlanScope,
  procedure: Procedure,
  phase: string,
  found: Found,
  from = 0,
): PlanStep[] {
  const steps = procedure.steps.map((step, index) => {
    const id = `${phase}.s${String(from + index + 1)}`;
    const way = `r${String(found.rollbacks.length + 1)}`;
    const read = readStep(scope.runbook, procedure, step, id, way);
    if (read.rollback !== null)
      found.rollbacks.push(rollbackOfStep(scope.runbook, read.rollback, read.step, way));
    return read.step;
  });
  return withSurroundings(scope, procedure, steps, found.phases.length === 0 && from === 0);
}
