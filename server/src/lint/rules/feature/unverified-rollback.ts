/** A rollback without verification. */
import { isVerifying } from '../../../model/vocabulary';
import { encloses } from '../../../text/span';
import { isVerified } from '../../../document/steps/judged-procedure';
import { rollbackSection } from '../../../document/sections/release-sections';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

const messages = new Messages({
  unverified:
    'Nothing verifies that the rollback worked, so the incident may go on unnoticed. Add a final step "Verify Rollback" with what to check.',
});

export const unverifiedRollback = defineRule<Match>({
  meta: {
    name: 'unverified-rollback',
    summary: 'A feature rollback that is not verified',
    severity: 'warning',
    scope: ['feature'],
    since: '0.1.0',
    group: 'feature',
    absentFrom: 'document',
    role: 'rollback',
    yieldsTo: ['empty-verification'],
  },
  *find({ runbook }) {
    const rollback = rollbackSection(runbook);
    if (rollback === null) return;
    const procedures = runbook.procedures.filter(({ span }) => encloses(rollback.span, span));
    const [first] = procedures;
    if (first === undefined) return;
    const verified = procedures.some(
      ({ steps, checklist }) =>
        checklist !== null || steps.some((step) => step.verifies || isVerified(runbook, step)),
    );
    const confirmed = runbook.parts.some(
      ({ role, nameSpan, empty }) => isVerifying(role) && !empty && encloses(rollback.span, nameSpan),
    );
    if (!verified && !confirmed)
      yield {
        span: encloses(rollback.span, first.nameSpan) ? first.nameSpan : rollback.nameSpan,
        covers: [rollback.span],
      };
  },
  message() {
    return messages.of('unverified');
  },
});
