/** A step that does not say how to confirm that it worked (`domain.md` section 5, Procedures). */
import type { Procedure, Step } from '../../model/runbook';
import { isConfirmed, isJudgedList, isVerified, onlyTells } from '../judged-procedure';
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
    yieldsTo: [
      'empty-verification',
      'unguarded-destructive-command',
      'unverified-procedure',
      'unverified-rollback',
    ],
  },
  *find({ runbook }) {
    const entryAt = entryFinder(runbook);
    for (const procedure of runbook.procedures) {
      const { steps, form, checklist, coveredBy } = procedure;
      if (checklist !== null) continue;
      const entry = entryAt(procedure.span);
      const listed = form === 'list';
      if (listed && (coveredBy !== null || !isJudgedList(runbook, procedure, entry))) continue;
      // an item that is verified shows how the others could be, whatever confirms the list as a whole
      const verified = steps.some((step) => isVerified(runbook, step));
      if (listed && !verified && isConfirmed(runbook, procedure, entry)) continue;
      const lastCheck = steps.findLastIndex(({ verifies }) => verifies);
      for (const [index, step] of steps.entries()) {
        if (step.verifies || isVerified(runbook, step)) continue;
        const covered = coveredBy !== null || index < lastCheck;
        if (listed && onlyTells(step)) continue;
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
