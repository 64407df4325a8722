/**
 * The Phases tree: phases with what they hold, the entries of a file by prefix, procedures and checklists, with how far each
 * is, what is missing and what can be done there.
 */
import type { OutlineResult } from '../../../../protocol/src/messages';
import { tickedOf } from '../../document/phases/phase-gate';
import { phaseProgress } from '../../document/phases/phase-progress';
import { checkboxesIn } from '../../document/sections/checkboxes';
import type { Finding } from '../../lint/rule';
import { hasBody } from '../../model/entry';
import type { Runbook } from '../../model/runbook';
import { encloses } from '../../text/span';
import { checklistNodes } from './check-nodes';
import { entryNode, groupNodes } from './entry-nodes';
import { houseNodes } from './house-nodes';
import { inOrder, OutlineNodes, type OutlineTarget, type PlacedNode } from './outline-nodes';
import { phaseNode } from './phase-nodes';
import type { Say } from '../../text/say';
import { procedureNodes } from './step-nodes';

/** What is shown of a document. */
export type ShownOutline = Pick<OutlineResult, 'nodes' | 'summary' | 'phasesDone'>;

export interface Outline {
  readonly shown: ShownOutline;
  /** What the nodes stand for, by their ids. */
  readonly targets: ReadonlyMap<string, OutlineTarget>;
}

/** Who reads an outline: in which language, and when (`YYYY-MM-DD`). */
interface OutlineReader {
  readonly say: Say;
  readonly today: string;
}

/** The outline of a document. `findings` are those of the same document: what they miss is marked where it is missing. */
export function outlineOf(
  runbook: Runbook,
  findings: readonly Finding[],
  { say, today }: OutlineReader,
): Outline {
  const nodes = new OutlineNodes(runbook, findings, say);
  const phases = runbook.phases.filter(({ rollout }) => rollout === null);
  const top: PlacedNode[] = phases.map((phase) => ({ span: phase.span, node: phaseNode(nodes, phase) }));
  const entries = runbook.entries.filter(hasBody);
  if (runbook.kind.kind === 'sot' && entries.length > 1) top.push(...groupNodes(nodes, entries, today));
  else for (const entry of entries) top.push({ span: entry.span, node: entryNode(nodes, entry, today) });
  const own = runbook.kind.kind === 'house' ? houseNodes(nodes) : [];
  top.push(...own);
  const shown = [...phases, ...entries, ...own].map(({ span }) => span);
  const others = runbook.procedures.filter(({ span }) => !shown.some((one) => encloses(one, span)));
  const steps = runbook.procedures.flatMap((procedure) => procedure.steps.map(({ span }) => span));
  top.push(...joined(procedureNodes(nodes, others), checklistNodes(nodes, [...shown, ...steps])));
  return { shown: { nodes: inOrder(top), ...summaryOf(say, runbook) }, targets: nodes.targets };
}

/** A section with steps and with boxes besides them has one row for both. */
function joined(procedures: readonly PlacedNode[], checklists: readonly PlacedNode[]): PlacedNode[] {
  const boxesAt = new Map(checklists.map((checklist) => [startOf(checklist), checklist]));
  const rows = procedures.map((procedure): PlacedNode => {
    const boxes = boxesAt.get(startOf(procedure));
    if (boxes === undefined) return procedure;
    boxesAt.delete(startOf(procedure));
    const { progress, children, range } = boxes.node;
    return {
      span: procedure.span,
      node: {
        ...procedure.node,
        ...(progress === undefined ? {} : { progress }),
        range,
        children: [...procedure.node.children, ...children],
      },
    };
  });
  return [...rows, ...boxesAt.values()];
}

function startOf({ node }: PlacedNode): string {
  const { line, character } = node.selectionRange.start;
  return `${String(line)}:${String(character)}`;
}

function summaryOf(say: Say, runbook: Runbook): Omit<ShownOutline, 'nodes'> {
  const states = [...phaseProgress(runbook).values()].map(({ state }) => state);
  if (runbook.kind.kind === 'playbook' && states.length > 0) {
    const done = states.filter((state) => state === 'done').length;
    const total = states.length;
    return { summary: say`${done} of ${total} phases done`, phasesDone: { done, total } };
  }
  if (runbook.kind.kind === 'sot') {
    const count = runbook.entries.filter(hasBody).length;
    return { summary: count === 1 ? say`1 entry` : say`${count} entries` };
  }
  const { done, total } = tickedOf(checkboxesIn(runbook, runbook.root.span));
  return { summary: total === 0 ? '' : say`${done} of ${total} checked` };
}
