/** A verification that is empty. */
import { entryFinder } from '../../../document/entries/run-entries';
import type { Runbook } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { emptyVerifications } from '../../../document/steps/empty-verification-items';
import { stepFinder } from '../../../document/steps/judged-procedure';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface EmptyCheck extends Match {
  readonly template: boolean;
}

const messages = new Messages({
  empty: 'This verification is empty, so it confirms nothing. Say what to check and what to expect.',
  template:
    'This verification is still template text, so it confirms nothing. Say what to check and what to expect.',
});

export const emptyVerification = defineRule<EmptyCheck>({
  meta: {
    name: 'empty-verification',
    summary: 'A verification that is empty or still template text',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'section',
    judges: 'entry',
    role: 'verification',
    yieldsTo: ['missing-gate-criteria', 'missing-section'],
  },
  *find({ runbook }) {
    const entryAt = entryFinder(runbook);
    for (const { span, template } of emptyVerifications(runbook)) {
      const entry = entryAt(span);
      const covers = [span, ...unconfirmed(runbook, span)];
      yield { span, template, covers, ...(entry === undefined ? {} : { entry }) };
    }
  },
  message: ({ template }) => messages.of(template ? 'template' : 'empty'),
});

/** What the verification should confirm: the step around it, and with it the procedure. */
function unconfirmed(runbook: Runbook, span: Span): Span[] {
  const around = stepFinder(runbook)(span);
  if (around === undefined) return [];
  const { step, procedure } = around;
  return [step.span, step.titleSpan, procedure.nameSpan];
}
