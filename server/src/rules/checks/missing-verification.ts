/** A step that does not say how to confirm that it worked (`domain.md` section 5, Procedures). */
import type { Procedure, Step } from '../../model/runbook';
import { encloses } from '../../text/span';
import { defineRule, type Match } from '../rule';

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
    for (const procedure of runbook.procedures) {
      const { steps, form, checklist, coveredBy } = procedure;
      if (checklist !== null) continue;
      const listed = form === 'list';
      // of lists whose items nobody verified, `unverified-procedure` says so once
      if (
        listed &&
        (procedure.role !== 'steps' ||
          coveredBy !== null ||
          !steps.some(({ verification }) => verification.length > 0))
      )
        continue;
      const entry = runbook.entries.findLast(
        ({ span, form: by }) => (by === 'heading' || by === 'plain') && encloses(span, procedure.span),
      );
      for (const [index, step] of steps.entries()) {
        if (step.verifies || step.verification.length > 0) continue;
        const covered = coveredBy !== null || steps.slice(index + 1).some(({ verifies }) => verifies);
        if (covered && listed) continue;
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
});
