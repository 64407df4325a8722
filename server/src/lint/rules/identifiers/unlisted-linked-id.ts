/** An id that an entry names in its trigger or body and leaves out of its list of linked ids. */
import type { Definition } from '../../../index/summary';
import type { Entry } from '../../../model/runbook';
import { appendLinkedId, linkedPart, unlistedIds } from '../../shared/linked-ids';
import { defineRule, type Match } from '../../rule';

interface UnlistedInEntry extends Match {
  readonly entry: Entry;
  readonly definition: Definition;
}

export const unlistedLinkedId = defineRule<UnlistedInEntry>({
  meta: {
    name: 'unlisted-linked-id',
    summary: 'An id in the text of an entry that its linked ids leave out',
    severity: 'hint',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
    yieldsTo: ['link-id-mismatch'],
  },
  *find({ runbook, entries, workspace, place, quiet }) {
    if (quiet) return;
    const around = { uri: place.uri, workspace };
    for (const entry of entries) {
      if (!workspace.owns(entry.id.prefix) || linkedPart(entry) === undefined) continue;
      for (const unlisted of unlistedIds(runbook, entry, around)) yield { ...unlisted, entry };
    }
  },
  message({ entry, definition }) {
    return {
      message: `${entry.id.text} speaks of ${definition.id.text} and does not list it among its linked ids, so reports and the graph miss the link. Add it there.`,
    };
  },
  fixes({ entry, definition }, { runbook, place, workspace }) {
    const path = workspace.document(definition.uri)?.path ?? place.path;
    return [
      {
        title: `Add ${definition.id.text} to the linked ids of ${entry.id.text}`,
        edits: new Map([
          [place.uri, [appendLinkedId(runbook, entry, definition, path, { uri: place.uri, workspace })]],
        ]),
        automatic: true,
      },
    ];
  },
});
