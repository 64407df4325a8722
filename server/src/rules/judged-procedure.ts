/** Which lists of steps are judged by whether they are verified, and what stands around a procedure. */
import type { ListItem } from '../model/markdown';
import type { Entry, Part, Procedure, Runbook, Step } from '../model/runbook';
import { normalizeName } from '../model/vocabulary';
import { encloses, firstFrom, type Span } from '../text/span';

const proceduralName = /\b(?:steps|procedures?|instructions|what to do)$/;

/**
 * Whether the items of a list are steps that somebody verifies: those of RUN and DEP entries, and elsewhere those of
 * sections named Steps, Procedure and the like. The resolution of an issue and the tasks of a phase are none: a phase
 * has its gate criteria, a resolution its symptoms.
 */
export function isJudgedList(runbook: Runbook, procedure: Procedure, entry: Entry | undefined): boolean {
  if (procedure.form !== 'list' || procedure.role !== 'steps') return false;
  if (entry !== undefined) return entry.id.prefix === 'RUN' || entry.id.prefix === 'DEP';
  const { phases } = runbook;
  const phase = phases[firstFrom(phases, procedure.span.start + 1, ({ span }) => span.start) - 1];
  if (phase !== undefined && encloses(phase.span, procedure.span)) return false;
  return runbook.kind.kind !== 'none' && proceduralName.test(normalizeName(procedure.name));
}

/** The parts whose names stand in a span, in order. */
export function partsWithin({ parts }: Runbook, span: Span): readonly Part[] {
  const from = firstFrom(parts, span.start, (part) => part.span.start);
  const to = firstFrom(parts, span.end, (part) => part.span.start);
  return parts.slice(from, to);
}

/** Whether a list item tells people something and changes nothing: Notify, Document, Escalate… */
export function onlyTells({ title }: Step): boolean {
  return /^\W*(?:document|notify|announce|inform|communicate|escalate|record|log|report|tell|call|page|post|publish|schedule|file|open (?:a|an|the) (?:ticket|incident|issue)|hand over|thank|decide|close (?:the|out)|update the (?:status|ticket|channel|log|runbook|incident))\b/i.test(
    title,
  );
}

/** Whether a task list is the next block behind the list that `item` belongs to. */
export function checklistFollows({ blocks }: Runbook, item: ListItem): boolean {
  const index = firstFrom(blocks, item.span.end, (block) => block.span.start);
  const next = blocks[index];
  return next?.type === 'list' && next.items.some(({ box }) => box !== null);
}

/** Whether a verification is there and says nothing, which `empty-verification` reports. */
export function hasEmptyVerification(runbook: Runbook, { span }: Step): boolean {
  return partsWithin(runbook, span).some(({ role, empty }) => role === 'verification' && empty);
}
