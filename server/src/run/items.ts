/**
 * The items of a plan as a flat list, small enough to be written into a journal: what a run names in its acts, and by
 * which it finds its way in a document that was edited. Knows nothing of what was done.
 */
import {
  allGates,
  allSteps,
  textOfWords,
  type PlanBox,
  type PlanGate,
  type PlanStep,
  type RunPlan,
} from '../document/run/plan';
import { digestOfText } from '../text/digest';

export type ItemType = 'phase' | 'step' | 'box' | 'gate' | 'decision' | 'branch' | 'rollback';

export interface RunItem {
  readonly id: string;
  readonly type: ItemType;
  /** Id of the item that it stands in; empty at the top. */
  readonly parent: string;
  readonly number: string;
  /** Plain words, cut to what a list has room for. */
  readonly title: string;
  /** Of its words; ticks and white space do not count. */
  readonly digest: string;
  /** Whether the document holds it no more. */
  readonly lost?: true;
}

const longestTitle = 200;

/** The items of a plan, each behind the one that it stands in. */
export function itemsOf(plan: RunPlan): RunItem[] {
  const items: RunItem[] = [];
  const add = (item: Omit<RunItem, 'digest'> & { readonly digest?: string }): void => {
    const { title } = item;
    items.push({ ...item, title: title.slice(0, longestTitle), digest: item.digest ?? digestOfWords(title) });
  };
  const addBoxes = (parent: string, boxes: readonly PlanBox[]): void => {
    for (const { id, words } of boxes)
      add({ id, type: 'box', parent, number: '', title: textOfWords(words) });
  };
  const addGate = (parent: string, gate: PlanGate | null): void => {
    if (gate === null) return;
    add({ id: gate.id, type: 'gate', parent, number: '', title: gate.title });
    addBoxes(gate.id, gate.boxes);
  };
  const addSteps = (parent: string, steps: readonly PlanStep[]): void => {
    for (const { id, number, title, digest, verification } of steps) {
      add({ id, type: 'step', parent, number, title, digest });
      addBoxes(id, verification);
    }
  };
  addGate('', plan.prerequisites);
  for (const { id, number, title, steps, decision, gate } of plan.phases) {
    add({ id, type: 'phase', parent: '', number, title });
    addSteps(id, steps);
    if (decision !== null) {
      add({ id: decision.id, type: 'decision', parent: id, number: '', title: decision.title });
      for (const branch of decision.branches) {
        const words = `${textOfWords(branch.condition)}: ${textOfWords(branch.then)}`;
        add({
          id: branch.id,
          type: 'branch',
          parent: decision.id,
          number: '',
          title: branch.implied ?? words,
        });
      }
    }
    addGate(id, gate);
  }
  for (const { id, title, phase, step, steps, gate } of plan.rollbacks) {
    add({ id, type: 'rollback', parent: phase ?? step ?? '', number: '', title });
    addSteps(id, steps);
    addGate(id, gate);
  }
  addGate('', plan.post);
  return items;
}

function digestOfWords(words: string): string {
  return digestOfText(words.replace(/\s+/g, ' ').trim());
}

/** Whether two lists of items say the same. */
export function sameItems(a: readonly RunItem[], b: readonly RunItem[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}

/** A plan in which every item has the id that `named` gives it. */
export function renamed(plan: RunPlan, named: (id: string) => string): RunPlan {
  const maybe = (id: string | null): string | null => (id === null ? null : named(id));
  const commandId = (step: string, id: string): string => `${named(step)}${id.slice(step.length)}`;
  const step = (one: PlanStep): PlanStep => ({
    ...one,
    id: named(one.id),
    rollback: maybe(one.rollback),
    commands: one.commands.map((command) => ({ ...command, id: commandId(one.id, command.id) })),
    blocks: one.blocks.map((block) =>
      block.type === 'command' ? { ...block, command: commandId(one.id, block.command) } : block,
    ),
    verification: one.verification.map((box) => ({
      ...box,
      id: named(box.id),
      commands: box.commands.map((id) => commandId(one.id, id)),
    })),
  });
  const gate = (one: PlanGate | null): PlanGate | null =>
    one === null
      ? null
      : { ...one, id: named(one.id), boxes: one.boxes.map((box) => ({ ...box, id: named(box.id) })) };
  return {
    ...plan,
    prerequisites: gate(plan.prerequisites),
    post: gate(plan.post),
    rollback: maybe(plan.rollback),
    phases: plan.phases.map((phase) => ({
      ...phase,
      id: named(phase.id),
      rollback: maybe(phase.rollback),
      steps: phase.steps.map(step),
      gate: gate(phase.gate),
      dependencies: phase.dependencies.map((one) => ({ ...one, phases: one.phases.map(named) })),
      decision:
        phase.decision === null
          ? null
          : {
              ...phase.decision,
              id: named(phase.decision.id),
              branches: phase.decision.branches.map((branch) => ({ ...branch, id: named(branch.id) })),
            },
    })),
    rollbacks: plan.rollbacks.map((rollback) => ({
      ...rollback,
      id: named(rollback.id),
      phase: maybe(rollback.phase),
      step: maybe(rollback.step),
      steps: rollback.steps.map(step),
      gate: gate(rollback.gate),
      from: rollback.from.map((phases) => phases.map(named)),
    })),
  };
}

/** The digests of the steps that a person goes through, with their titles, in order. */
export function stepDigests(plan: RunPlan): { digest: string; title: string }[] {
  return allSteps(plan).map(({ digest, title }) => ({ digest, title }));
}

/** The gate of an id. */
export function gateById(plan: RunPlan, id: string): PlanGate | undefined {
  return allGates(plan).find((gate) => gate.id === id);
}

/** The step of an id, of phases and ways back alike. */
export function stepById(plan: RunPlan, id: string): PlanStep | undefined {
  return allSteps(plan).find((step) => step.id === id);
}
