/** Front matter and heading call the same playbook by two names. */
import type { DocumentHeading, FrontMatterField } from '../../../model/runbook';
import { fixHere } from '../../shared/fix-here';
import { frontMatterField, isTemplateValue } from '../../../document/fields/front-matter-values';
import { defineRule, type Match } from '../../rule';
import { quotedLike } from '../../../authoring/yaml-value';

interface TitleMismatch extends Match {
  readonly field: FrontMatterField;
  readonly heading: DocumentHeading;
}

export const titleMismatch = defineRule<TitleMismatch>({
  meta: {
    name: 'title-mismatch',
    summary: 'The title in the front matter differs from the heading',
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
  message({ field, heading }) {
    return {
      message: `The front matter calls this playbook "${field.value}", its heading "${heading.title}": people search for one and find the other. Use one title.`,
    };
  },
  fixes({ span, field, heading }, context) {
    const { runbook } = context;
    return [
      fixHere(
        context,
        'Use the title of the heading in the front matter',
        [{ span, newText: quotedLike(runbook, span, heading.title) }],
        true,
        'title',
      ),
      fixHere(
        context,
        'Use the title of the front matter in the heading',
        [{ span: heading.titleSpan, newText: field.value }],
        false,
        'title',
      ),
    ];
  },
});

function compared(title: string): string {
  return title
    .toLowerCase()
    .replace(/^playbook\s*[:–—-]\s*/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
