/** A run as plain data for who shows it. Knows nothing of who that is. */
import type {
  RunBox,
  RunChanges,
  RunCommand,
  RunDecision,
  RunGate,
  RunPhase,
  RunRollback,
  RunStep,
  RunView,
  RunWords,
} from '../../../protocol/src/run-view';
import type {
  PlanBox,
  PlanDecision,
  PlanGate,
  PlanPhase,
  PlanRollback,
  PlanStep,
} from '../document/run/plan';
import type { Say } from '../text/say';
import { countLines, destructiveIn, slotsIn, whyUnsendable } from './commands';
import type { RunItem } from './items';
import { areDone } from './open-items';
import { hasPlace, nextPlace, stepsToGoBack } from './places';
import type { StandingRun } from './run-state';
import { nameOf } from './act-words';
import { placeName, positionOf } from './view-words';

export interface ViewSource {
  readonly run: StandingRun;
  readonly say: Say;
  /** Whether the configuration lets commands be put into a terminal. */
  readonly terminal: boolean;
  readonly changes: RunChanges | null;
  /** Digests of the steps that differ from those of the last successful run. */
  readonly changed: ReadonlySet<string>;
  /** What went wrong with the run itself, in words. */
  readonly notices: readonly string[];
}

/** The view of a run; its document goes by the URI that the run began with. */
export function viewOf(source: ViewSource): RunView {
  const { run, say } = source;
  const { start, plan, facts } = run;
  const view = new Views(source);
  const at = hasPlace(plan, facts.place) ? facts.place : nextPlace(plan, facts, null);
  const next = nextPlace(plan, facts, at);
  return {
    run: start.run,
    revision: facts.revision,
    textDocument: { uri: start.uri },
    kind: start.kind,
    entry: start.entry,
    title: plan.title === '' ? start.title : plan.title,
    purpose: plan.purpose,
    drill: start.drill,
    who: facts.who,
    startedAt: start.at,
    endedAt: facts.endedAt,
    status: facts.endedAt !== null ? 'ended' : facts.paused ? 'paused' : 'running',
    outcome: facts.outcome,
    at,
    position: positionOf(plan, at, say),
    since: facts.since,
    next: at.type === 'end' || at.type === 'rollback' ? '' : placeName(plan, next, say),
    prerequisites: view.gate(plan.prerequisites),
    phases: plan.phases.map((phase) => view.phase(phase)),
    rollbacks: plan.rollbacks.map((rollback) => view.rollback(rollback)),
    rollback: plan.rollback,
    escalation: { when: plan.when, levels: plan.escalation },
    post: view.gate(plan.post),
    events: run.journal.acts
      .filter(({ act }) => act.act !== 'go')
      .map(({ at: time, who, words }) => ({ at: time, who, text: words })),
    notices: [...source.notices, ...view.lostWords()],
    changes: source.changes,
    terminal: source.terminal,
  };
}

class Views {
  readonly #run: StandingRun;
  readonly #source: ViewSource;
  readonly #say: Say;

  constructor(source: ViewSource) {
    this.#source = source;
    this.#run = source.run;
    this.#say = source.say;
  }

