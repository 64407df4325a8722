/** A section that the document's kind requires is missing or says nothing. */
import { titleSpanOf } from '../../../document/document-title';
import { houseSections, type PlacedSection } from '../../../document/house/house-sections';
import { contentOf } from '../../../document/house/section-contents';
import { isBlank } from '../../../document/entries/entry-text';
import { holdsNoWords } from '../../../document/sections/section-lookup';
import { bodyOf, fillHouseSection, insertHouseSection } from '../../../authoring/house-section-insertion';
import { slotWordsOf } from '../../../authoring/slot-language';
import type { Runbook } from '../../../model/runbook';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { templateBody } from '../../shared/house-template';

interface MissingSection extends Match {
  readonly placed: PlacedSection;
}

const messages = new Messages({
  missing: 'No section "{name}", which documents of the kind "{kind}" have. Add it, so that readers find it.',
  missingUnder:
    'No section "{name}" in "{under}", where documents of the kind "{kind}" have it. Add it there.',
  inapplicable: 'No section "{name}". Add it, if only with "Not applicable", so that nobody searches for it.',
  empty: 'The section "{name}" is empty. Fill it in: documents of the kind "{kind}" need it.',
});

export const missingSection = defineRule<MissingSection>({
  meta: {
    name: 'missing-section',
    summary: 'A section that the kind of the document requires is missing or empty',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'house',
    absentFrom: 'document',
  },
  *find({ runbook, quiet }) {
    if (quiet) return;
    for (const placed of houseSections(runbook)) {
      const { wanted, section } = placed;
      if (wanted.requirement === 'optional') continue;
      if (section === null)
        yield {
          span: titleSpanOf(runbook),
          placed,
          ...(wanted.requirement === 'ifApplicable' ? { severity: 'information' as const } : {}),
        };
      else if (isEmpty(runbook, placed)) yield { span: section.heading.titleSpan, placed };
    }
  },
  message({ placed: { wanted, section } }, { runbook }) {
    const kind = runbook.kind.house?.name ?? '';
    const { name, under, requirement } = wanted;
    if (section !== null) return messages.of('empty', { name, kind });
    if (requirement === 'ifApplicable') return messages.of('inapplicable', { name });
    return under === null
      ? messages.of('missing', { name, kind })
      : messages.of('missingUnder', { name, under, kind });
  },
  choices({ placed: { wanted, section } }, context) {
    const { runbook, place, say } = context;
    const { house } = runbook.kind;
    const words = slotWordsOf({ sections: house?.sections ?? [wanted], fields: house?.fields ?? [] });
    const body = templateBody(context, wanted) ?? bodyOf(wanted, words);
    const edit =
      section === null
        ? insertHouseSection(runbook, houseSections(runbook), wanted, body)
        : fillHouseSection(runbook, section, body);
    if (edit === null) return [];
    const title = section === null ? say`Add the section "${wanted.name}"` : say`Fill in "${wanted.name}"`;
    return [{ title, edits: new Map([[place.uri, [edit]]]), automatic: false }];
  },
});

/** Whether a section holds no words; what it has below other headings counts. */
function isEmpty(runbook: Runbook, { section }: PlacedSection): boolean {
  if (section === null || section.children.length > 0) return false;
  const content = contentOf(section);
  return isBlank(runbook, content) || holdsNoWords(runbook, content);
}
