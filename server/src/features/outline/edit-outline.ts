/** Does something to a document at nodes of its outline: ticks boxes, adds phases, steps and parts, renumbers, moves. */
import type { OutlineAction } from '../../../../protocol/src/messages';
import { entryRollback, phaseRollback } from '../../authoring/rollback-insertion';
import { verificationSkeleton } from '../../authoring/verification-skeleton';
import { playbookPhases } from '../../document/phases/playbook-phases';
import type { Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { insertPhase, phaseIndexAt } from '../insertions/insert-phase';
import { insertStep, stepIndexAt } from '../insertions/insert-step';
import { renumberedPhases } from '../refactorings/renumber-phases';
import { renumberedSteps } from '../refactorings/renumber-steps';
import type { FeatureContext } from '../shared/feature-context';
import { refuseInOpenBlock } from '../shared/refuse-in-open-block';
import { ChangeRefused } from '../shared/workspace-change';
import { setBoxes } from '../toggle-checkbox';
import { orderPhases } from './move-phases';
import { orderSteps } from './move-steps';
import { outlineOf } from './outline';
import { words } from '../../text/say';
import type { OutlineTarget } from './outline-nodes';

export interface OutlineEdit {
  /** Version of the document that the nodes are from; null when it was not open. */
  readonly version: number | null;
  /** Ids of nodes; several to tick, clear and move. */
  readonly nodes: readonly string[];
  readonly action: OutlineAction;
  /** For `move`: the node in front of which the others go; null behind all of them. */
  readonly before: string | null;
}

type Edits = ReadonlyMap<string, readonly Edit[]>;

/**
 * The edits by document. What is to be filled in stands in brackets.
 * @throws ChangeRefused when the document has another version, a node is gone, or the edit would harm what it is not about.
 */
export function editOutline(
  context: FeatureContext,
  uri: string,
  { version, nodes, action, before }: OutlineEdit,
): Edits {
  const runbook = context.runbook(uri);
  if (runbook === undefined) throw new ChangeRefused(words`The document is not known.`);
  if (context.versionOf(uri) !== version)
    throw new ChangeRefused(
      words`The document has changed since the tree was shown. Nothing was changed. Try again.`,
    );
  const all = outlineOf(context, uri, runbook).targets;
  const targetOf = (id: string): OutlineTarget => {
    const target = all.get(id);
    if (target === undefined)
      throw new ChangeRefused(words`The document has no such part any more. Try again.`);
    return target;
  };
  const targets = nodes.map(targetOf);
  const [target = {}] = targets;
  const found = actOn(
    context,
    uri,
    runbook,
    action,
    targets,
    target,
    before === null ? null : targetOf(before),
  );
  if (found === null) throw new ChangeRefused(words`There is nothing to do here.`);
  if (action.startsWith('add-')) refuseInOpenBlock(runbook, found.get(uri) ?? []);
  return found;
}

function actOn(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  action: OutlineAction,
  targets: readonly OutlineTarget[],
  target: OutlineTarget,
  before: OutlineTarget | null,
): Edits | null {
  const here = (edit: Edit | null): Edits | null => (edit === null ? null : new Map([[uri, [edit]]]));
  const { phase, entry, procedure, step } = target;
  switch (action) {
    case 'tick':
    case 'clear': {
      const edits = setBoxes(
        targets.flatMap(({ box }) => box ?? []),
        action === 'tick',
      );
      return edits.length === 0 ? null : new Map([[uri, edits]]);
    }
    case 'add-phase': {
      if (phase === undefined || !playbookPhases(runbook).includes(phase)) return null;
      return insertPhase(context, uri, phaseIndexAt(runbook, phase.headSpan.start));
    }
    case 'add-step': {
      if (procedure === undefined) return null;
      const index =
        step === undefined ? procedure.steps.length : stepIndexAt(runbook, procedure, step.titleSpan.start);
      return insertStep(context, uri, runbook, procedure, index);
    }
    case 'add-rollback':
      if (phase?.rollback === null) return here(phaseRollback(runbook, phase));
      return entry === undefined ? null : here(entryRollback(runbook, entry));
    case 'add-verification':
      if (procedure === undefined || step === undefined) return null;
      return here(verificationSkeleton(runbook, procedure, step));
    case 'renumber':
      if (phase !== undefined) return renumberedPhases(context, uri, runbook);
      return procedure === undefined ? null : renumberedSteps(context, uri, runbook, procedure);
    case 'move':
      return moved(context, uri, runbook, targets, before);
  }
}

const foreign = words`Only phases among phases, and steps of one procedure, can change places.`;

function moved(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  targets: readonly OutlineTarget[],
  before: OutlineTarget | null,
): Edits | null {
  const [first] = targets;
  const procedure = first?.procedure;
  if (before !== null && (first?.step === undefined) !== (before.step === undefined))
    throw new ChangeRefused(foreign);
  if (first?.step !== undefined && procedure !== undefined) {
    const order = reordered(
      procedure.steps,
      targets.map(({ step }) => step),
      before?.step,
    );
    return order === null ? null : orderSteps(context, uri, runbook, procedure, order);
  }
  const order = reordered(
    playbookPhases(runbook),
    targets.map(({ phase }) => phase),
    before?.phase,
  );
  return order === null ? null : orderPhases(context, uri, runbook, order);
}

/** The items with some of them in front of another one, or at the end; null where that changes nothing. */
function reordered<T>(
  items: readonly T[],
  moving: readonly (T | undefined)[],
  before: T | undefined,
): readonly T[] | null {
  const chosen = items.filter((item) => moving.includes(item));
  const isForeign = moving.some((one) => one === undefined || !items.includes(one));
  if (isForeign || (before !== undefined && !items.includes(before))) throw new ChangeRefused(foreign);
  // what goes in front of one of its own stays with what follows that
  const goal =
    before === undefined
      ? undefined
      : items.slice(items.indexOf(before)).find((item) => !chosen.includes(item));
  const rest = items.filter((item) => !chosen.includes(item));
  const at = goal === undefined ? rest.length : rest.indexOf(goal);
  const order = rest.toSpliced(at, 0, ...chosen);
  return order.every((item, index) => item === items[index]) ? null : order;
}
