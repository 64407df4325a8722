/** Go/no-go criteria that leave one of the three answers open. */
import { goNoGoCriteria } from '../../../document/sections/go-no-go';
import { defineRule, type Match } from '../../rule';

interface IncompleteGoNoGo extends Match {
  readonly missing: readonly string[];
}

export const incompleteGoNoGo = defineRule<IncompleteGoNoGo>({
  meta: {
    name: 'incomplete-go-no-go',
    summary: 'Go/no-go criteria without proceed, pause or abort',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
  },
  *find({ runbook }) {
    const criteria = goNoGoCriteria(runbook);
    if (criteria !== null && criteria.missing.length > 0)
      yield { span: criteria.nameSpan, missing: criteria.missing };
  },
  message({ missing }) {
    return {
      message: `The go/no-go criteria do not say when to ${missing.join(', ').toLowerCase()}, so that decision is left to whoever is most tired. Add "${missing.map((name) => `${name} if`).join('", "')}" with conditions.`,
    };
  },
});
