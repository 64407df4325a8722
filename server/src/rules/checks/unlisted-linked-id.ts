/** An id that an entry names in its trigger or body and leaves out of its list of linked ids (`domain.md` section 5). */
import type { Definition } from '../../index/summary';
import { keyOf } from '../../model/identifier';
import type { Entry, Runbook } from '../../model/runbook';
import { encloses, type Span } from '../../text/span';
import { appendLinkedId, leadsFromList, linkedKeys, linkedPart, mentionsIn } from '../linked-ids';
import { defineRule, type Match } from '../rule';

interface UnlistedId extends Match {
  readonly entry: Entry;
  readonly definition: Definition;
}

export const unlistedLinkedId = defineRule<UnlistedId>({
  meta: {
    name: 'unlisted-linked-id',
    summary: 'An id in the text of an entry that its linked ids leave out',
    severity: 'hint',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Identifiers and links',
    yieldsTo: ['link-id-mismatch'],
  },
  *find(context) {
    const { runbook, entries, workspace, quiet } = context;
    if (quiet) return;
    for (const entry of entries) {
      if (!workspace.owns(entry.id.prefix) || linkedPart(entry) === undefined) continue;
      const known = new Set([...linkedKeys(entry), keyOf(entry.id)]);
      const logs = entry.parts.filter(({ role }) => role === 'change-log' || role === 'deprecated');
      const worded = new Set<number>();
      let leadsTo: ((to: Definition) => boolean) | null = null;
      for (const { id, span, place, excluded, link } of mentionsIn(runbook, entry.span)) {
        if (link !== null && place === 'link-text') worded.add(link);
        // the file that holds an entry is often named after another one
        if (link !== null && place === 'link-target' && worded.has(link) && inPath(runbook, link, span))
          continue;
        if (id === null || excluded !== null || place === 'definition' || known.has(keyOf(id))) continue;
        if (logs.some((log) => encloses(log.span, span))) continue;
        known.add(keyOf(id));
        const definition = workspace.definition(keyOf(id));
        if (definition === undefined || definition.deprecated || !workspace.owns(id.prefix)) continue;
        leadsTo ??= leadsFromList(runbook, entry, context);
        if (!leadsTo(definition)) yield { span, entry, definition };
      }
    }
  },
  word({ entry, definition }) {
    return {
      message: `${entry.id.text} speaks of ${definition.id.text} and does not list it among its linked ids, so reports and the graph miss the link. Add it there.`,
    };
  },
  repair({ entry, definition }, { runbook, place, workspace }) {
    const path = workspace.document(definition.uri)?.path ?? place.path;
    return [
      {
        title: `Add ${definition.id.text} to the linked ids of ${entry.id.text}`,
        edits: new Map([[place.uri, [appendLinkedId(runbook, entry, definition, path)]]]),
        automatic: true,
      },
    ];
  },
});

function inPath({ links }: Runbook, link: number, span: Span): boolean {
  const path = links[link]?.pathSpan;
  return path !== undefined && encloses(path, span);
}
