/** Entries of a prefix that are not in the order of their numbers. */
import { compareIdentifiers } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface OutOfOrder extends Match {
  readonly entry: Entry;
  readonly before: Entry;
}

const messages = new Messages({
  order: '{id} comes after {before}, so readers who scroll by number miss it. Move it up.',
  here: '{id} is defined here',
});

export const entryOrder = defineRule<OutOfOrder>({
  meta: {
    name: 'entry-order',
    summary: 'An entry out of numerical order',
    severity: 'hint',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
  },
  *find({ entries, workspace, quiet }) {
    if (quiet) return;
    const highest = new Map<string, Entry>();
    for (const entry of entries) {
      const { prefix } = entry.id;
      if (!workspace.owns(prefix)) continue;
      const before = highest.get(prefix);
      if (before === undefined || compareIdentifiers(before.id, entry.id) <= 0) highest.set(prefix, entry);
      else yield { span: entry.idSpan, entry, before };
    }
  },
  message({ entry, before }, { runbook, place }) {
    const id = before.id.text;
    const range = runbook.lines.rangeOf(before.idSpan);
    return {
      ...messages.of('order', { id: entry.id.text, before: id }),
      related: [{ uri: place.uri, range, message: messages.of('here', { id }) }],
    };
  },
});
