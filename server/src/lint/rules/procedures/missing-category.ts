/** A runbook entry without a category. */
import { addMissingField, findMissingField, type MissingField } from '../../shared/required-field';
import { Messages } from '../../message';
import { defineRule } from '../../rule';

const messages = new Messages({
  missing:
    '{entry} has no category, so reports cannot group it. Add "Category:" with Incident, Deployment, Maintenance, Recovery or Escalation.',
});

export const missingCategory = defineRule<MissingField>({
  meta: {
    name: 'missing-category',
    summary: 'A runbook entry without a category',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
  },
  find: (context) => findMissingField(context, ['category', 'categories', 'runbook category']),
  message: ({ entry }) => messages.of('missing', { entry: entry.id.text }),
  choices: (match, context) =>
    addMissingField(
      match,
      context,
      'Category',
      '[Incident | Deployment | Maintenance | Recovery | Escalation]',
    ),
});
