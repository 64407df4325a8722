/** Nodes for checkboxes: of a verification, of a checklist, of the cells of a table. */
import type { OutlineNode } from '../../../../protocol/src/messages';
import { tickedOf, type Ticked } from '../../document/phases/phase-gate';
import { checkboxesIn } from '../../document/sections/checkboxes';
import type { CheckBox } from '../../model/markdown';
import type { Section } from '../../model/runbook';
import { Coverage } from '../../text/coverage';
import { encloses, type Span } from '../../text/span';
import { plain, type OutlineNodes, type PlacedNode } from './outline-nodes';

/** A node for each box in a stretch. */
export function checkNodes(nodes: OutlineNodes, under: string, within: Span): OutlineNode[] {
  return boxNodes(nodes, under, checkboxesIn(nodes.runbook, within));
}

/** A node for each of some boxes. */
export function boxNodes(nodes: OutlineNodes, under: string, boxes: readonly CheckBox[]): OutlineNode[] {
  return boxes.map((box) => {
    const words = wordsOf(nodes, box);
    return nodes.node(nodes.id(`${under}/check`), {
      kind: 'check',
      label: plain(nodes.runbook.text.slice(words.start, words.end)) || nodes.say`Checkbox`,
      span: { start: box.span.start, end: Math.max(box.span.end, words.end) },
      words: words.end > words.start ? words : box.span,
      box,
    });
  });
}

/** What a box is about: the words of its item, or those of the longest cell of its row. */
function wordsOf({ runbook }: OutlineNodes, { span }: CheckBox): Span {
  const { lines, tables } = runbook;
  for (const { block, boxes, rows } of tables) {
    if (!encloses(block.span, span)) continue;
    const row = rows[boxes.find((box) => box.span.start === span.start)?.row ?? -1];
    const others = row?.cells.filter((cell) => !encloses(cell.span, span)) ?? [];
    const longest = others.reduce<Span>(
      (best, cell) => (cell.span.end - cell.span.start > best.end - best.start ? cell.span : best),
      { start: span.end, end: span.end },
    );
    return longest;
  }
  const line = lines.spanOf(lines.lineAt(span.end));
  const text = runbook.text.slice(span.end, line.end);
  const start = span.end + text.length - text.trimStart().length;
  return { start, end: Math.max(start, span.end + text.trimEnd().length) };
}

/** The boxes of a stretch, counted. */
export function tickedIn({ runbook }: OutlineNodes, within: Span): Ticked {
  return tickedOf(checkboxesIn(runbook, within));
}

/**
 * The sections of a document that hold boxes of their own: checklists that are no part of a phase, an entry or a procedure.
 * `shown` are the stretches whose boxes have nodes already.
 */
export function checklistNodes(nodes: OutlineNodes, shown: readonly Span[]): PlacedNode[] {
  const { root } = nodes.runbook;
  if (checkboxesIn(nodes.runbook, root.span).length === 0) return [];
  const [title] = root.children;
  const covered = new Coverage(shown);
  const tops = root.children.length === 1 && title?.heading?.depth === 1 ? title.children : root.children;
  return tops.flatMap((section) => checklistOf(nodes, '', section, covered) ?? []);
}

function checklistOf(
  nodes: OutlineNodes,
  under: string,
  section: Section,
  shown: Coverage,
): PlacedNode | null {
  const { heading, span, body } = section;
  if (heading === null || shown.encloses(span)) return null;
  const boxes = checkboxesIn(nodes.runbook, body).filter((box) => !shown.encloses(box.span));
  const id = nodes.id(`${under === '' ? '' : `${under}/`}checklist-${heading.slug}`);
  const inner = section.children.flatMap((child) => checklistOf(nodes, id, child, shown) ?? []);
  if (boxes.length === 0 && inner.length === 0) return null;
  const progress = inner.reduce(
    (sum, { node }) => ({
      done: sum.done + (node.progress?.done ?? 0),
      total: sum.total + (node.progress?.total ?? 0),
    }),
    tickedOf(boxes),
  );
  const node = nodes.node(id, {
    kind: 'checklist',
    label: plain(heading.title),
    span,
    words: heading.titleSpan,
    progress,
    state: stateOf(progress),
    children: [...boxNodes(nodes, id, boxes), ...inner.map((one) => one.node)],
    marked: true,
  });
  return { span, node };
}

/** How far a list of boxes is. */
export function stateOf({ done, total }: Ticked): 'open' | 'started' | 'done' {
  return total > 0 && done === total ? 'done' : done > 0 ? 'started' : 'open';
}
