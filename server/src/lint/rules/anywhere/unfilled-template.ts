/** A document that is still mostly template text: this one finding instead of all others. */
import { isUnfilled } from '../../../document/scope';
import { defineRule, type Match } from '../../rule';

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
    return {
      message: `${String(unfilled)} of ${String(slots)} places still hold template text. Other checks start when most of them are filled in.`,
    };
  },
});
