/** Inserts a rollback that is still to be written: into a phase, or into the entry of a deployment. */
import { playbookPhases } from '../document/phases/playbook-phases';
import type { Entry, Phase, Runbook } from '../model/runbook';
import type { Edit } from '../text/edit';
import { endOfContent, insertBlockAfter, sectionMarks } from './insertion';
import { insertInPhase, partLines, partStyle } from './part-style';
import { rollbackSkeleton } from './rollback-skeleton';

/** A rollback in the style of the other phases, before the phase's duration. */
export function phaseRollback(runbook: Runbook, phase: Phase): Edit {
  const sibling = playbookPhases(runbook)
    .map(({ rollback }) => rollback)
    .find((part) => part?.item === null);
  const style = partStyle(runbook, 'Rollback', phase.span, sibling ?? undefined);
  return insertInPhase(runbook, phase, partLines(style, rollbackSkeleton(runbook, sibling ?? undefined)), [
    phase.duration,
  ]);
}

/** A section in the style of the other deployments, after the steps. */
export function entryRollback(runbook: Runbook, entry: Entry): Edit {
  const sibling = runbook.entries
    .filter(({ id }) => id.prefix === 'DEP')
    .flatMap(({ parts }) => parts.filter(({ role, from }) => role === 'rollback' && from === 'heading'))[0];
  const name = sibling?.name ?? 'Rollback Procedure';
  const lines = [`${sectionMarks(entry)} ${name}`, '', ...rollbackSkeleton(runbook, sibling)];
  const before = entry.section?.children.findLast(({ role }) => role === 'steps' || role === 'verification');
  const headings = entry.section?.children ?? [];
  const behind = before?.span ?? (headings.length > 0 ? headings[0]?.span : undefined) ?? entry.span;
  return insertBlockAfter(runbook, endOfContent(runbook, behind), lines);
}
