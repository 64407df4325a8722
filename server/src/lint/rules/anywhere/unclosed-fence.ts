/** A code fence that never closes: all that follows is code to every reader of the file. */
import { defineRule, type Match } from '../../rule';

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
    return {
      message:
        'This code fence is never closed: everything behind it is read as code. Close it with a fence line of the same kind.',
    };
  },
});
