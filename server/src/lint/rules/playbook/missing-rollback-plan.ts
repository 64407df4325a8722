/** A playbook without a rollback plan. */
import { titleSpanOf } from '../../../document/document-title';
import { isHighRisk } from '../../../document/fields/front-matter-values';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { isUnwritten } from '../../../document/sections/part-state';
import { rollbackPlan } from '../../../document/sections/rollback-plan';

const messages = new Messages({
  missing:
    'This playbook has no rollback plan, so operators cannot back out partway. Add "Rollback Plan" with "From Phase N" for each phase.',
});

export const missingRollbackPlan = defineRule<Match>({
  meta: {
    name: 'missing-rollback-plan',
    summary: 'A playbook without a rollback plan',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'document',
    yieldsTo: ['empty-rollback'],
  },
  *find({ runbook }) {
    const plan = rollbackPlan(runbook);
    if (plan !== null && !isUnwritten(runbook, plan)) return;
    const span = plan?.nameSpan ?? titleSpanOf(runbook);
    yield isHighRisk(runbook) ? { span, severity: 'error' } : { span };
  },
  message: () => messages.of('missing'),
});
