/** The parts of a document that lead back: a playbook's plan, a release's or feature's own rollback, and what they say. */
import { hasBody } from '../../model/entry';
import type { Part, Runbook } from '../../model/runbook';
import { encloses } from '../../text/span';
import { playbookPhases } from '../phases/playbook-phases';
import { isUnwritten, type PartState } from './part-state';

/** The rollback plan: the first part about a rollback that belongs to no phase and no entry in it; null where there is none. */
export function rollbackPlan(runbook: Runbook): Part | null {
  const phases = playbookPhases(runbook);
  // an entry that holds the phases is the playbook itself
  const inner = runbook.entries.filter(
    (entry) => hasBody(entry) && !phases.some(({ span }) => encloses(entry.span, span)),
  );
  return (
    runbook.parts.find(
      (part) =>
        part.role === 'rollback' &&
        part.item === null &&
        !/communication|during|decision/i.test(part.name) &&
        (/^(?:complete |full |overall )?roll-?\s?back plan\b/i.test(part.name) ||
          ![...phases, ...inner].some(({ span }) => encloses(span, part.nameSpan))),
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

/** A statement that there is no rollback, without a reason. */
const unexplained =
  /^(?:n\/?a|none|(?:none|not|no rollback|no action|nothing) (?:is )?(?:needed|required|necessary|applicable|possible)|nothing to (?:roll back|undo|revert|do)|no rollback(?: steps?| plan)?|nothing)[.!]?$/i;

/** What a rollback says instead of steps, and of a reason why none are needed: `N/A`; null where it says more. */
export function bareRollback({ text }: Runbook, { content: { start, end } }: Part): string | null {
  const content = text.slice(start, end).trim();
  const words = content
    .replace(/\\(?=[.!/])/g, '')
    .replace(/^[\s*_`>-]{1,40}|[\s*_`]{1,40}$/g, '')
    .trim();
  if (!unexplained.test(words) && !/^[-–—]{1,5}$/.test(content)) return null;
  return words === '' ? content : words;
}

/** The state of a rollback that may be there; one that says "N/A" and no reason is `unwritten`, too. */
export function rollbackState(runbook: Runbook, part: Part | null | undefined): PartState {
  if (part == null) return 'missing';
  if (bareRollback(runbook, part) !== null) return 'unwritten';
  return leadsBack(part) && isUnwritten(runbook, part) ? 'unwritten' : 'present';
}
