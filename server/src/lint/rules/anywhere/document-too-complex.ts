/**
 * A document that passes a bound on what is read of one: this one finding instead of all others. Or one in which some rule
 * finds more than is told: this one besides the others.
 */
import { defineRule, mostFindings, type Match } from '../../rule';

interface TooComplex extends Match {
  /** The rule that finds too much, or null where the document is not read. */
  readonly rule: string | null;
}

export const documentTooComplex = defineRule<TooComplex>({
  meta: {
    name: 'document-too-complex',
    summary: 'A document with too much in it to be read',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
    inTemplates: true,
    ofHeadingsOnly: true,
    last: 2,
  },
  *find({ runbook, cutShort }) {
    const { lines, headings, passedBound } = runbook;
    const span = headings[0]?.titleSpan ?? lines.spanOf(0);
    if (passedBound !== null) yield { span, rule: null };
    for (const rule of cutShort) yield { span, rule };
  },
  message({ rule }, { runbook }) {
    if (rule !== null)
      return {
        message: `There are more than ${mostFindings} findings of ${rule} in this document: only the first ones are shown. Fix their cause to see the rest.`,
      };
    return {
      message: `This document is not checked: it has more than ${runbook.passedBound ?? ''}, and would keep all others waiting. Split it to have it checked.`,
    };
  },
});
