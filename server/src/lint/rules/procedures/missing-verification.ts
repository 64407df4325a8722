/** A step that does not say how to confirm that it worked. */
import type { Procedure, Step } from '../../../model/runbook';
import {
  isConfirmed,
  isJudgedList,
  isListed,
  isReadable,
  isVerified,
  judgedProcedures,
} from '../../../document/steps/judged-procedure';
import { defineRule, type Match } from '../../rule';
import { verificationSkeleton } from '../../../authoring/verification-skeleton';

interface UnverifiedStep extends Match {
  readonly step: Step;
  readonly procedure: Procedure;
  readonly reason: 'none' | 'covered' | 'investigates';
}

const severities = { none: 'warning', covered: 'information', investigates: 'hint' } as const;

export const missingVerification = defineRule<UnverifiedStep>({
  meta: {
    name: 'missing-verification',
    summary: 'A step that does not say how to confirm that it worked',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    yieldsTo: [
      'empty-verification',
      'unguarded-destructive-command',
      'unverified-procedure',
      'unverified-rollback',
    ],
  },
  *find(context) {
    const { runbook } = context;
    const named = new Set(runbook.procedures.map(({ nameSpan }) => nameSpan.start));
    for (const { procedure, entry } of judgedProcedures(context)) {
      const { steps, checklist, coveredBy } = procedure;
      if (checklist !== null) continue;
      const listed = isListed(procedure);
      if (listed && (coveredBy !== null || !isJudgedList(runbook, procedure, entry))) continue;
      // an item that is verified shows how the others could be, whatever confirms the list as a whole
      const verified = steps.some((step) => isVerified(runbook, step));
      if (listed && !verified && isConfirmed(runbook, procedure, entry)) continue;
      const lastCheck = steps.findLastIndex(({ verifies }) => verifies);
      for (const [index, step] of steps.entries()) {
        if (step.verifies || step.tells || !isReadable(step) || isVerified(runbook, step)) continue;
        // a step whose sub-steps stand under it is as verified as they are
        if (!listed && named.has(step.titleSpan.start)) continue;
        const covered = coveredBy !== null || index < lastCheck;
        const reason = step.investigates ? 'investigates' : covered ? 'covered' : 'none';
        yield {
          span: step.titleSpan,
          step,
          procedure,
          reason,
          severity: severities[reason],
          ...(entry === undefined ? {} : { entry }),
        };
      }
    }
  },
  message({ step, procedure, reason }) {
    const name = isListed(procedure) ? `Item ${step.number}` : `Step ${step.number}`;
    const why = {
      none: 'whoever runs it at night cannot tell whether to go on. Add a "Verification:" with what to look at',
      covered:
        'only a later check covers it, so a failure shows late. A "Verification:" of its own would show it at once',
      investigates: 'say what the reader should find, so that the search has an end',
    }[reason];
    return { message: `${name} does not say how to confirm that it worked: ${why}.` };
  },
  fixes({ step, procedure }, { runbook, place }) {
    const edit = verificationSkeleton(runbook, procedure, step);
    if (edit === null) return [];
    return [
      { title: 'Add a verification to fill in', edits: new Map([[place.uri, [edit]]]), automatic: false },
    ];
  },
});
