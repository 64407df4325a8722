/** A runbook entry that does not say when it was tried last. */
import { lastTestedKeys } from '../../../document/fields/date-fields';
import { addMissingField, findMissingField, type MissingField } from '../../shared/required-field';
import { defineRule } from '../../rule';

export const missingLastTested = defineRule<MissingField>({
  meta: {
    name: 'missing-last-tested',
    summary: 'A runbook entry that does not say when it was tested last',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  find: (context) => findMissingField(context, lastTestedKeys),
  message({ entry }) {
    return {
      message: `${entry.id.text} does not say when it was last tested, so nobody knows whether its steps still work. Add "Last Tested:" with the day of the last drill or use.`,
    };
  },
  fixes: (match, context) => addMissingField(match, context, 'Last Tested', 'YYYY-MM-DD'),
});
