/** An entry that mentions an id in its trigger or text without listing it among its linked IDs. */
import type { Definition } from '../../../index/summary';
import type { Entry } from '../../../model/runbook';
import { appendLinkedId, linkedPart, unlistedIds } from '../../shared/linked-ids';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface UnlistedInEntry extends Match {
  readonly entry: Entry;
  readonly definition: Definition;
}

const messages = new Messages({
  unlisted:
    '{id} mentions {other} but does not list it, so reports and the graph miss the link. Add {other} to its linked IDs.',
});

export const unlistedLinkedId = defineRule<UnlistedInEntry>({
  meta: {
    name: 'unlisted-linked-id',
    summary: 'An ID that an entry mentions but does not list among its linked IDs',
    severity: 'hint',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
    absentFrom: 'part',
    yieldsTo: ['link-id-mismatch', 'malformed-id'],
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
    return messages.of('unlisted', { id: entry.id.text, other: definition.id.text });
  },
  fixes({ entry, definition }, { runbook, place, workspace, say }) {
    const path = workspace.document(definition.uri)?.path ?? place.path;
    return [
      {
        title: say`Add ${definition.id.text} to the linked IDs of ${entry.id.text}`,
        edits: new Map([
          [place.uri, [appendLinkedId(runbook, entry, definition, path, { uri: place.uri, workspace })]],
        ]),
        automatic: true,
      },
    ];
  },
});
