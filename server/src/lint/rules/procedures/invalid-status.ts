/** An entry with a status that no list knows. */
import { findUnknownValues, replaceUnknownValue, type UnknownValue } from '../../shared/allowed-values';
import { defineRule } from '../../rule';

export const invalidStatus = defineRule<UnknownValue>({
  meta: {
    name: 'invalid-status',
    summary: 'A status that is not in the list for this kind of entry',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    yieldsTo: ['placeholder'],
  },
  find: (context) => findUnknownValues(context, 'status'),
  message({ entry, value, allowed }) {
    return {
      message: `"${value}" is no status of ${entry.id.prefix} entries, so nobody can tell whether ${entry.id.text} is in force. Use ${allowed.join(', ')}, or add it to "statuses" in .runbook.yaml.`,
    };
  },
  fixes: replaceUnknownValue,
});
