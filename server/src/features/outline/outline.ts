/**
 * The Phases tree: phases with what they hold, the entries of a file by prefix, procedures and checklists, with how far each
 * is, what is missing and what can be done there.
 */
import type { OutlineResult } from '../../../../protocol/src/messages';
import { tickedOf } from '../../document/phases/phase-gate';
import { phaseProgress } from '../../document/phases/phase-progress';
import { checkboxesIn } from '../../document/sections/checkboxes';
import { hasBody } from '../../model/entry';
import type { Runbook } from '../../model/runbook';
import { encloses } from '../../text/span';
import { checklistNodes } from './check-nodes';
import { entryNode, groupNodes } from './entry-nodes';
import { houseNodes } from './house-nodes';
import {
  inOrder,
  OutlineNodes,
  type OutlineReader,
  type OutlineTarget,
  type PlacedNode,
} from './outline-nodes';
import { phaseNode } from './phase-nodes';
import type { Say } from '../../text/say';
import type { FeatureContext } from '../shared/feature-context';
import { linesOf, runLines } from '../shared/run-words';
import { procedureNodes } from './step-nodes';

/** What is shown of a document. */
export type ShownOutline = Pick<OutlineResult, 'nodes' | 'summary' | 'phasesDone' | 'runs'>;

export interface Outline {
  readonly shown: ShownOutline;
  /** What the nodes stand for, by their ids. */
  readonly targets: ReadonlyMap<string, OutlineTarget>;
}

/** The outline of a document: what findings miss is marked where it is missing. */
export function outlineOf(context: FeatureContext, uri: string, runbook: Runbook): Outline {
  const { say } = context;
  const reader: OutlineReader = {
    ...{ say, today: context.today() },
    runsOf: (entry) => runLines(context, uri, entry),
  };
  const nodes = new OutlineNodes(runbook, context.findings(uri), reader);
  const phases = runbook.phases.filter(({ rollout }) => rollout === null);
  const top: PlacedNode[] = phases.map((phase) => ({ span: phase.span, node: phaseNode(nodes, phase) }));
  const entries = runbook.entries.filter(hasBody);
  if (runbook.kind.kind === 'sot' && entries.length > 1) top.push(...groupNodes(nodes, entries));
  else for (const entry of entries) top.push({ span: entry.span, node: entryNode(nodes, entry) });
  const own = runbook.kind.kind === 'house' ? houseNodes(nodes) : [];
  top.push(...own);
  const taken = [...phases, ...entries, ...own].map(({ span }) => span);
  const others = runbook.procedures.filter(({ span }) => !taken.some((one) => encloses(one, span)));
  const steps = runbook.procedures.flatMap((procedure) => procedure.steps.map(({ span }) => span));
  top.push(...joined(procedureNodes(nodes, others), checklistNodes(nodes, [...taken, ...steps])));
  const runs = reader.runsOf(null);
  const shown: ShownOutline = {
    nodes: inOrder(top),
    ...summaryOf(say, runbook),
    ...(runs === null ? {} : { runs: linesOf(runs) }),
  };
  return { shown, targets: nodes.targets };
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

function summaryOf(say: Say, runbook: Runbook): Omit<ShownOutline, 'nodes' | 'runs'> {
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
