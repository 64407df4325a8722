/** A section has another level, or stands in another section, than the document's kind has it. */
import { houseSections, type PlacedSection } from '../../../document/house/house-sections';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { fixHere } from '../../shared/fix-here';

interface MisplacedSection extends Match {
  readonly placed: PlacedSection;
}

const messages = new Messages({
  level:
    '"{name}" is a level {level} heading, but level {wanted} in documents of the kind "{kind}". Change its level.',
  under: '"{name}" is outside "{under}", where documents of the kind "{kind}" have it. Move it there.',
});

export const misplacedSection = defineRule<MisplacedSection>({
  meta: {
    name: 'misplaced-section',
    summary: 'A section at another level, or in another section, than the kind of the document has it',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'house',
  },
  *find({ runbook, quiet }) {
    if (quiet) return;
    for (const placed of houseSections(runbook)) {
      const { section, fault } = placed;
      if (section !== null && fault !== null) yield { span: section.heading.titleSpan, placed };
    }
  },
  message({ placed: { wanted, section, fault } }, { runbook }) {
    const kind = runbook.kind.house?.name ?? '';
    const name = section?.heading.title ?? wanted.name;
    if (fault === 'under') return messages.of('under', { name, under: wanted.under ?? '', kind });
    return messages.of('level', {
      name,
      level: section?.heading.depth ?? 0,
      wanted: wanted.level ?? 0,
      kind,
    });
  },
  fixes({ placed: { wanted, section, fault } }, context) {
    if (fault !== 'level' || section === null || section.children.length > 0 || wanted.level === null)
      return [];
    const { start } = section.heading.span;
    const marks = /^#{1,6}(?=[ \t])/.exec(context.runbook.text.slice(start, start + 8))?.[0];
    if (marks === undefined) return [];
    const edit = { span: { start, end: start + marks.length }, newText: '#'.repeat(wanted.level) };
    return [fixHere(context, context.say`Make it a heading of level ${wanted.level}`, [edit], false)];
  },
});
