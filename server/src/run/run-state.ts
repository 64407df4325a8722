/** A run as it stands: its journal held against its document. Pure; who keeps the journal and edits the document is not known here. */
import type { DocumentKind } from '../../../protocol/src/messages';
import type { RunPlace } from '../../../protocol/src/run-view';
import { planOf } from '../document/run/build-plan';
import { allBoxes, type RunPlan } from '../document/run/plan';
import type { Runbook } from '../model/runbook';
import type { AnyAct, Effect, RecordedAct } from './acts';
import type { RunState } from './decision';
import { factsAfter } from './facts';
import { follow } from './follow';
import { itemsOf, type RunItem } from './items';
import { nextPlace } from './places';
import type { Journal, RunStart } from './journal';

export interface StandingRun extends RunState {
  readonly start: RunStart;
  readonly journal: Journal;
  /** The document; undefined where it is gone. */
  readonly runbook: Runbook | undefined;
  /** The items of the run with those that the document has now. */
  readonly items: readonly RunItem[];
  readonly lost: readonly RunItem[];
  /** Whether the document cannot be followed at all: it is gone, or holds nothing to carry out. */
  readonly adrift: boolean;
}

const nothing: RunPlan = {
  ...{ entry: null, title: '', purpose: [], prerequisites: null, phases: [], rollbacks: [] },
  ...{ rollback: null, when: [], escalation: [], post: null },
};

/** The run of a journal in a document as it is now. `unsaved`: acts whose edit was handed over to an editor already. */
export function standingRun(
  journal: Journal,
  runbook: Runbook | undefined,
  unsaved: ReadonlySet<number> = new Set(),
): StandingRun {
  const { start } = journal;
  const plan = runbook === undefined ? null : planOf(runbook, start.entry);
  const followed = follow(journal.items, plan);
  const facts = factsAfter(start, journal.acts);
  const current = followed?.plan ?? nothing;
  const inDocument = new Map(
    allBoxes(current).flatMap(({ id, box }) => (box === null ? [] : [[id, box.checked] as const])),
  );
  const pending = pendingTicks(journal, unsaved);
  const items = followed?.items ?? journal.items;
  const known = new Set(items.filter(({ type }) => type === 'box').map(({ id }) => id));
  return {
    start,
    journal,
    runbook,
    plan: current,
    facts,
    items,
    lost: followed?.lost ?? journal.items,
    adrift: followed === null,
    isTicked: (box) => pending.get(box) ?? inDocument.get(box) ?? facts.ticks.get(box) ?? false,
    hasBox: (box) => known.has(box),
    after: (act, effects) => factsAfter(start, [...journal.acts, provisional(journal, act, effects)]),
  };
}

/** Ticks that were made and are not in the document yet: until they are, the journal is right. */
function pendingTicks(
  { acts, applied }: Journal,
  unsaved: ReadonlySet<number>,
): ReadonlyMap<string, boolean> {
  const pending = new Map<string, boolean>();
  for (const { n, act } of acts) {
    if (act.act !== 'tick' && act.act !== 'untick') continue;
    if (applied.has(n) || unsaved.has(n)) pending.delete(act.box);
    else pending.set(act.box, act.act === 'tick');
  }
  return pending;
}

function provisional({ acts, start }: Journal, act: AnyAct, effects: readonly Effect[]): RecordedAct {
  return { n: acts.length + 1, at: acts.at(-1)?.at ?? start.at, who: start.who, act, effects, words: '' };
}

export interface Beginning {
  readonly run: string;
  readonly uri: string;
  readonly path: string;
  readonly entry: string | null;
  readonly kind: DocumentKind;
  readonly drill: boolean;
  readonly who: string;
  readonly at: string;
}

/** What the journal of a new run begins with; null where there is nothing to carry out. */
export function beginning(runbook: Runbook, given: Beginning): RunStart | null {
  const plan = planOf(runbook, given.entry);
  if (plan === null) return null;
  const done = given.drill ? [] : plan.phases.filter((phase) => phase.done).map(({ id }) => id);
  // a runbook in which all is done is begun anew
  const isAllDone = plan.phases.every(({ key, id }) => key === '' || done.includes(id));
  const start = { ...given, title: plan.title, items: itemsOf(plan), done: isAllDone ? [] : done };
  const nowhere: RunPlace = { type: 'end' };
  return { ...start, place: nextPlace(plan, factsAfter({ ...start, place: nowhere }, []), null) };
}

/** The acts whose edits are not known to be in the document. */
export function unappliedActs({ acts, applied }: Journal): readonly RecordedAct[] {
  return acts.filter(({ n }) => !applied.has(n));
}
