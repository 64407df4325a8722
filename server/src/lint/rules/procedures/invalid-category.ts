/** An entry with an unknown category. */
import {
  findUnknownValues,
  listOf,
  replaceUnknownValue,
  type UnknownValue,
} from '../../shared/allowed-values';
import { Messages } from '../../message';
import { defineRule } from '../../rule';

const messages = new Messages({
  near: 'Unknown category "{value}", so reports skip this entry. Use {nearest}, or add it to .runbook.yaml.',
  unknown:
    'Unknown category "{value}", so reports skip this entry. Use {allowed}, or add it to .runbook.yaml.',
});

export const invalidCategory = defineRule<UnknownValue>({
  meta: {
    name: 'invalid-category',
    summary: 'A category that is not allowed for this kind of entry',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    judges: 'entry',
    yieldsTo: ['placeholder'],
  },
  find: (context) => findUnknownValues(context, 'category'),
  message({ value, allowed, nearest }) {
    return nearest === null
      ? messages.of('unknown', { value, allowed: listOf(allowed, value) })
      : messages.of('near', { value, nearest });
  },
  fixes: replaceUnknownValue,
});
