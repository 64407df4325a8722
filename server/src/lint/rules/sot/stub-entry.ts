/** An entry that is still template text: one information each, never a dozen findings. */
import type { Entry } from '../../../model/runbook';
import { defineRule, type Match } from '../../rule';

interface StubEntry extends Match {
  readonly entry: Entry;
}

export const stubEntry = defineRule<StubEntry>({
  meta: {
    name: 'stub-entry',
    summary: 'An entry that is still template text',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'sot',
    inTemplates: true,
  },
  *find({ runbook }) {
    for (const entry of runbook.entries) {
      if (entry.stub)
        yield {
          span: { start: entry.idSpan.start, end: Math.max(entry.titleSpan.end, entry.idSpan.end) },
          entry,
        };
    }
  },
  message({ entry }) {
    return {
      message: `${entry.id.text} is still template text. Fill it in, or remove it until it is needed.`,
    };
  },
});
