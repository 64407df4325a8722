/** A runbook entry that nobody keeps true. */
import { ownerKeys } from '../../../document/entries/owner-keys';
import { addMissingField, findMissingField, type MissingField } from '../../shared/required-field';
import { defineRule } from '../../rule';

export const missingOwner = defineRule<MissingField>({
  meta: {
    name: 'missing-owner',
    summary: 'A runbook entry without an owner',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  find: (context) => findMissingField(context, ownerKeys),
  message({ entry }) {
    return {
      message: `${entry.id.text} has no owner: nobody is asked to keep it true or answers questions about it. Add "Owner:" with a team or role.`,
    };
  },
  fixes: (match, context) => addMissingField(match, context, 'Owner', '[Team or role]'),
});
