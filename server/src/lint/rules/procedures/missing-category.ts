/** A runbook entry without a category. */
import { addMissingField, findMissingField, type MissingField } from '../../shared/required-field';
import { defineRule } from '../../rule';

export const missingCategory = defineRule<MissingField>({
  meta: {
    name: 'missing-category',
    summary: 'A runbook entry without a category',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  find: (context) => findMissingField(context, ['category', 'categories', 'runbook category']),
  message({ entry }) {
    return {
      message: `${entry.id.text} has no category: lists and reports cannot tell an incident from maintenance. Add "Category:" with Incident, Deployment, Maintenance, Recovery or Escalation.`,
    };
  },
  fixes: (match, context) =>
    addMissingField(
      match,
      context,
      'Category',
      '[Incident | Deployment | Maintenance | Recovery | Escalation]',
    ),
});
