/** The parts of a document that lead back: a playbook's plan, a release's or feature's own rollback, and what they say. */
import type { Part, Runbook } from '../../model/runbook';
import { encloses } from '../../text/span';
import { holdsOnlyGaps } from '../placeholders/only-gaps';
import { playbookPhases } from '../phases/playbook-phases';
import { holdsNoWords } from './section-lookup';
import { holdsOnlyEmptyTables } from './table-cells';

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

/** A document's own rollback, not the disaster recovery or the restoring of a backup that it also holds. */
export function documentRollback(runbook: Runbook): Part | undefined {
  return runbook.parts.find(
    (part) =>
      part.role === 'rollback' &&
      (/roll|revert|back-?\s?out/i.test(part.name) ||
        (part.from === 'heading' &&
          (runbook.headings.find(({ titleSpan }) => titleSpan.start === part.nameSpan.start)?.depth ?? 6) <=
            2)),
  );
}

/** Whether a part is a way back; whom to tell during a rollback is none. */
export function leadsBack({ role, name }: Part): boolean {
  return role === 'rollback' && !/communication|during/i.test(name);
}

/** Whether a rollback says nothing: no words, or none but the template's. */
export function isUnwritten(runbook: Runbook, { content }: Pick<Part, 'content'>): boolean {
  return (
    holdsNoWords(runbook, content) ||
    holdsOnlyEmptyTables(runbook, content) ||
    holdsOnlyGaps(runbook, content)
  );
}
