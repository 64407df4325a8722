/** An entry whose heading is nothing but its id. */
import type { Entry } from '../../../model/runbook';
import { defineRule, type Match } from '../../rule';

interface UntitledEntry extends Match {
  readonly entry: Entry;
}

export const untitledEntry = defineRule<UntitledEntry>({
  meta: {
    name: 'untitled-entry',
    summary: 'An entry whose heading has no title',
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
    return {
      message: `${entry.id.text} has no title, so lists, links and alerts show a bare number. Say in a few words what it is about: "${entry.id.text}: …".`,
    };
  },
});
