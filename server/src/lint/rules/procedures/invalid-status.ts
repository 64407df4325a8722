/** An entry with an unknown status. */
import {
  findUnknownValues,
  listOf,
  replaceUnknownValue,
  type UnknownValue,
} from '../../shared/allowed-values';
import { Messages } from '../../message';
import { defineRule } from '../../rule';

const messages = new Messages({
  near: 'Unknown status "{value}", so it is unclear whether the entry applies. Use {nearest}, or add it to .runbook.yaml.',
  unknown:
    'Unknown status "{value}", so it is unclear whether the entry applies. Use {allowed}, or add it to .runbook.yaml.',
});

export const invalidStatus = defineRule<UnknownValue>({
  meta: {
    name: 'invalid-status',
    summary: 'A status that is not allowed for this kind of entry',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    judges: 'entry',
    yieldsTo: ['placeholder'],
  },
  find: (context) => findUnknownValues(context, 'status'),
  message({ value, allowed, nearest }) {
    return nearest === null
      ? messages.of('unknown', { value, allowed: listOf(allowed, value) })
      : messages.of('near', { value, nearest });
  },
  fixes: replaceUnknownValue,
});
