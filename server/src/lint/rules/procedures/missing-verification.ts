/** A step that does not say how to confirm that it worked. */
import type { Procedure, Step } from '../../../model/runbook';
import {
  isConfirmed,
  isJudgedList,
  isListed,
  isLoose,
  isReadable,
  isVerified,
  isUnwritten,
  judgedProcedures,
} from '../../../document/steps/judged-procedure';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { verificationSkeleton } from '../../../authoring/verification-skeleton';

interface UnverifiedStep extends Match {
  readonly step: Step;
  readonly procedure: Procedure;
  readonly reason: 'none' | 'covered' | 'investigates';
}

const stepTexts = { none: 'step', covered: 'stepCovered', investigates: 'stepInvestigates' } as const;
const itemTexts = { none: 'item', covered: 'itemCovered', investigates: 'itemInvestigates' } as const;
const severities = { none: 'warning', covered: 'information', investigates: 'hint' } as const;

const messages = new Messages({
  step: 'Step {number} does not say how to confirm that it worked, so a failure goes unnoticed. Add a "Verification:" with what to check.',
  stepCovered:
    'Step {number} is only verified by a later check, so a failure shows late. Add a "Verification:" to the step.',
  stepInvestigates:
    'Step {number} does not say what to look for, so the investigation has no clear end. Add the result to expect.',
  item: 'Item {number} does not say how to confirm that it worked, so a failure goes unnoticed. Add a "Verify:" with what to check.',
  itemCovered:
    'Item {number} is only verified by a later check, so a failure shows late. Add a "Verify:" to the item.',
  itemInvestigates:
    'Item {number} does not say what to look for, so the investigation has no clear end. Add the result to expect.',
});

export const missingVerification = defineRule<UnverifiedStep>({
  meta: {
    name: 'missing-verification',
    summary: 'A step that does not say how to confirm that it worked',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
    judges: 'entry',
    role: 'verification',
    yieldsTo: [
      'empty-verification',
      'unguarded-destructive-command',
      'unverified-procedure',
      'unverified-rollback',
    ],
  },
  *find(context) {
    const { runbook } = context;
    let named: ReadonlySet<number> | null = null;
    for (const { procedure, entry } of judgedProcedures(context)) {
      const { steps, checklist, coveredBy } = procedure;
      if (checklist !== null || isLoose(procedure)) continue;
      const listed = isListed(procedure);
      if (listed && (coveredBy !== null || !isJudgedList(runbook, procedure, entry))) continue;
      // where one item is verified the others can be, too, whatever confirms the list as a whole
      const verified = steps.some((step) => isVerified(runbook, step));
      if (listed && !verified && isConfirmed(runbook, procedure, entry)) continue;
      const lastCheck = steps.findLastIndex(({ verifies }) => verifies);
      for (const [index, step] of steps.entries()) {
        if (step.verifies || step.tells || !isReadable(step) || isVerified(runbook, step)) continue;
        if (isUnwritten(runbook, step)) continue;
        // a step with sub-steps is as verified as they are
        if (!listed) {
          named ??= new Set(runbook.procedures.map(({ nameSpan }) => nameSpan.start));
          if (named.has(step.titleSpan.start)) continue;
        }
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
  message: ({ step: { number }, procedure, reason }) =>
    messages.of(isListed(procedure) ? itemTexts[reason] : stepTexts[reason], { number }),
  choices({ step, procedure }, { runbook, place, say }) {
    const edit = verificationSkeleton(runbook, procedure, step);
    if (edit === null) return [];
    const title = isListed(procedure)
      ? say`Add a verification to item ${step.number}`
      : say`Add a verification to step ${step.number}`;
    return [{ title, edits: new Map([[place.uri, [edit]]]), automatic: false }];
  },
});
