/** A section does not hold what the document's kind has in it: a list, steps, code, boxes or a table. */
import { houseSections, type PlacedSection } from '../../../document/house/house-sections';
import { holdsContent, saysInapplicable } from '../../../document/house/section-contents';
import type { SectionContent } from '../../../model/house-style';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface LackingSection extends Match {
  readonly placed: PlacedSection;
  readonly lacks: SectionContent;
}

const messages = new Messages({
  list: '"{name}" has no list, unlike in other documents of the kind "{kind}". Write one item per line.',
  steps: '"{name}" has no numbered steps, unlike in other documents of the kind "{kind}". Number the steps.',
  code: '"{name}" has no code, unlike in other documents of the kind "{kind}". Add the commands to run.',
  boxes: '"{name}" has no checkboxes, unlike in other documents of the kind "{kind}". Add them as "- [ ]".',
  table: '"{name}" has no table, unlike in other documents of the kind "{kind}". Add one.',
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
    absentFrom: 'document',
    yieldsTo: ['missing-section', 'empty-section'],
  },
  *find({ runbook, quiet }) {
    if (quiet) return;
    for (const placed of houseSections(runbook)) {
      const { wanted, section } = placed;
      if (section === null || saysInapplicable(runbook, section)) continue;
      for (const lacks of wanted.holds)
        if (!holdsContent(runbook, section, lacks)) yield { span: section.heading.titleSpan, placed, lacks };
    }
  },
  message: ({ placed: { section, wanted }, lacks }, { runbook }) =>
    messages.of(lacks, {
      name: section?.heading.title ?? wanted.name,
      kind: runbook.kind.house?.name ?? '',
    }),
});
