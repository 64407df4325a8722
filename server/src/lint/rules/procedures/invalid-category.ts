/** An entry with a category that no list knows. */
import { findUnknownValues, replaceUnknownValue, type UnknownValue } from '../../shared/allowed-values';
import { defineRule } from '../../rule';

export const invalidCategory = defineRule<UnknownValue>({
  meta: {
    name: 'invalid-category',
    summary: 'A category that is not in the list for this kind of entry',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    yieldsTo: ['placeholder'],
  },
  find: (context) => findUnknownValues(context, 'category'),
  message({ entry, value, allowed }) {
    return {
      message: `"${value}" is no category of ${entry.id.prefix} entries, so lists and reports leave ${entry.id.text} out. Use ${allowed.join(', ')}, or add it to "categories" in .runbook.yaml.`,
    };
  },
  fixes: replaceUnknownValue,
});
