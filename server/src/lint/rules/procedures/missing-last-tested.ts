/** A runbook entry that does not say when it was last tested. */
import { lastTestedKeys } from '../../../document/fields/date-fields';
import { addMissingField, findMissingField, type MissingField } from '../../shared/required-field';
import { Messages } from '../../message';
import { defineRule } from '../../rule';

const messages = new Messages({
  missing:
    '{entry} does not say when it was last tested, so its steps cannot be trusted. Add "Last Tested:" with the date of the last drill.',
});

export const missingLastTested = defineRule<MissingField>({
  meta: {
    name: 'missing-last-tested',
    summary: 'A runbook entry that does not say when it was last tested',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
    role: 'review',
  },
  find: (context) => findMissingField(context, lastTestedKeys),
  message: ({ entry }) => messages.of('missing', { entry: entry.id.text }),
  choices: (match, context) => addMissingField(match, context, 'Last Tested', 'YYYY-MM-DD'),
});
