/** A playbook without a way back from the whole. */
import { titleSpanOf } from '../../../document/document-title';
import { isHighRisk } from '../../../document/fields/front-matter-values';
import { defineRule, type Match } from '../../rule';
import { isUnwritten, rollbackPlan } from '../../../document/sections/rollback-plan';

export const missingRollbackPlan = defineRule<Match>({
  meta: {
    name: 'missing-rollback-plan',
    summary: 'A playbook without a rollback plan',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    yieldsTo: ['empty-rollback'],
  },
  *find({ runbook }) {
    const plan = rollbackPlan(runbook);
    if (plan !== null && !isUnwritten(runbook, plan)) return;
    const span = plan?.nameSpan ?? titleSpanOf(runbook);
    yield isHighRisk(runbook) ? { span, severity: 'error' } : { span };
  },
  message() {
    return {
      message:
        'This playbook has no rollback plan: the rollbacks of its phases do not say how to get back from the middle. Add a section "Rollback Plan" with "From Phase N" for every phase.',
    };
  },
});
