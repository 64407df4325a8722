/** A document that ended an earlier session: it is not read, and this is its only finding. */
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

const messages = new Messages({
  skipped:
    'This document is not checked: Runbook stopped while reading it. Edit it or use "Read it again", and please report the problem.',
});

export const documentSetAside = defineRule<Match>({
  meta: {
    name: 'document-set-aside',
    summary: 'A document that is not read because Runbook stopped while reading it',
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
    return messages.of('skipped');
  },
});
