/** A playbook without a validation of its overall result. */
import { encloses } from '../../../text/span';
import { insertDocumentSection } from '../../../authoring/document-section';
import { titleSpanOf } from '../../../document/document-title';
import { fixHere } from '../../shared/fix-here';
import { bulletOf } from '../../../authoring/insertion';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { holdsNoWords } from '../../../document/sections/section-lookup';

const messages = new Messages({
  missing:
    'This playbook has no final validation, and gate criteria check single phases only. Add a "Validation" section with checkboxes.',
});

export const missingValidation = defineRule<Match>({
  meta: {
    name: 'missing-validation',
    summary: 'A playbook without a validation of its overall result',
    severity: 'information',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'document',
  },
  *find({ runbook }) {
    const phases = playbookPhases(runbook);
    const validations = runbook.parts.filter(
      ({ role, item, nameSpan }) =>
        role === 'verification' && item === null && !phases.some(({ span }) => encloses(span, nameSpan)),
    );
    if (!validations.some(({ content }) => !holdsNoWords(runbook, content)))
      yield { span: validations[0]?.nameSpan ?? titleSpanOf(runbook) };
  },
  message: () => messages.of('missing'),
  fixes({ span }, context) {
    const { runbook } = context;
    if (span.start !== titleSpanOf(runbook).start) return [];
    const lines = ['## Validation', '', `${bulletOf(runbook)} [ ] [What works as before, and how to see it]`];
    const edit = insertDocumentSection(
      runbook,
      lines,
      /^(?:rollback plan|communication|metrics|post-execution|execution log|notes|appendix)/,
    );
    return [fixHere(context, context.say`Add a "Validation" section`, [edit], false)];
  },
});
