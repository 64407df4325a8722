/**
 * A document that exceeds a limit of what is read: this finding instead of all others. Or one in which a rule has more
 * findings than are shown: this finding besides the others.
 */
import { Messages } from '../../message';
import type { PassedBound } from '../../../model/runbook';
import { defineRule, mostFindings, type Match } from '../../rule';

interface TooComplex extends Match {
  /** The rule with too many findings, or null where the document is not read. */
  readonly rule: string | null;
  /** The bound that is passed where it is not read. */
  readonly bound: PassedBound | null;
}

const messages = new Messages({
  lines:
    'This document is not checked: it has more than {most} lines, which would slow down all others. Split it.',
  headings:
    'This document is not checked: it has more than {most} headings, which would slow down all others. Split it.',
  entries:
    'This document is not checked: it has more than {most} entries, which would slow down all others. Split it.',
  marks:
    'This document is not checked: it has more than {most} markers in complex Markdown, which would slow down all others. Split it.',
  findings:
    'More than {count} findings of {rule} in this document; only the first are shown. Fix their common cause to see the rest.',
});

export const documentTooComplex = defineRule<TooComplex>({
  meta: {
    name: 'document-too-complex',
    summary: 'A document that is too large or too complex to be checked',
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
    if (passedBound !== null) yield { span, rule: null, bound: passedBound };
    for (const rule of cutShort) yield { span, rule, bound: null };
  },
  message({ rule, bound }) {
    return bound === null
      ? messages.of('findings', { count: mostFindings, rule: rule ?? '' })
      : messages.of(bound.of, { most: bound.most });
  },
});
