/** Things whose spans lie in or beside each other, never across, with quick look-up of the innermost around a place. */
import { firstFrom, type Span } from '../text/span';

/** A look-up over things with spans; entries and sections are such things. */
export class NestedSpans<T extends { readonly span: Span }> {
  /** In order of their starts, the outer ones first. */
  readonly items: readonly T[];
  /** Index of the nearest item around each, or -1. */
  readonly #around: readonly number[];

  /** `items` in any order; of two with the same span the later one counts as the inner one. */
  constructor(items: readonly T[]) {
    const sorted = [...items].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    const around: number[] = [];
    const open: number[] = [];
    for (const [index, { span }] of sorted.entries()) {
      while (open.length > 0 && (sorted[open.at(-1) ?? 0]?.span.end ?? 0) < span.end) open.pop();
      around.push(open.at(-1) ?? -1);
      open.push(index);
    }
    this.items = sorted;
    this.#around = around;
  }

  /** The innermost item that holds `[start, end)`, or null. Costs the depth of the nesting. */
  around({ start, end }: Span): T | null {
    let index = firstFrom(this.items, start + 1, (item) => item.span.start) - 1;
    while (index >= 0) {
      const item = this.items[index];
      if (item !== undefined && item.span.end >= end && item.span.end > start) return item;
      index = this.#around[index] ?? -1;
    }
    return null;
  }
}
