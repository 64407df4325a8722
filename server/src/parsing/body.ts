/** What can be told of a stretch of a document alone, and the same at another place. Knows nothing of other stretches. */
import type { Block, Heading, ListItem, Table } from '../model/markdown';
import type { DocumentTable, FieldValue, Label, Link, Placeholder } from '../model/runbook';
import type { LineIndex } from '../text/line-index';
import type { PlacedPiece } from '../text/pieces';
import { moved } from '../text/span';
import { readSlots, type Slot } from './filling';
import { toFlow, type FlowNode } from './flow';
import { draftHeadings, headingsIn, type HeadingDraft } from './headings';
import { readLabels } from './labels';
import { withHtmlHeadings } from './html-headings';
import { shifted } from './markdown/shift-blocks';
import { placedLink, readLink } from './links';
import { readMarks, type Marks } from './marks';
import { readPlaceholders } from './placeholders';
import { readTable } from './tables';
import { withTightHeadings } from './tight-headings';
import { withTabs } from './tabs';
import { withUnderlinedHeadings } from './underlined-headings';

/** What a stretch holds, each in order. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly flow: readonly FlowNode[];
  readonly marks: Marks;
  readonly tables: readonly DocumentTable[];
  readonly headings: readonly HeadingDraft[];
  readonly labels: readonly Label[];
  readonly placeholders: readonly Placeholder[];
  /** Reference links are not resolved yet: what they refer to may stand elsewhere. */
  readonly links: readonly Link[];
  /** Offsets from the start of the stretch, wherever it stands. */
  readonly slots: readonly Slot[];
}

/** What the blocks of a text hold. The stretch ends in front of a heading or with the text. */
export function bodyOf(
  text: string,
  read: readonly Block[],
  pieces: readonly PlacedPiece[],
  lines: LineIndex,
): Body {
  const blocks = withTabs(text, asAuthorsSee(text, read));
  const flow = toFlow(text, blocks, lines);
  const marks = readMarks(flow);
  const tables = marks.tables.map((table) => readTable(text, table));
  const labels = readLabels(text, flow, tables);
  const placeholders = readPlaceholders(text, pieces, flow);
  return {
    blocks,
    flow,
    marks,
    tables,
    headings: draftHeadings(text, flow),
    labels,
    placeholders,
    links: marks.links.map((inline) => readLink(text, inline)),
    slots: readSlots(text, flow, labels, placeholders),
  };
}

/** The blocks with the headings that Markdown takes for something else. */
function asAuthorsSee(text: string, read: readonly Block[]): readonly Block[] {
  return withTightHeadings(text, withHtmlHeadings(text, withUnderlinedHeadings(text, read)));
}

/** The same where the stretch begins at `by` in a longer text, of which `text` and `lines` are. */
export function placedBody(body: Body, by: number, text: string, lines: LineIndex): Body {
  const blocks = shifted(body.blocks, by);
  const flow = toFlow(text, blocks, lines);
  const marks = readMarks(flow);
  const headings = headingsIn(flow);
  const itemAt = itemsIn(flow);
  return {
    blocks,
    flow,
    marks,
    tables: body.tables.map((table, index) => placedTable(table, marks.tables[index] ?? table.block, by)),
    headings: body.headings.map((draft, index) => placedHeading(draft, headings[index] ?? draft.block, by)),
    labels: body.labels.map((label) => placedLabel(label, by, itemAt)),
    placeholders: body.placeholders.map(({ form, span, inCode }) => ({
      form,
      span: moved(span, by),
      inCode,
    })),
    links: body.links.map((link, index) => placedLink(link, marks.links[index] ?? link.inline, by)),
    slots: body.slots,
  };
}

/** Tells the list item of the line around an offset; asked in order. */
function itemsIn(flow: readonly FlowNode[]): (start: number) => ListItem | null {
  let next = 0;
  return (start) => {
    while ((flow[next]?.span.end ?? Infinity) <= start) next++;
    return flow[next]?.item ?? null;
  };
}

function placedTable({ columns, boxes }: DocumentTable, block: Table, by: number): DocumentTable {
  return {
    block,
    columns,
    rows: block.rows.slice(1),
    boxes: boxes.length === 0 ? boxes : boxes.map((box) => ({ ...box, span: moved(box.span, by) })),
  };
}

function placedHeading(draft: HeadingDraft, block: Heading, by: number): HeadingDraft {
  return { ...draft, block, span: block.span, titleSpan: moved(draft.titleSpan, by) };
}

function placedLabel(label: Label, by: number, itemAt: (start: number) => ListItem | null): Label {
  const { nameSpan, value, item } = label;
  const span = moved(label.span, by);
  return {
    ...label,
    nameSpan: moved(nameSpan, by),
    value: value === null ? null : placedValue(value, by),
    span,
    item: item === null ? null : itemAt(span.start),
  };
}

function placedValue({ span: from, token }: FieldValue, by: number): FieldValue {
  const span = moved(from, by);
  return { span, token: token === from ? span : moved(token, by) };
}
