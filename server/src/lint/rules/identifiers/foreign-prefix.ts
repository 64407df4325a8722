/** An entry whose prefix its file does not declare in `id_prefix`. */
import { declaredPrefixes } from '../../../document/fields/declared-prefixes';
import type { Entry } from '../../../model/runbook';
import { fieldOf } from '../../../document/fields/fields';
import { addPrefix } from '../../../document/fields/id-prefix-list';
import { defineRule, type Match } from '../../rule';

interface ForeignPrefix extends Match {
  readonly entry: Entry;
  readonly declared: readonly string[];
  /** Further entries of the prefix in this file. */
  readonly others: Entry[];
}

export const foreignPrefix = defineRule<ForeignPrefix>({
  meta: {
    name: 'foreign-prefix',
    summary: 'An entry whose prefix the file does not declare',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
  },
  *find({ runbook, entries, workspace, quiet }) {
    const declared = declaredPrefixes(runbook);
    if (quiet || declared.length === 0) return;
    const found = new Map<string, ForeignPrefix>();
    for (const entry of entries) {
      const { prefix } = entry.id;
      if (declared.includes(prefix)) continue;
      // "SHA-256" may head a section; an ID field makes any prefix one of ours
      if (!workspace.owns(prefix) && fieldOf(entry, 'id') === undefined) continue;
      const first = found.get(prefix);
      if (first === undefined) found.set(prefix, { span: entry.idSpan, entry, declared, others: [] });
      else first.others.push(entry);
    }
    yield* found.values();
  },
  message({ entry, declared, others }, { workspace, place, runbook }) {
    const { prefix, text } = entry.id;
    const home = workspace
      .owners(prefix)
      .find(({ uri, prefixes }) => uri !== place.uri && prefixes.includes(prefix));
    const advice =
      home === undefined
        ? `Add ${prefix} to id_prefix`
        : `Move it to ${home.path}, or add ${prefix} to id_prefix`;
    return {
      message: `${text} has a prefix that this file does not declare (id_prefix: ${declared.join(', ')}), so nobody looks for it here. ${advice}.`,
      related: others.map(({ id, idSpan }) => ({
        uri: place.uri,
        range: { start: runbook.lines.positionAt(idSpan.start), end: runbook.lines.positionAt(idSpan.end) },
        message: `${id.text} has the same prefix`,
      })),
    };
  },
  fixes({ entry }, { runbook, place }) {
    const edits = addPrefix(runbook, entry.id.prefix);
    if (edits.length === 0) return [];
    return [
      {
        title: `Add ${entry.id.prefix} to id_prefix`,
        edits: new Map([[place.uri, edits]]),
        automatic: true,
      },
    ];
  },
});
