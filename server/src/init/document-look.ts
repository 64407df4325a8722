/**
 * What is looked at in a document to tell whether it is a runbook: a little of its model, so that thousands can be held side
 * by side. Says nothing of what it means.
 */
import { comparedName } from '../model/house-names';
import type { Block } from '../model/markdown';
import type { Runbook } from '../model/runbook';

export interface DocumentLook {
  /** Relative to the workspace folder, with `/`. */
  readonly path: string;
  /** Its first H1, else its first heading, else `title` in the front matter; empty without any. */
  readonly title: string;
  /** Those of level 2 and below, and an H1 that is not the first one. */
  readonly headings: readonly LookedHeading[];
  /** Those of all headings. */
  readonly titles: readonly string[];
  /** Items of numbered lists, and headings with a number or a word such as Step. */
  readonly steps: number;
  /** Items of lists of any sort. */
  readonly items: number;
  readonly boxes: number;
  readonly fences: number;
  /** Characters. */
  readonly size: number;
  /** What it is taken for without a configuration. */
  readonly kind: Runbook['kind']['kind'];
}

export interface LookedHeading {
  /** As written, without markup and number. */
  readonly title: string;
  /** What it is known by: the name without numbers, letters and symbols in front; of two languages each. */
  readonly names: readonly string[];
}

/** The look of a document. */
export function lookAt({ path, text, headings, frontMatter, blocks, fences, kind }: Runbook): DocumentLook {
  const counts = { ordered: 0, items: 0, boxes: 0 };
  for (const block of blocks) countLists(block, counts);
  const first = headings.find(({ depth }) => depth === 1);
  const named = frontMatter?.fields.find(({ key }) => key.toLowerCase() === 'title')?.value;
  const counted = headings.filter(({ number, lead }) => number !== null || lead !== null).length;
  return {
    path,
    title: (first ?? headings[0])?.title ?? named ?? '',
    headings: headings
      .filter((heading) => heading !== first && heading.lead === null)
      .map((heading) => ({ title: heading.title, names: namesOf(heading.title) })),
    titles: headings.map(({ title: own }) => own),
    steps: counts.ordered + counted,
    items: counts.items,
    boxes: counts.boxes,
    fences: fences.length,
    size: text.length,
    kind: kind.kind,
  };
}

/** What a heading is known by, as the sections of a kind are. */
export function namesOf(title: string): readonly string[] {
  const { whole, others } = comparedName(title);
  return [...new Set([whole, ...others])].filter((name) => name !== '');
}

function countLists(block: Block, counts: { ordered: number; items: number; boxes: number }): void {
  if (block.type === 'quote') for (const inner of block.blocks) countLists(inner, counts);
  if (block.type !== 'list') return;
  counts.items += block.items.length;
  if (block.ordered) counts.ordered += block.items.length;
  for (const { box, blocks } of block.items) {
    if (box !== null) counts.boxes++;
    for (const inner of blocks) countLists(inner, counts);
  }
}
