/** Go/no-go criteria that do not cover all three decisions. */
import { goNoGoCriteria } from '../../../document/sections/go-no-go';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface IncompleteGoNoGo extends Match {
  readonly missing: readonly string[];
}

const messages = new Messages({
  missing:
    'The go/no-go criteria have no {name}, so operators must improvise that decision. Add at least one condition.',
  severalMissing:
    'The go/no-go criteria have no {names}, so operators must improvise these decisions. Add conditions for each.',
});

export const incompleteGoNoGo = defineRule<IncompleteGoNoGo>({
  meta: {
    name: 'incomplete-go-no-go',
    summary: 'Go/no-go criteria without conditions to proceed, pause or abort',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'document',
  },
  *find({ runbook }) {
    const criteria = goNoGoCriteria(runbook);
    if (criteria !== null && criteria.missing.length > 0)
      yield { span: criteria.nameSpan, missing: criteria.missing };
  },
  message({ missing }) {
    const names = missing.map((name) => `"${name} if"`).join(', ');
    return missing.length === 1
      ? messages.of('missing', { name: names })
      : messages.of('severalMissing', { names });
  },
});
