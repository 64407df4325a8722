/** A step that does not say how to confirm that it worked (`domain.md` section 5, Procedures). */
import type { Procedure, Runbook, Step } from '../../model/runbook';
import { unguardedCommand } from '../destructive-commands';
import { hasEmptyVerification, isJudgedList, onlyTells } from '../judged-procedure';
import { defineRule, type Match } from '../rule';
import { entryFinder } from '../run-entries';
import { verificationSkeleton } from '../verification-skeleton';

interface UnverifiedStep extends Match {
  readonly step: Step;
  readonly procedure: Procedure;
  readonly reason: 'none' | 'covered' | 'investigates';
}

export const missingVerification = defineRule<UnverifiedStep>({
  meta: {
    name: 'missing-verification',
    summary: 'A step that does not say how to confirm that it worked',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Procedures',
  },
  *find({ runbook }) {
    const entryAt = entryFinder(runbook);
    for (const procedure of runbook.procedures) {
      const { steps, form, checklist, coveredBy } = procedure;
      if (checklist !== null || isUnverifiedRollback(runbook, procedure)) continue;
      const entry = entryAt(procedure.span);
      const listed = form === 'list';
      // of lists whose items nobody verified, `unverified-procedure` says so once
      if (
        listed &&
        (coveredBy !== null ||
          !isJudgedList(runbook, procedure, entry) ||
          !steps.some(({ verification }) => verification.length > 0))
      )
        continue;
      const lastCheck = steps.findLastIndex(({ verifies }) => verifies);
      for (const [index, step] of steps.entries()) {
        if (step.verifies || step.verification.length > 0 || hasEmptyVerification(runbook, step)) continue;
        const covered = coveredBy !== null || index < lastCheck;
        if (listed && onlyTells(step)) continue;
        // of a step that destroys something `unguarded-destructive-command` says it, and why it matters more there
        if (unguardedCommand(runbook, procedure, step, entry) !== null) continue;
        const reason = covered ? 'covered' : step.investigates ? 'investigates' : 'none';
        yield {
          span: step.titleSpan,
          step,
          procedure,
          reason,
          severity: reason === 'none' ? 'warning' : 'information',
          ...(entry === undefined ? {} : { entry }),
        };
      }
    }
  },
  word({ step, procedure, reason }) {
    const name = procedure.form === 'list' ? `Item ${step.number}` : `Step ${step.number}`;
    const why = {
      none: 'whoever runs it at night cannot tell whether to go on. Add a "Verification:" with what to look at',
      covered:
        'only a later check covers it, so a failure shows late. A "Verification:" of its own would show it at once',
      investigates: 'say what the reader should find, so that the search has an end',
    }[reason];
    return { message: `${name} does not say how to confirm that it worked: ${why}.` };
  },
  repair({ step, procedure }, { runbook, place }) {
    return [
      {
        title: 'Add a verification to fill in',
        edits: new Map([[place.uri, [verificationSkeleton(runbook, procedure, step)]]]),
        automatic: false,
      },
    ];
  },
});

/** Of a feature runbook's way back that nothing confirms, `unverified-rollback` says so once. */
function isUnverifiedRollback({ kind }: Runbook, { role, steps, coveredBy }: Procedure): boolean {
  if (kind.kind !== 'feature' || role !== 'rollback' || coveredBy !== null) return false;
  return !steps.some(({ verifies, verification }) => verifies || verification.length > 0);
}
