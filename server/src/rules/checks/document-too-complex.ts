/** A document that passes a bound on what is read of one: this one finding instead of all others. */
import { defineRule, type Match } from '../rule';

export const documentTooComplex = defineRule<Match>({
  meta: {
    name: 'document-too-complex',
    summary: 'A document with too much in it to be read',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 8, Nothing stops it',
    inTemplates: true,
    ofHeadingsOnly: true,
  },
  *find({ runbook }) {
    if (runbook.passedBound === null) return;
    const { lines, headings } = runbook;
    yield { span: headings[0]?.titleSpan ?? lines.spanOf(0) };
  },
  word(_match, { runbook }) {
    return {
      message: `This document is not checked: it has more than ${runbook.passedBound ?? ''}, and would keep all others waiting. Split it to have it checked.`,
    };
  },
});
