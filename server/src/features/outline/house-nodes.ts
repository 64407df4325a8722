/** Nodes for the sections that a team's own kind defines, with the steps in them. */
import type { OutlineNode } from '../../../../protocol/src/messages';
import { houseSections, type HeadedSection } from '../../document/house/house-sections';
import { checkboxesIn } from '../../document/sections/checkboxes';
import { holdsNoWords } from '../../document/sections/section-lookup';
import type { Procedure } from '../../model/runbook';
import { encloses } from '../../text/span';
import { boxNodes, stateOf, tickedIn } from './check-nodes';
import { inOrder, unwrittenWords, type OutlineNodes, type PlacedNode } from './outline-nodes';
import { procedureNodes } from './step-nodes';

/** The outermost sections in order, each with the sections and procedures in it. */
export function houseNodes(nodes: OutlineNodes): readonly PlacedNode[] {
  const { runbook } = nodes;
  const sections = houseSections(runbook).flatMap(({ section }) => section ?? []);
  if (sections.length === 0) return [];
  const ordered = sections.toSorted((a, b) => a.span.start - b.span.start);
  return nodesIn(nodes, ordered, runbook.procedures);
}

/** `sections` and `procedures` lie in the same stretch, in order. */
function nodesIn(
  nodes: OutlineNodes,
  sections: readonly HeadedSection[],
  procedures: readonly Procedure[],
): readonly PlacedNode[] {
  const placed: PlacedNode[] = [];
  let end = 0;
  for (const section of sections) {
    if (section.span.start < end) continue;
    ({ end } = section.span);
    const inner = sections.filter((other) => other !== section && encloses(section.span, other.span));
    const own = procedures.filter(({ span }) => encloses(section.span, span));
    const below = nodesIn(nodes, inner, own);
    const direct = own.filter((procedure) => !inner.some(({ span }) => encloses(span, procedure.span)));
    const steps = procedureNodes(nodes, direct);
    const [only] = direct.length === 1 && below.length === 0 ? steps : [];
    // steps that are all of a section stand for it
    const isWhole = only !== undefined && direct[0]?.nameSpan.start === section.heading.titleSpan.start;
    placed.push({
      span: section.span,
      node: isWhole
        ? { ...only.node, ...progressOf(nodes, section) }
        : sectionNode(nodes, section, [...below, ...steps]),
    });
  }
  return placed;
}

/** `inner`: the nodes of what else stands in the section. */
function sectionNode(nodes: OutlineNodes, section: HeadedSection, inner: readonly PlacedNode[]): OutlineNode {
  const { heading, span } = section;
  const { runbook, say } = nodes;
  const isEmpty = holdsNoWords(runbook, { start: heading.span.end, end: span.end });
  const id = nodes.id(`section/${heading.key}`);
  const boxes = checkboxesIn(runbook, span)
    .filter((box) => !inner.some((one) => encloses(one.span, box.span)))
    .map((box): PlacedNode[] => boxNodes(nodes, id, [box]).map((node) => ({ span: box.span, node })));
  return nodes.node(id, {
    kind: 'section',
    label: heading.title,
    span,
    words: heading.titleSpan,
    ...progressOf(nodes, section),
    unwritten: unwrittenWords(say, isEmpty ? 'unwritten' : 'present'),
    children: inOrder([...inner, ...boxes.flat()]),
    marked: true,
  });
}

/** How many boxes of a section are ticked, those of its steps too; nothing of one without. */
function progressOf(nodes: OutlineNodes, { span }: HeadedSection): Pick<OutlineNode, 'progress' | 'state'> {
  const progress = tickedIn(nodes, span);
  return progress.total === 0 ? {} : { progress, state: stateOf(progress) };
}
