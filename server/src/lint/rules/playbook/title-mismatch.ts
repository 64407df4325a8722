/** A front matter title that differs from the heading. */
import type { DocumentHeading, FrontMatterField } from '../../../model/runbook';
import { fixHere } from '../../shared/fix-here';
import { frontMatterField, isTemplateValue } from '../../../document/fields/front-matter-values';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { quotedLike } from '../../../authoring/yaml-value';

interface TitleMismatch extends Match {
  readonly field: FrontMatterField;
  readonly heading: DocumentHeading;
}

const messages = new Messages({
  differs:
    'This title differs from the heading "{heading}", so a search for one misses the other. Use the same title in both.',
});

export const titleMismatch = defineRule<TitleMismatch>({
  meta: {
    name: 'title-mismatch',
    summary: 'A front matter title that differs from the heading',
    severity: 'information',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
  },
  *find({ runbook }) {
    const field = frontMatterField(runbook, 'title');
    const heading = runbook.headings.find(({ depth }) => depth === 1);
    if (field === undefined || heading === undefined) return;
    if (isTemplateValue(field.value) || isTemplateValue(heading.title)) return;
    if (compared(field.value) !== compared(heading.title)) yield { span: field.valueSpan, field, heading };
  },
  message: ({ heading }) => messages.of('differs', { heading: heading.title }),
  fixes({ span, field, heading }, context) {
    const { runbook } = context;
    // the word that says what the document is stays in the title
    const lead = kindWord.exec(field.value)?.[0].trimEnd();
    const title =
      lead === undefined || kindWord.test(heading.title) ? heading.title : `${lead} ${heading.title}`;
    return [
      fixHere(
        context,
        context.say`Use the heading as the front matter title`,
        [{ span, newText: quotedLike(runbook, span, title) }],
        true,
        'title',
      ),
      fixHere(
        context,
        context.say`Use the front matter title as the heading`,
        [{ span: heading.titleSpan, newText: field.value }],
        false,
        'title',
      ),
    ];
  },
});

/** `📘 Playbook: Move` and `Move` are one title. */
const kindWord = /^(?:[^\p{L}\p{N}]{0,20}|:[a-z0-9_+-]{2,30}:\s{0,3})playbook\s*[:–—-]\s*/iu;

function compared(title: string): string {
  return title
    .toLowerCase()
    .replace(kindWord, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
