/** A code fence that is never closed: all text after it is code. */
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

const messages = new Messages({
  unclosed:
    'This code fence is never closed, so the rest of the document is read as code. Add a closing fence of the same kind.',
});

export const unclosedFence = defineRule<Match>({
  meta: {
    name: 'unclosed-fence',
    summary: 'A code fence that is never closed',
    severity: 'error',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
    inTemplates: true,
  },
  *find({ runbook }) {
    for (const fence of runbook.fences) {
      if (!fence.closed)
        yield { span: { start: fence.span.start, end: Math.max(fence.info.end, fence.span.start + 3) } };
    }
  },
  message() {
    return messages.of('unclosed');
  },
});
