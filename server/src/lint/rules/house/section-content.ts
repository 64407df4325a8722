/** A section does not hold what the document's kind has in it: a list, steps, code, boxes or a table. */
import {
  houseSections,
  type HeadedSection,
  type PlacedSection,
} from '../../../document/house/house-sections';
import { checkboxesIn } from '../../../document/sections/checkboxes';
import { holdsNoWords } from '../../../document/sections/section-lookup';
import { tablesWithin } from '../../../document/sections/table-cells';
import type { SectionContent } from '../../../model/house-style';
import type { Block, List } from '../../../model/markdown';
import type { Runbook } from '../../../model/runbook';
import { encloses, firstFrom, type Span } from '../../../text/span';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface LackingSection extends Match {
  readonly placed: PlacedSection;
  readonly lacks: SectionContent;
}

const messages = new Messages({
  list: '"{name}" holds no list, as it does in documents of the kind "{kind}". Write its items one a line.',
  steps:
    '"{name}" holds no numbered steps, as it does in documents of the kind "{kind}". Number what is to do.',
  code: '"{name}" holds no code, as it does in documents of the kind "{kind}". Add the commands to run.',
  boxes: '"{name}" holds no checkboxes, as it does in documents of the kind "{kind}". Add them as "- [ ]".',
  table: '"{name}" holds no table, as it does in documents of the kind "{kind}". Add one.',
});

export const sectionContent = defineRule<LackingSection>({
  meta: {
    name: 'section-content',
    summary:
      'A section without the list, steps, code, boxes or table that the kind of the document has in it',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'house',
  },
  *find({ runbook, quiet }) {
    if (quiet) return;
    for (const placed of houseSections(runbook)) {
      const { wanted, section } = placed;
      if (section === null || wanted.holds.length === 0) continue;
      const content = { start: section.heading.span.end, end: section.span.end };
      // what is empty is missing, and what does not apply holds nothing
      if (holdsNoWords(runbook, content) || isInapplicable(runbook, content)) continue;
      for (const lacks of wanted.holds)
        if (!holds(runbook, section, lacks)) yield { span: section.heading.titleSpan, placed, lacks };
    }
  },
  message: ({ placed: { section, wanted }, lacks }, { runbook }) =>
    messages.of(lacks, {
      name: section?.heading.title ?? wanted.name,
      kind: runbook.kind.house?.name ?? '',
    }),
});

function isInapplicable({ text }: Runbook, { start, end }: Span): boolean {
  return /^[\s*_>-]*(?:n\/a|none|not (?:applicable|needed|required)|does not apply)\b/i.test(
    text.slice(start, Math.min(end, start + 200)),
  );
}

function holds(runbook: Runbook, { heading, span }: HeadedSection, content: SectionContent): boolean {
  const within = { start: heading.span.end, end: span.end };
  switch (content) {
    case 'code': {
      const { fences, blocks } = runbook;
      const first = fences[firstFrom(fences, within.start, (fence) => fence.span.start)];
      const indented = blocks.some((block) => block.type === 'code' && encloses(within, block.span));
      return (first !== undefined && encloses(within, first.span)) || indented;
    }
    case 'table':
      return tablesWithin(runbook, within).length > 0;
    case 'boxes':
      return checkboxesIn(runbook, within).length > 0;
    case 'list':
      return listsIn(runbook.blocks, within).length > 0;
    case 'steps':
      return (
        listsIn(runbook.blocks, within).some(({ ordered }) => ordered) ||
        runbook.procedures.some(
          ({ steps, form, span: own }) => steps.length > 0 && form !== 'list' && encloses(within, own),
        ) ||
        runbook.headings.some(
          ({ number, lead, span: own }) => (number !== null || lead !== null) && encloses(within, own),
        )
      );
  }
}

function listsIn(blocks: readonly Block[], within: Span): readonly List[] {
  return blocks.flatMap((block): readonly List[] => {
    if (block.span.end <= within.start || block.span.start >= within.end) return [];
    if (block.type === 'list') return [block];
    return block.type === 'quote' ? listsIn(block.blocks, within) : [];
  });
}
