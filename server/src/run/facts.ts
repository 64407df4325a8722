/** What is true of a run after its acts: a fold over the journal, without any document. The same acts give the same facts. */
import type { RunItemStatus, RunNote, RunOutcome, RunPlace } from '../../../protocol/src/run-view';
import type { RecordedAct } from './acts';

export interface ItemFacts {
  readonly status: RunItemStatus;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
}

export interface RunFacts {
  readonly items: ReadonlyMap<string, ItemFacts>;
  /** What boxes were last made to be. */
  readonly ticks: ReadonlyMap<string, boolean>;
  readonly gates: ReadonlyMap<string, { readonly at: string; readonly reason: string }>;
  readonly chosen: ReadonlyMap<string, string>;
  /** By item; those of the run under an empty id. */
  readonly notes: ReadonlyMap<string, readonly RunNote[]>;
  readonly slots: ReadonlyMap<string, string>;
  /** How many lines of a command were put into a terminal. */
  readonly sent: ReadonlyMap<string, number>;
  readonly place: RunPlace;
  readonly since: string;
  readonly paused: boolean;
  readonly who: string;
  readonly revision: number;
  readonly failedAt: string | null;
  readonly endedAt: string | null;
  readonly outcome: RunOutcome | null;
}

export interface RunBeginning {
  readonly at: string;
  /** Where a person is at first. */
  readonly place: RunPlace;
  readonly who: string;
  /** Ids of the phases that were done before the run began. */
  readonly done: readonly string[];
}

/** The facts after all acts, in their order. */
export function factsAfter(beginning: RunBeginning, acts: readonly RecordedAct[]): RunFacts {
  const { at, who, done, place: first } = beginning;
  const items = new Map<string, ItemFacts>(
    done.map((id) => [id, { status: 'done', startedAt: null, completedAt: null }]),
  );
  const ticks = new Map<string, boolean>();
  const gates = new Map<string, { at: string; reason: string }>();
  const chosen = new Map<string, string>();
  const notes = new Map<string, RunNote[]>();
  const slots = new Map<string, string>();
  const sent = new Map<string, number>();
  let facts: Omit<RunFacts, 'items' | 'ticks' | 'gates' | 'chosen' | 'notes' | 'slots' | 'sent'> = {
    ...{
      place: first,
      since: at,
      paused: false,
      who,
      revision: 0,
      failedAt: null,
      endedAt: null,
      outcome: null,
    },
  };
  const addNote = (on: string, one: RecordedAct, text: string | undefined): void => {
    if (text === undefined || text.trim() === '') return;
    notes.set(on, [...(notes.get(on) ?? []), { at: one.at, who: one.who, text: text.trim() }]);
  };
  for (const one of acts) {
    const { act, effects, place } = one;
    facts = { ...facts, revision: one.n };
    for (const { item, status } of effects) {
      const from = stepAt(facts.place) === item ? facts.since : one.at;
      items.set(item, afterEffect(items.get(item), status, from, one.at));
      if (status === 'open') gates.delete(item);
    }
    if (place !== undefined) facts = { ...facts, place, since: one.at };
    if (facts.paused && resumes(act.act)) facts = { ...facts, paused: false };
    switch (act.act) {
      case 'tick':
      case 'untick':
        ticks.set(act.box, act.act === 'tick');
        break;
      case 'pass-gate':
        gates.set(act.gate, { at: one.at, reason: act.reason ?? '' });
        break;
      case 'start-phase':
        addNote(act.phase, one, act.reason);
        break;
      case 'complete-step':
        addNote(act.step, one, act.note);
        break;
      case 'fail-step':
        addNote(act.step, one, act.note);
        facts = { ...facts, failedAt: one.at };
        break;
      case 'skip-step':
        addNote(act.step, one, act.reason);
        break;
      case 'decide':
        chosen.set(act.decision, act.branch);
        addNote(act.decision, one, act.note);
        break;
      case 'start-rollback':
        addNote(act.rollback, one, act.reason);
        break;
      case 'complete-rollback':
        addNote(act.rollback, one, act.note);
        break;
      case 'note':
        addNote(act.on ?? '', one, act.text);
        break;
      case 'call':
        addNote('', one, act.note);
        break;
      case 'fill':
        for (const [name, value] of Object.entries(act.values)) slots.set(name, value);
        break;
      case 'sent':
        sent.set(act.command, Math.max(sent.get(act.command) ?? 0, act.line + 1));
        break;
      case 'who':
        facts = { ...facts, who: act.who };
        break;
      case 'pause':
        facts = { ...facts, paused: true };
        break;
      case 'end':
        addNote('', one, act.note);
        facts = { ...facts, endedAt: one.at, outcome: act.outcome, paused: false };
        break;
      case 'reopen-step':
      case 'go':
      case 'copied':
      case 'resume':
        break;
    }
  }
  return { ...facts, items, ticks, gates, chosen, notes, slots, sent };
}

/** Work goes on with the next thing that is done. */
function resumes(act: RecordedAct['act']['act']): boolean {
  return !['note', 'who', 'pause', 'go', 'call', 'copied'].includes(act);
}

/** The step that a person is at: it was begun when that place was reached. */
function stepAt(place: RunPlace): string | null {
  return place.type === 'step' || place.type === 'rollback' ? place.step : null;
}

function afterEffect(
  before: ItemFacts | undefined,
  status: RunItemStatus,
  from: string,
  at: string,
): ItemFacts {
  const startedAt = before?.startedAt ?? from;
  if (status === 'started') return { status, startedAt, completedAt: null };
  if (status === 'open') return { status, startedAt: null, completedAt: null };
  return { status, startedAt, completedAt: at };
}
