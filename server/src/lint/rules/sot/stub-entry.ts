/** An entry that is still template text: one finding each, instead of a dozen. */
import type { Entry } from '../../../model/runbook';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface StubEntry extends Match {
  readonly entry: Entry;
}

const messages = new Messages({
  stub: '{entry} is still template text, so readers find no content in it. Fill it in, or remove it until it is needed.',
});

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
  message: ({ entry }) => messages.of('stub', { entry: entry.id.text }),
});
