/** Moves what is known of a document along with an edit, so that a preview stays as it is until the server has answered. */
import type { PreviewContents } from '../../../protocol/src/preview.js';

/** An edit by lines from 0: the text from the first to the last of them has changed and is `lines` lines long now. */
export interface LineChange {
  readonly first: number;
  readonly last: number;
  readonly lines: number;
}

/** Contents after a change; what stood between its first and its last line is gone. */
export function shiftContents(contents: PreviewContents, change: LineChange): PreviewContents {
  const { first, last, lines } = change;
  const by = lines - (last - first + 1);
  const lineNow = (line: number): number | null =>
    line <= first && line !== last ? line : line >= last ? line + by : null;
  const moved = <T extends { readonly line: number }>(items: readonly T[]): T[] =>
    items.flatMap((item) => {
      const line = lineNow(item.line);
      return line === null ? [] : [{ ...item, line }];
    });
  const movedBlocks = <T extends { readonly line: number; readonly end: number }>(items: readonly T[]): T[] =>
    items.flatMap((item) => {
      const line = lineNow(item.line);
      const end = lineNow(item.end - 1);
      return line === null || end === null ? [] : [{ ...item, line, end: end + 1 }];
    });
  return {
    ids: moved(contents.ids),
    placeholders: moved(contents.placeholders),
    boxes: moved(contents.boxes),
    fields: movedBlocks(contents.fields).map((block) => ({ ...block, names: moved(block.names) })),
    phases: moved(contents.phases),
    commands: movedBlocks(contents.commands),
  };
}
