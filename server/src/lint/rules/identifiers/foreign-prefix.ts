/** An entry with a prefix that its file does not declare in `id_prefix`. */
import { declaredPrefixes } from '../../../document/fields/declared-prefixes';
import { statedId } from '../../../index/stated-id';
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { addPrefix } from '../../../document/fields/id-prefix-list';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface ForeignPrefix extends Match {
  readonly entry: Entry;
  readonly declared: readonly string[];
  /** Other entries of the prefix in this file. */
  readonly others: Entry[];
}

const messages = new Messages({
  undeclared:
    '{id} has a prefix that this file does not declare, so readers and tools look elsewhere. Add {prefix} to id_prefix.',
  declaredElsewhere:
    '{id} has a prefix that this file does not declare. Move it to {file}, or add {prefix} to id_prefix.',
  samePrefix: '{id} has the same prefix',
});

export const foreignPrefix = defineRule<ForeignPrefix>({
  meta: {
    name: 'foreign-prefix',
    summary: 'An entry with a prefix that its file does not declare',
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
      // "SHA-256" may be a heading; an ID field that repeats it makes any prefix one of this workspace
      const stated = statedId(runbook, entry);
      if (!workspace.owns(prefix) && (stated === null || keyOf(stated.id) !== keyOf(entry.id))) continue;
      const first = found.get(prefix);
      if (first === undefined) found.set(prefix, { span: entry.idSpan, entry, declared, others: [] });
      else first.others.push(entry);
    }
    yield* found.values();
  },
  message({ entry, others }, { workspace, place, runbook }) {
    const { prefix, text: id } = entry.id;
    const home = workspace
      .owners(prefix)
      .find(({ uri, prefixes }) => uri !== place.uri && prefixes.includes(prefix));
    const message =
      home === undefined
        ? messages.of('undeclared', { id, prefix })
        : messages.of('declaredElsewhere', { id, prefix, file: home.path });
    return {
      ...message,
      related: others.map((other) => ({
        uri: place.uri,
        range: runbook.lines.rangeOf(other.idSpan),
        message: messages.of('samePrefix', { id: other.id.text }),
      })),
    };
  },
  fixes({ entry }, { runbook, place, workspace, say }) {
    const edits = addPrefix(runbook, entry.id.prefix);
    if (edits.length === 0) return [];
    return [
      {
        title: say`Add ${entry.id.prefix} to id_prefix`,
        edits: new Map([[place.uri, edits]]),
        // a prefix that is new here has more judged than before: how its ids are written, and which of them are missing
        automatic: workspace.owns(entry.id.prefix),
      },
    ];
  },
});
