/** Selection by structure: from the id or value outwards to its line, item, label, step, section, entry, document. */
import { isOurs } from '../document/scope';
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { Block } from '../model/markdown';
import type { Runbook, Section } from '../model/runbook';
import { touches, trimSpan, type Span } from '../text/span';
import { toRange, type FeatureContext } from './shared/feature-context';

/** One chain of growing ranges for each position; empty for documents that are not ours. */
export function selectionRanges(
  context: FeatureContext,
  uri: string,
  positions: readonly Position[],
): SelectionRange[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined || !isOurs(runbook)) return [];
  return positions.map((position) => {
    const offset = runbook.lines.offsetAt(position);
    const spans = spansAround(runbook, offset).filter(
      (span) => touches(span, offset) && span.end > span.start,
    );
    spans.sort((a, b) => b.end - b.start - (a.end - a.start));
    let chain: SelectionRange | undefined;
    let last: Span | undefined;
    for (const span of spans) {
      // only a chain of ranges each inside the one before is allowed
      if (
        last !== undefined &&
        (span.start < last.start ||
          span.end > last.end ||
          (span.start === last.start && span.end === last.end))
      )
        continue;
      chain =
        chain === undefined
          ? { range: toRange(runbook, span) }
          : { range: toRange(runbook, span), parent: chain };
      last = span;
    }
    return chain ?? { range: { start: position, end: position } };
  });
}

function spansAround(runbook: Runbook, offset: number): Span[] {
  const { text, lines } = runbook;
  const spans: Span[] = [{ start: 0, end: text.length }, trimSpan(text, lines.spanOf(lines.lineAt(offset)))];
  const add = (span: Span): void => {
    if (touches(span, offset)) spans.push(trimSpan(text, span));
  };
  const visit = (section: Section): void => {
    if (!touches(section.span, offset)) return;
    add(section.span);
    if (section.heading !== null) add(section.heading.titleSpan);
    section.children.forEach(visit);
  };
  visit(runbook.root);
  for (const { span, value, nameSpan } of runbook.labels) {
    add(span);
    add(nameSpan);
    if (value !== null) {
      add(value.span);
      add(value.token);
    }
  }
  for (const { span } of runbook.entries) add(span);
  for (const { steps, span } of runbook.procedures) {
    add(span);
    for (const step of steps) {
      add(step.span);
      add(step.titleSpan);
    }
  }
  for (const { span } of runbook.mentions) add(span);
  for (const { span } of runbook.placeholders) add(span);
  addBlocks(runbook.blocks, add);
  return spans;
}

function addBlocks(blocks: readonly Block[], add: (span: Span) => void): void {
  for (const block of blocks) {
    add(block.span);
    if (block.type === 'list') {
      for (const item of block.items) {
        add(item.span);
        addBlocks(item.blocks, add);
      }
    } else if (block.type === 'table') {
      for (const row of block.rows) {
        add(row.span);
        for (const cell of row.cells) add(cell.span);
      }
    } else if (block.type === 'code') add(block.content);
    else if (block.type === 'quote') addBlocks(block.blocks, add);
  }
}
