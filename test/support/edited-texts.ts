/** Texts with edits, as the statements about edits take them: what they are afterwards, and where. */
import { applyEdits, type Edit } from '../../server/src/text/edit';
import type { Span } from '../../server/src/text/span';
import type { Declared } from './removals';

/** Edits of texts by path. All spans are UTF-16 offsets into the texts before any edit. */
export interface EditedTexts {
  readonly files: ReadonlyMap<string, string>;
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /**
   * What the edits may take away, each of them one of these. `place`: nothing, but text may stand elsewhere afterwards,
   * in the same or in another document, and links may be written anew.
   */
  readonly removes: Declared | readonly Declared[];
  /** Places that they may take away whatever stands there, white space around it too. */
  readonly named?: ReadonlyMap<string, readonly Span[]>;
  /** Files that have another path afterwards: old path → new path. */
  readonly renames?: ReadonlyMap<string, string>;
  /** Whether the anchors of headings that the edits rewrite are held, too (the default). */
  readonly anchors?: boolean;
}

/** The texts after edits and renames, by their new paths. */
export function textsAfter({ files, edits, renames }: Omit<EditedTexts, 'removes'>): Map<string, string> {
  const after = new Map<string, string>();
  for (const [path, text] of files)
    after.set(renames?.get(path) ?? path, applyEdits(text, edits.get(path) ?? []));
  return after;
}

/** Where an offset of the text before is afterwards; `after`: behind what is inserted at this very place. */
export function offsetAfter(edits: readonly Edit[], offset: number, side: 'before' | 'after'): number {
  let by = 0;
  for (const { span, newText } of sorted(edits)) {
    if (span.start > offset || (span.start === offset && (side === 'before' || span.end > offset))) break;
    if (span.end > offset) return span.start + by;
    by += newText.length - (span.end - span.start);
  }
  return offset + by;
}

/** Edits in the order of their places. */
export function sorted(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** How often each word is there. */
export function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
