/** The nodes of the phases of a playbook: what each holds, how far it is, and what it lacks. */
import type { OutlineAction, OutlineNode, OutlineNodeKind } from '../../../../protocol/src/messages';
import { gateBoxes, gateOf, tickedOf } from '../../document/phases/phase-gate';
import { phaseProgress } from '../../document/phases/phase-progress';
import { numberedPhases } from '../../document/phases/playbook-phases';
import { partState } from '../../document/sections/part-state';
import { rollbackState } from '../../document/sections/rollback-plan';
import type { Part, Phase, Procedure } from '../../model/runbook';
import { encloses } from '../../text/span';
import { checkNodes, stateOf } from './check-nodes';
import { plain, unwrittenWords, type NodeParts, type OutlineNodes } from './outline-nodes';
import { words } from '../../text/say';
import { stepListActions, stepNodes } from './step-nodes';

/** The node of a phase with those of its parts and steps. */
export function phaseNode(nodes: OutlineNodes, phase: Phase): OutlineNode {
  const { runbook, say } = nodes;
  const id = nodes.id(`phase-${phase.key}`);
  const progress = phaseProgress(runbook).get(phase);
  const procedures = runbook.procedures.filter(
    (one) => encloses(phase.span, one.span) && one.role !== 'rollback',
  );
  const children = partNodes(nodes, id, phase, procedures);
  const waits = progress?.waitsFor.map(({ label }) => label) ?? [];
  const blocked = progress?.state === 'blocked';
  const numbered = numberedPhases(runbook);
  const actions: OutlineAction[] = ['add-phase', 'move'];
  if (procedures.length > 0) actions.push('add-step');
  if (phase.rollback === null) actions.push('add-rollback');
  if (numbered.some(({ problem }) => problem !== null)) actions.push('renumber');
  const [procedure] = procedures;
  return nodes.node(id, {
    kind: 'phase',
    label: phase.title === '' ? say`Phase ${phase.label}` : say`Phase ${phase.label}: ${plain(phase.title)}`,
    span: phase.span,
    words: phase.nameSpan,
    description: blocked ? say`waits for Phase ${waits.join(', ')}` : '',
    ...(progress === undefined ? {} : { state: progress.state, progress: progress.boxes }),
    children,
    marked: true,
    unwritten: unwrittenParts(nodes, phase),
    actions,
    target: { phase, ...(procedure === undefined ? {} : { procedure }) },
  });
}

/** `tasks, rollback to be filled in`, of all parts of a phase whose names are there. */
function unwrittenParts({ runbook, say }: OutlineNodes, phase: Phase): string[] {
  const states = [
    [words`objective`, partState(runbook, phase.objective)],
    [words`tasks`, partState(runbook, phase.tasks)],
    [words`gate criteria`, partState(runbook, gateOf(phase))],
    [words`rollback`, rollbackState(runbook, phase.rollback)],
  ] as const;
  const names = states.flatMap(([name, state]) => (state === 'unwritten' ? [say(name)] : []));
  return names.length === 0 ? [] : [say`${names.join(', ')} to be filled in`];
}

function partNodes(
  nodes: OutlineNodes,
  id: string,
  phase: Phase,
  procedures: readonly Procedure[],
): OutlineNode[] {
  const { runbook, say } = nodes;
  const children: OutlineNode[] = [];
  const add = (part: Part | null, kind: OutlineNodeKind, more: Partial<NodeParts> = {}): void => {
    if (part === null) return;
    children.push(
      nodes.node(`${id}/${kind}`, {
        kind,
        label: part.name,
        span: part.span,
        words: part.nameSpan,
        marked: true,
        unwritten: unwrittenWords(say, partState(runbook, part)),
        ...more,
      }),
    );
  };
  const { dependsOn, branches, tasks } = phase;
  const lineOf = (part: Part | null): string =>
    part === null || part.empty ? '' : nodes.firstWords(part.content);
  add(phase.objective, 'objective', { description: lineOf(phase.objective) });
  add(phase.dependencies, 'dependencies', {
    description:
      dependsOn.length === 0 ? '' : say`requires Phase ${dependsOn.map(({ label }) => label).join(', ')}`,
  });
  const steps = procedures.flatMap((procedure) => stepNodes(nodes, `${id}/tasks`, procedure));
  const [procedure] = procedures;
  if (tasks === null) children.push(...steps);
  else
    add(tasks, 'tasks', {
      children: steps,
      description: steps.length === 0 ? '' : String(steps.length),
      ...(procedure === undefined
        ? {}
        : { actions: stepListActions(nodes, procedure), target: { procedure } }),
    });
  const boxes = tickedOf(gateBoxes(runbook, phase));
  add(phase.gateCriteria, 'gate-criteria', {
    children: criteriaNodes(nodes, `${id}/gate-criteria`, phase),
    progress: boxes,
    ...(boxes.total === 0 ? {} : { state: stateOf(boxes) }),
  });
  add(phase.decisionPoint, 'decision-point', {
    description:
      branches.length === 0 ? '' : branches.length === 1 ? say`1 branch` : say`${branches.length} branches`,
  });
  add(phase.rollback, 'rollback', { unwritten: unwrittenWords(say, rollbackState(runbook, phase.rollback)) });
  add(phase.duration, 'duration', { description: lineOf(phase.duration) });
  return children.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

/** The criteria of a gate; where they stand in a table, its boxes. */
function criteriaNodes(nodes: OutlineNodes, under: string, phase: Phase): OutlineNode[] {
  const { criteria } = phase;
  const gate = gateOf(phase);
  const inItems = criteria.map(({ box, text }, index) =>
    nodes.node(`${under}/${String(index + 1)}`, {
      kind: 'criterion',
      label: nodes.firstWords(text),
      span: text,
      words: text,
      box,
    }),
  );
  return inItems.length > 0 || gate === null ? inItems : checkNodes(nodes, under, gate.content);
}