  phase(phase: PlanPhase): RunPhase {
    const { facts } = this.#run;
    const own = facts.items.get(phase.id);
    return {
      id: phase.id,
      number: phase.number,
      title: phase.title,
      objective: phase.objective,
      duration: phase.duration,
      dependencies: phase.dependencies.map(({ words, phases }) => ({
        words,
        done: phases.length === 0 ? null : areDone(phases, facts),
      })),
      steps: [...phase.steps.map((step) => this.#step(step)), ...this.#lostSteps(phase.id)],
      decision: phase.decision === null ? null : this.#decision(phase.decision),
      gate: this.gate(phase.gate),
      rollback: phase.rollback,
      status: own?.status ?? 'open',
      startedAt: own?.startedAt ?? null,
      completedAt: own?.completedAt ?? null,
      notes: facts.notes.get(phase.id) ?? [],
      lost: false,
    };
  }

  rollback(rollback: PlanRollback): RunRollback {
    const { facts, plan } = this.#run;
    const hasBegun = plan.phases.some(({ id }) => facts.items.has(id));
    // who reads before anything began wants to know all of it
    const steps = hasBegun ? stepsToGoBack(rollback, facts) : rollback.steps;
    return {
      id: rollback.id,
      title: rollback.title,
      phase: rollback.phase,
      step: rollback.step,
      steps: steps.map((step) => this.#step(step)),
      blocks: rollback.blocks,
      gate: this.gate(rollback.gate),
      status: facts.items.get(rollback.id)?.status ?? 'open',
    };
  }

  gate(gate: PlanGate | null): RunGate | null {
    if (gate === null) return null;
    const passed = this.#run.facts.gates.get(gate.id);
    return {
      id: gate.id,
      title: gate.title,
      boxes: [...gate.boxes.map((box) => this.#box(box)), ...this.#lostBoxes(gate.id)],
      passedAt: passed?.at ?? null,
      reason: passed?.reason ?? '',
    };
  }

  /** What is not found again and was not untouched: a sentence each. */
  lostWords(): string[] {
    const { lost, adrift, items } = this.#run;
    if (adrift)
      return [this.#say`The runbook is gone or holds no steps any more. The record continues without it.`];
    return lost
      .filter((item) => item.type === 'step' || (item.type === 'box' && this.#wasTicked(item)))
      .map(
        (item) =>
          this.#say`Not found in the runbook any more: ${nameOf(items, item.id)}. The record keeps it.`,
      );
  }

  #wasTicked({ id }: RunItem): boolean {
    return this.#run.facts.ticks.get(id) === true;
  }

  #step(step: PlanStep): RunStep {
    const { facts, runbook } = this.#run;
    const own = facts.items.get(step.id);
    return {
      id: step.id,
      number: step.number,
      title: step.title,
      status: own?.status ?? 'open',
      startedAt: own?.startedAt ?? null,
      completedAt: own?.completedAt ?? null,
      blocks: step.blocks,
      commands: step.commands.map((command) => this.#command(command)),
      verification: [...step.verification.map((box) => this.#box(box)), ...this.#lostBoxes(step.id)],
      rollback: step.rollback,
      notes: facts.notes.get(step.id) ?? [],
      lost: false,
      changed: this.#source.changed.has(step.digest),
      line: runbook?.lines.lineAt(step.span.start) ?? null,
    };
  }

  /** Steps of a phase that the document holds no more and that were begun. */
  #lostSteps(phase: string): RunStep[] {
    const { facts, lost } = this.#run;
    return lost.flatMap(({ id, type, parent, number, title }): RunStep[] => {
      const own = facts.items.get(id);
      if (type !== 'step' || parent !== phase || own === undefined) return [];
      return [
        {
          ...{
            id,
            number,
            title,
            ...own,
            blocks: [],
            commands: [],
            rollback: null,
            lost: true,
            changed: false,
          },
          ...{ verification: this.#lostBoxes(id), notes: facts.notes.get(id) ?? [], line: null },
        },
      ];
    });
  }

  #box({ id, words, box, commands }: PlanBox): RunBox {
    const inDocument = box !== null;
    return { id, words, ticked: this.#run.isTicked(id), inDocument, commands, lost: false };
  }

  #lostBoxes(parent: string): RunBox[] {
    return this.#run.lost
      .filter((item) => item.type === 'box' && item.parent === parent && this.#wasTicked(item))
      .map(({ id, title }) => ({
        ...{ id, words: [{ text: title, form: 'plain' as const }], ticked: true },
        ...{ inDocument: false, commands: [], lost: true },
      }));
  }

  #command({ id, text, language }: PlanStep['commands'][number]): RunCommand {
    const { facts } = this.#run;
    const why = whyUnsendable(text);
    return {
      id,
      text,
      language,
      slots: slotsIn(text).map((slot) => ({
        ...slot,
        value: slot.secret ? null : (facts.slots.get(slot.name) ?? null),
      })),
      lines: countLines(text),
      destructive: destructiveIn(text),
      unsendable: why === null ? null : this.#say(why),
      sent: facts.sent.get(id) ?? 0,
    };
  }

  #decision({ id, title, blocks, branches, escalation }: PlanDecision): RunDecision {
    return {
      id,
      title,
      blocks,
      branches: branches.map(({ id: own, condition, then, lead, implied }) => ({
        ...{ id: own, then, lead },
        condition: implied === null ? condition : [this.#implied(implied)],
      })),
      escalation,
      chosen: this.#run.facts.chosen.get(id) ?? null,
    };
  }

  #implied(answer: 'go' | 'no-go'): RunWords {
    return { text: answer === 'go' ? this.#say`Go` : this.#say`No-go`, form: 'strong' };
  }
}
