/** Inserts a section that a kind defines where the kind has it: behind the one before it, else in front of the next. */
import { isNamed, titleHeading, type PlacedSection } from '../document/house/house-sections';
import { sectionsOf } from '../document/sections/section-lookup';
import type { HouseSection, SectionContent } from '../model/house-style';
import type { Runbook, Section } from '../model/runbook';
import type { SlotWords } from '../model/slot-words';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { endOfContent, insertBlockAfter, insertLinesBelow, joinLines, partingBelow } from './insertion';
import { isTight } from './section-insertion';

/**
 * The edit that adds a section with `body`; null where the section that it belongs in is missing. `placed`: the
 * sections of the kind in their order.
 */
export function insertHouseSection(
  runbook: Runbook,
  placed: readonly PlacedSection[],
  wanted: HouseSection,
  body: readonly string[],
): Edit | null {
  const { under, level } = wanted;
  const parent = under === null ? null : parentNamed(runbook, under);
  if (under !== null && parent === null) return null;
  const index = placed.findIndex((one) => one.wanted === wanted);
  const isSibling = ({ wanted: other, section, fault }: PlacedSection): boolean =>
    section !== null && fault === null && other.under === under;
  const before = placed.slice(0, index).findLast(isSibling)?.section ?? null;
  const behind = placed.slice(index + 1).find(isSibling)?.section ?? null;
  const depth = level ?? (before ?? behind)?.heading.depth ?? usualDepth(runbook, parent);
  const title = `${'#'.repeat(depth)} ${wanted.name}`;
  const lines = isTight(runbook) ? [title, ...body] : [title, '', ...body];
  if (before !== null && before.heading.depth >= depth)
    return insertBlockAfter(runbook, endOf(runbook, before.span, before.heading.span.end), lines);
  if (behind !== null) {
    const start = startOfBlock(runbook, behind.heading.span.start);
    return { span: { start, end: start }, newText: joinLines(runbook, [...lines, '', '']) };
  }
  const around = parent?.span ?? runbook.root.span;
  return insertBlockAfter(
    runbook,
    endOf(runbook, around, parent?.heading?.span.end ?? contentStart(runbook)),
    lines,
  );
}

/** Writes the first lines of a section that is there and says nothing. */
export function fillHouseSection(runbook: Runbook, section: Section, body: readonly string[]): Edit {
  const { end } = section.heading?.span ?? section.span;
  const lines = isTight(runbook) ? body : ['', ...body];
  return insertLinesBelow(runbook, end, [...lines, ...partingBelow(runbook, end, lines)]);
}

/** What a new section begins with: something of each sort that it must hold, to be filled in. */
export function bodyOf({ holds }: HouseSection, words: SlotWords): readonly string[] {
  if (holds.length === 0) return [`[${words.describe}]`];
  return holds.flatMap((content, index) => [...(index === 0 ? [] : ['']), ...skeletonOf(content, words)]);
}

function skeletonOf(content: SectionContent, words: SlotWords): readonly string[] {
  const { columns, value } = words;
  switch (content) {
    case 'list':
      return [`- [${words.item}]`];
    case 'steps':
      return [`1. [${words.step}]`];
    case 'code':
      return ['```sh', `[${words.command}]`, '```'];
    case 'boxes':
      return [`- [ ] [${words.check}]`];
    case 'table':
      return [`| [${columns[0]}] | [${columns[1]}] |`, '|---|---|', `| [${value}] | [${value}] |`];
  }
}

function parentNamed(runbook: Runbook, name: string): Section | null {
  return (
    sectionsOf(runbook).find(
      ({ heading, ...section }) => heading !== null && isNamed({ ...section, heading }, name),
    ) ?? null
  );
}

/** The level of most sections right below the parent or the title. */
function usualDepth(runbook: Runbook, parent: Section | null): number {
  const title = titleHeading(runbook);
  const above = parent?.heading?.depth ?? title?.depth ?? 1;
  const own = parent?.children[0]?.heading?.depth;
  return own ?? Math.min(6, above + 1);
}

/** Where what a document says begins. */
function contentStart({ frontMatter }: Runbook): number {
  return frontMatter?.span.end ?? 0;
}

function endOf(runbook: Runbook, { end }: Span, start: number): number {
  return endOfContent(runbook, { start, end });
}

/** Anchors right above a heading go with it. */
function startOfBlock({ lines }: Runbook, offset: number): number {
  let line = lines.lineAt(offset);
  while (line > 0 && /^[ \t]*<a [^<>]{1,200}>(?:<\/a>)?[ \t]*$/.test(lines.textOf(line - 1))) line--;
  return lines.startOf(line);
}
