/** Entries of one prefix that do not stand in the order of their numbers. */
import { compareIdentifiers } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { defineRule, type Match } from '../../rule';

interface OutOfOrder extends Match {
  readonly entry: Entry;
  readonly before: Entry;
}

export const entryOrder = defineRule<OutOfOrder>({
  meta: {
    name: 'entry-order',
    summary: 'Entries that do not stand in the order of their numbers',
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
  message({ entry, before }) {
    return {
      message: `${entry.id.text} stands behind ${before.id.text}: readers who scroll by number pass it. Move it up to its place.`,
    };
  },
});
