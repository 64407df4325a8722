/** Inserts a part of a runbook at the cursor: where parts of its kind go, numbered, written like the others, registered. */
import { documentEscalation, escalationLines } from '../../authoring/escalation-insertion';
import { planEdits, type RankedPhase } from '../../authoring/phase-registers';
import { entryRollback, phaseRollback } from '../../authoring/rollback-insertion';
import { insertSection } from '../../authoring/section-insertion';
import { verificationSkeleton } from '../../authoring/verification-skeleton';
import { coversAllPhases, fromPhases } from '../../document/phases/from-phases';
import { entryFinder } from '../../document/entries/run-entries';
import { playbookPhases } from '../../document/phases/playbook-phases';
import { isBlankPart } from '../../document/sections/blank-part';
import { rollbackPlan } from '../../document/sections/rollback-plan';
import type { Phase, Procedure, Runbook } from '../../model/runbook';
import type { InsertedPart } from '../../../../protocol/src/insert-part';
import type { Edit } from '../../text/edit';
import { enclosingFinder } from '../../text/enclosing';
import { encloses } from '../../text/span';
import type { FeatureContext } from '../shared/feature-context';
import { refuseInOpenBlock } from '../shared/refuse-in-open-block';
import { ChangeRefused } from '../shared/workspace-change';
import { insertPhase, phaseIndexAt } from './insert-phase';
import { words } from '../../text/say';
import { insertStep, stepIndexAt } from './insert-step';

interface Place {
  readonly context: FeatureContext;
  readonly uri: string;
  readonly runbook: Runbook;
  readonly offset: number;
}

type Edits = ReadonlyMap<string, readonly Edit[]>;

/**
 * The edits by document; of the document itself the first one is the part. What is to be filled in stands in brackets.
 * @throws ChangeRefused where there is no place for it, or where it is there; the message says what to do instead.
 */
export function insertPart(context: FeatureContext, uri: string, part: InsertedPart, offset: number): Edits {
  const runbook = context.runbook(uri);
  if (runbook === undefined || runbook.unread)
    throw new ChangeRefused(words`The document is not known. Save it as a Markdown file first.`);
  const edits = parts[part]({ context, uri, runbook, offset });
  refuseInOpenBlock(runbook, edits.get(uri) ?? []);
  return edits;
}

/** Whether there is such a part: what comes over the wire only claims to be one. */
export function isInsertedPart(part: unknown): part is InsertedPart {
  return typeof part === 'string' && Object.hasOwn(parts, part);
}

const parts: Readonly<Record<InsertedPart, (place: Place) => Edits>> = {
  phase({ context, uri, runbook, offset }) {
    if (runbook.kind.kind !== 'playbook' && playbookPhases(runbook).length === 0)
      throw new ChangeRefused(words`Phases belong into playbooks. Create one with "Runbook: New Playbook".`);
    return insertPhase(context, uri, phaseIndexAt(runbook, offset));
  },
  step({ context, uri, runbook, offset }) {
    const procedure = procedureAt(runbook, offset);
    if (procedure === undefined)
      throw new ChangeRefused(words`There are no steps here. Put the cursor into a list of steps.`);
    return insertStep(context, uri, runbook, procedure, stepIndexAt(runbook, procedure, offset));
  },
  verification({ uri, runbook, offset }) {
    const procedure = procedureAt(runbook, offset);
    const step = procedure?.steps[stepIndexAt(runbook, procedure, offset) - 1];
    if (procedure === undefined || step === undefined)
      throw new ChangeRefused(words`There is no step here to verify. Put the cursor into a step.`);
    if (step.verification.length > 0)
      throw new ChangeRefused(words`Step ${step.number} has a verification already.`);
    const edit = verificationSkeleton(runbook, procedure, step);
    if (edit === null)
      throw new ChangeRefused(words`A row of a table has no room for a verification. Add a column for it.`);
    return new Map([[uri, [edit]]]);
  },
  rollback({ uri, runbook, offset }) {
    const phases = playbookPhases(runbook);
    const phase = enclosingFinder(phases)({ start: offset, end: offset });
    if (phase !== undefined) {
      if (phase.rollback !== null)
        throw new ChangeRefused(words`Phase ${phase.label} has a rollback already.`);
      const edits = [phaseRollback(runbook, phase), ...inPlan(runbook, phase, phases.indexOf(phase))];
      return new Map([[uri, edits]]);
    }
    const entry = entryFinder(runbook)({ start: offset, end: offset });
    if (entry?.id.prefix !== 'DEP')
      throw new ChangeRefused(
        words`Put the cursor into a phase or into a DEP- entry, which is what is rolled back.`,
      );
    if (entry.parts.some(({ role }) => role === 'rollback'))
      throw new ChangeRefused(words`${entry.id.text} has a rollback already.`);
    return new Map([[uri, [entryRollback(runbook, entry)]]]);
  },
  escalation({ uri, runbook, offset }) {
    const entry = entryFinder(runbook)({ start: offset, end: offset });
    const runEntry = entry?.id.prefix === 'RUN' ? entry : undefined;
    if (runEntry === undefined && runbook.kind.kind !== 'playbook' && runbook.kind.kind !== 'feature')
      throw new ChangeRefused(words`Put the cursor into a RUN- entry, a playbook or a feature runbook.`);
    const own = (runEntry?.parts ?? runbook.parts).filter(({ role }) => role === 'escalation');
    // those of a decision point in a phase, and of an entry in a playbook, are not the document's
    const present = runEntry === undefined ? own.filter((part) => isOfDocument(runbook, part.span)) : own;
    if (present.some((part) => runEntry !== undefined || !isBlankPart(runbook, part)))
      throw new ChangeRefused(
        runEntry === undefined
          ? words`The document has an escalation path already.`
          : words`${runEntry.id.text} has an escalation path already.`,
      );
    const edit =
      runEntry === undefined
        ? documentEscalation(runbook, present[0])
        : insertSection(runbook, runEntry, 'escalation', 'Escalation', escalationLines(runbook));
    return new Map([[uri, [edit]]]);
  },
};

function isOfDocument(runbook: Runbook, span: Phase['span']): boolean {
  return (
    entryFinder(runbook)(span) === undefined && !runbook.phases.some((phase) => encloses(phase.span, span))
  );
}

/** The procedure around an offset, else the last one before it in the same entry or, outside of entries, the same section. */
function procedureAt(runbook: Runbook, offset: number): Procedure | undefined {
  const around = runbook.procedures.findLast(({ span }) => span.start <= offset && offset <= span.end);
  if (around !== undefined) return around;
  const entryAt = entryFinder(runbook);
  const here = { start: offset, end: offset };
  const entry = entryAt(here);
  const before = runbook.procedures.findLast(({ span }) => span.end <= offset);
  if (before === undefined || entryAt(before.span) !== entry) return undefined;
  const between = runbook.headings.some(
    ({ span }) => span.start > before.span.end - 1 && span.start < offset,
  );
  return between ? undefined : before;
}

/** The part of the rollback plan, where that has one for the other phases and none for this. */
function inPlan(runbook: Runbook, phase: Phase, rank: number): Edit[] {
  const plan = rollbackPlan(runbook);
  if (plan === null || coversAllPhases(runbook, plan.span)) return [];
  const given = fromPhases(runbook, plan.span);
  const names = (keys: readonly string[]): boolean => keys.includes(phase.key);
  if (given.length === 0 || given.some(({ keys }) => keys.length === 0 || names(keys))) return [];
  const missing: RankedPhase = { label: phase.label, rank };
  return planEdits(runbook, plan, [missing]);
}
