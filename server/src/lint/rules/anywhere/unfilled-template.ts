/** A document that is still mostly template text: this finding instead of all others. */
import { isUnfilled } from '../../../document/scope';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

const messages = new Messages({
  unfilled:
    'This document is still mostly a template (unfilled placeholders: {unfilled} of {slots}). Other checks start once most are filled in.',
});

export const unfilledTemplate = defineRule<Match>({
  meta: {
    name: 'unfilled-template',
    summary: 'A document that is still mostly template text',
    severity: 'information',
    scope: ['playbook', 'feature', 'release'],
    since: '0.1.0',
    group: 'anywhere',
    inTemplates: true,
  },
  *find({ runbook }) {
    if (!isUnfilled(runbook)) return;
    const title = runbook.headings.find(({ depth }) => depth === 1) ?? runbook.headings[0];
    yield { span: title?.titleSpan ?? runbook.lines.spanOf(0) };
  },
  message(_match, { runbook }) {
    const { slots, unfilled } = runbook.filling;
    return messages.of('unfilled', { unfilled, slots });
  },
});
