/** A document in which an earlier session ended: it is not read, and this is all that is said of it. */
import { defineRule, type Match } from '../../rule';

export const documentSetAside = defineRule<Match>({
  meta: {
    name: 'document-set-aside',
    summary: 'A document that is not read, because Runbook stopped while it read it',
    severity: 'warning',
    scope: 'workspace',
    since: '0.1.0',
    group: 'anywhere',
    inTemplates: true,
    ofHeadingsOnly: true,
  },
  *find({ runbook }) {
    if (runbook.unread) yield { span: runbook.lines.spanOf(0) };
  },
  message() {
    return {
      message:
        'This document is not checked: Runbook stopped while it read it. Change its text, or use "Read it again", and please report what stops it.',
    };
  },
});
