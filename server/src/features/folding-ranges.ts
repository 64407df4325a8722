/** Folding: sections, entries in plain form, fences, front matter, comments and lists. */
import { isOurs } from '../document/scope';
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { Block, ListItem } from '../model/markdown';
import type { Runbook, Section } from '../model/runbook';
import { rememberOf } from '../text/remember';
import { trimSpan, type Span } from '../text/span';
import type { FeatureContext } from './shared/feature-context';

/** The folding ranges of a document that is a runbook or defines entries; none for others. */
export function foldingRanges(context: FeatureContext, uri: string): FoldingRange[] {
  const runbook = context.runbook(uri);
  return runbook === undefined || !isOurs(runbook) ? [] : rangesOf(runbook);
}

const rangesOf = rememberOf((runbook: Runbook): FoldingRange[] => {
  const { count } = runbook.lines;
  /** By their lines: two that fold the same are one. */
  const ranges = new Map<number, FoldingRange>();
  const add = (span: Span, kind?: FoldingRangeKind): void => {
    const trimmed = trimSpan(runbook.text, span);
    const startLine = runbook.lines.lineAt(trimmed.start);
    const endLine = runbook.lines.lineAt(Math.max(trimmed.start, trimmed.end - 1));
    if (endLine > startLine)
      ranges.set(startLine * count + endLine, {
        startLine,
        endLine,
        ...(kind === undefined ? {} : { kind }),
      });
  };
  if (runbook.frontMatter !== null) add(runbook.frontMatter.span, FoldingRangeKind.Region);
  for (const section of sectionsOf(runbook.root)) add(withoutRule(runbook, section.span));
  for (const entry of runbook.entries) if (entry.form === 'plain') add(entry.span);
  for (const fence of runbook.fences) add(fence.span);
  for (const comment of runbook.comments) add(comment, FoldingRangeKind.Comment);
  for (const span of listSpans(runbook.blocks)) add(span);
  return [...ranges.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
});

function* sectionsOf(root: Section): Iterable<Section> {
  for (const child of root.children) {
    yield child;
    yield* sectionsOf(child);
  }
}

/** A rule at a section's end divides it from the next: it stays in sight. */
function withoutRule({ text }: Runbook, { start, end }: Span): Span {
  const rule = /\n[ \t]*(?:-{3,}|\*{3,}|_{3,})\s*$/.exec(text.slice(Math.max(start, end - 80), end));
  return rule === null ? { start, end } : { start, end: end - rule[0].length };
}

function* listSpans(blocks: readonly Block[]): Iterable<Span> {
  for (const block of blocks) {
    if (block.type === 'list') {
      yield block.span;
      for (const item of block.items) yield* itemSpans(item);
    } else if (block.type === 'quote') yield* listSpans(block.blocks);
  }
}

function* itemSpans(item: ListItem): Iterable<Span> {
  yield item.span;
  yield* listSpans(item.blocks);
}
