/** What a section of a document of an own kind holds, in whatever way people write it. Knows no rule. */
import type { SectionContent } from '../../model/house-style';
import type { Block, List } from '../../model/markdown';
import type { Runbook } from '../../model/runbook';
import { encloses, firstFrom, type Span } from '../../text/span';
import { checkboxesIn } from '../sections/checkboxes';
import { tablesWithin } from '../sections/table-cells';
import type { HeadedSection } from './house-sections';

/** What stands below the heading of a section, with what is below headings in it. */
export function contentOf({ heading, span }: HeadedSection): Span {
  return { start: heading.span.end, end: span.end };
}

/** Whether a section says that there is nothing to say: `Not applicable: no disk`. */
export function saysInapplicable({ text }: Runbook, section: HeadedSection): boolean {
  const { start, end } = contentOf(section);
  return /^[\s*_>-]*(?:n\/a|none|not (?:applicable|needed|required)|does not apply)\b/i.test(
    text.slice(start, Math.min(end, start + 200)),
  );
}

/** Whether a section holds content of a sort anywhere in it. */
export function holdsContent(runbook: Runbook, section: HeadedSection, content: SectionContent): boolean {
  const within = contentOf(section);
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
          ({ steps, form, span }) => steps.length > 0 && form !== 'list' && encloses(within, span),
        ) ||
        runbook.headings.some(
          ({ number, lead, span }) => (number !== null || lead !== null) && encloses(within, span),
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
