/** An entry that no other document refers to. Off unless the configuration asks. */
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { nameSpanOf } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface OrphanId extends Match {
  readonly entry: Entry;
}

const messages = new Messages({
  orphan:
    'No other document refers to {id}, so it may be obsolete. Refer to it where it is used, or deprecate it.',
});

export const orphanId = defineRule<OrphanId>({
  meta: {
    name: 'orphan-id',
    summary: 'An entry that no other document refers to',
    severity: 'off',
    scope: 'judged',
    since: '0.1.0',
    group: 'traceability',
    yieldsTo: ['unrouted-runbook'],
  },
  *find({ workspace, entries, quiet, place }) {
    if (quiet) return;
    for (const entry of entries) {
      if (!workspace.owns(entry.id.prefix) || entry.deprecated !== null) continue;
      const used = workspace.someReference(
        keyOf(entry.id),
        ({ excluded }, uri) => excluded === null && uri !== place.uri,
      );
      if (!used) yield { span: nameSpanOf(entry), entry };
    }
  },
  message({ entry }) {
    return messages.of('orphan', { id: entry.id.text });
  },
});
