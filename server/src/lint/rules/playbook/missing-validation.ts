/** A playbook that does not say how to validate the result. */
import { encloses } from '../../../text/span';
import { insertDocumentSection } from '../../../authoring/document-section';
import { titleSpanOf } from '../../../document/document-title';
import { fixHere } from '../../shared/fix-here';
import { bulletOf } from '../../../authoring/insertion';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { defineRule, type Match } from '../../rule';
import { holdsNoWords } from '../../../document/sections/section-lookup';

export const missingValidation = defineRule<Match>({
  meta: {
    name: 'missing-validation',
    summary: 'A playbook without a validation of its result',
    severity: 'information',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
  },
  *find({ runbook }) {
    const phases = playbookPhases(runbook);
    const own = runbook.parts.filter(
      ({ role, item, nameSpan }) =>
        role === 'verification' && item === null && !phases.some(({ span }) => encloses(span, nameSpan)),
    );
    if (!own.some(({ content }) => !holdsNoWords(runbook, content)))
      yield { span: own[0]?.nameSpan ?? titleSpanOf(runbook) };
  },
  message() {
    return {
      message:
        'This playbook does not say how to validate the result as a whole: gates look at one phase only. Add a section "Validation" with checks to tick.',
    };
  },
  fixes({ span }, context) {
    const { runbook } = context;
    if (span.start !== titleSpanOf(runbook).start) return [];
    const lines = ['## Validation', '', `${bulletOf(runbook)} [ ] [What works as before, and how to see it]`];
    const edit = insertDocumentSection(
      runbook,
      lines,
      /^(?:rollback plan|communication|metrics|post-execution|execution log|notes|appendix)/,
    );
    return [fixHere(context, 'Add a section "Validation"', [edit], false)];
  },
});
