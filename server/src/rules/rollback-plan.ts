/** The part of a playbook that leads back from any of its phases. */
import type { Part, Runbook } from '../model/runbook';
import { encloses } from '../text/span';
import { playbookPhases } from './playbook-phases';

/** The rollback plan: the first part about a rollback that belongs to no phase; null where there is none. */
export function rollbackPlan(runbook: Runbook): Part | null {
  const phases = playbookPhases(runbook);
  return (
    runbook.parts.find(
      (part) =>
        part.role === 'rollback' &&
        part.item === null &&
        !/communication|during|decision/i.test(part.name) &&
        (/^(?:complete |full |overall )?roll-?\s?back plan\b/i.test(part.name) ||
          !phases.some(({ span }) => encloses(span, part.nameSpan))),
    ) ?? null
  );
}
