/** An entry whose heading is only its id. */
import type { Entry } from '../../../model/runbook';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface UntitledEntry extends Match {
  readonly entry: Entry;
}

const messages = new Messages({
  untitled:
    '{id} has no title, so lists, links and alerts show a bare number. Add a short one, as in "{id}: Database is down".',
});

export const untitledEntry = defineRule<UntitledEntry>({
  meta: {
    name: 'untitled-entry',
    summary: 'An entry without a title',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
  },
  *find({ entries, workspace, quiet }) {
    if (quiet) return;
    for (const entry of entries)
      if (entry.title === '' && workspace.owns(entry.id.prefix)) yield { span: entry.idSpan, entry };
  },
  message({ entry }) {
    return messages.of('untitled', { id: entry.id.text });
  },
});
