/**
 * How much of a template is filled in: counts slots (field values, list items, table rows, paragraphs, code blocks)
 * and those that still hold template text. The measure behind `unfilled-template` and `stub-entry`.
 */
import type { Filling, Label, Placeholder } from '../model/runbook';
import { firstFrom, type Span } from '../text/span';
import type { FlowNode } from './flow';
import { isMenu } from './placeholders';

/** A field value, list item, table row, paragraph or code block that holds what an author is to say. */
export interface Slot {
  readonly start: number;
  readonly unfilled: boolean;
}

/** The slots of a document in order. Two lists of numbers: a long document has thousands of slots. */
export class Slots {
  readonly #starts: number[] = [];
  /** How many of the slots up to each are unfilled. */
  readonly #unfilled: number[] = [];
  #allUnfilled = 0;

  /** Adds the slots of a stretch that starts at `from`, behind those before. */
  add(slots: readonly Slot[], from: number): void {
    for (const { start, unfilled } of slots) {
      if (unfilled) this.#allUnfilled++;
      this.#starts.push(from + start);
      this.#unfilled.push(this.#allUnfilled);
    }
  }

  /** The slots that start in `span`, counted. */
  in({ start, end }: Span): Filling {
    const from = firstFrom(this.#starts, start, (slot) => slot);
    const to = Math.max(
      from,
      firstFrom(this.#starts, end, (slot) => slot),
    );
    return { slots: to - from, unfilled: this.#unfilledUpTo(to) - this.#unfilledUpTo(from) };
  }

  #unfilledUpTo(index: number): number {
    return this.#unfilled[index - 1] ?? 0;
  }
}

/** The slots of a stretch in order. */
export function readSlots(
  text: string,
  flow: readonly FlowNode[],
  labels: readonly Label[],
  placeholders: readonly Placeholder[],
): Slot[] {
  const slots: Slot[] = [];
  // both are in order: one look at the next label for each line
  let next = 0;
  const labelAt = (start: number): Label | undefined => {
    let found: Label | undefined;
    for (; ; next++) {
      const label = labels[next];
      if (label === undefined || label.span.start > start) return found;
      if (label.span.start === start) found = label;
    }
  };
  const holds = (span: Span): boolean => {
    const next = placeholders[firstFrom(placeholders, span.start, (placeholder) => placeholder.span.start)];
    return next !== undefined && next.span.start < span.end;
  };
  const add = (span: Span, unfilled = holds(span)): void => {
    slots.push({ start: span.start, unfilled });
  };
  for (const node of flow) {
    switch (node.type) {
      case 'heading':
        if (holds(node.span)) add(node.span, true);
        break;
      case 'line': {
        const label = labelAt(node.span.start);
        if (label === undefined) {
          // `*Complete every item.*` is the template speaking, whatever is filled in; later lines belong to the slot before
          if (isAside(text, node.span) || isAnchor(text, node.span)) break;
          // so are the boxes of its checklists: they are ticked, not written
          const boxed = node.opensItem && node.item?.box != null;
          if (((node.opensItem || node.opensParagraph) && !boxed) || holds(node.span)) add(node.span);
        } else if (label.value !== null) {
          const value = text.slice(label.value.span.start, label.value.span.end);
          add(label.value.span, isMenu(value) || holds(label.value.span));
        }
        break;
      }
      case 'code':
        add(node.span);
        break;
      case 'table':
        if (node.block.type === 'table') {
          for (const row of node.block.rows.slice(1)) {
            const filled = row.cells.filter((cell) => cell.span.end > cell.span.start);
            if (filled.length > 1)
              add(
                row.span,
                holds(row.span) || filled.some((cell) => isMenu(text.slice(cell.span.start, cell.span.end))),
              );
          }
        }
        break;
      default:
        break;
    }
  }
  return slots;
}

function isAside(text: string, { start, end }: Span): boolean {
  const first = text.charCodeAt(start);
  return (first === asterisk || first === underscore) && /^[*_][^*_].*[*_]$/.test(text.slice(start, end));
}

/** Whether a line is tags without words: an anchor in front of a heading. */
function isAnchor(text: string, { start, end }: Span): boolean {
  return (
    text.charCodeAt(start) === lessThan &&
    text
      .slice(start, end)
      .replace(/<[^<>]{1,200}>/g, '')
      .trim() === ''
  );
}

const lessThan = 0x3c;
const asterisk = 0x2a;
const underscore = 0x5f;
