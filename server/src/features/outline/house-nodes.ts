/** Nodes for the sections that a team's own kind defines, with the steps in them. */
import type { OutlineNode } from '../../../../protocol/src/messages';
import { houseSections, type HeadedSection } from '../../document/house/house-sections';
import { holdsNoWords } from '../../document/sections/section-lookup';
import type { Procedure } from '../../model/runbook';
import { encloses } from '../../text/span';
import { inOrder, unwrittenWords, type OutlineNodes, type PlacedNode } from './outline-nodes';
import { procedureNode } from './step-nodes';

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
    const steps = direct.map((procedure) => ({
      span: procedure.span,
      node: procedureNode(nodes, procedure),
    }));
    const [only] = direct.length === 1 && below.length === 0 ? steps : [];
    // steps that are all of a section stand for it
    const isWhole = only !== undefined && direct[0]?.nameSpan.start === section.heading.titleSpan.start;
    placed.push({
      span: section.span,
      node: isWhole ? only.node : sectionNode(nodes, section, inOrder([...below, ...steps])),
    });
  }
  return placed;
}

function sectionNode(
  nodes: OutlineNodes,
  { heading, span }: HeadedSection,
  children: readonly OutlineNode[],
): OutlineNode {
  const isEmpty = holdsNoWords(nodes.runbook, { start: heading.span.end, end: span.end });
  return nodes.node(nodes.id(`section/${heading.key}`), {
    kind: 'section',
    label: heading.title,
    span,
    words: heading.titleSpan,
    unwritten: unwrittenWords(nodes.say, isEmpty ? 'unwritten' : 'present'),
    children,
  });
}
