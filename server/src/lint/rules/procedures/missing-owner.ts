/** A runbook entry without an owner. */
import { ownerKeys } from '../../../document/entries/owner-keys';
import { addMissingField, findMissingField, type MissingField } from '../../shared/required-field';
import { Messages } from '../../message';
import { defineRule } from '../../rule';

const messages = new Messages({
  missing:
    '{entry} has no owner, so it goes out of date and questions stay unanswered. Add "Owner:" with a team or role.',
});

export const missingOwner = defineRule<MissingField>({
  meta: {
    name: 'missing-owner',
    summary: 'A runbook entry without an owner',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
    role: 'owner',
  },
  find: (context) => findMissingField(context, ownerKeys),
  message: ({ entry }) => messages.of('missing', { entry: entry.id.text }),
  choices: (match, context) => addMissingField(match, context, 'Owner', '[Team or role]'),
});
