/** An entry whose prefix its file does not declare in `id_prefix` (`domain.md` section 5). */
import type { Entry, FrontMatterField, Runbook } from '../../model/runbook';
import { declaredPrefixes } from '../../index/summary';
import { lineEndingOf, type Edit } from '../../text/edit';
import { fieldOf, wordsAt } from '../fields';
import { defineRule, type Match } from '../rule';

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
    source: 'section 5, Identifiers and links',
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
  word({ entry, declared, others }, { workspace, place, runbook }) {
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
  repair({ entry }, { runbook, place }) {
    const field = runbook.frontMatter?.fields.find(({ key }) => key === 'id_prefix');
    if (field === undefined) return [];
    return [
      {
        title: `Add ${entry.id.prefix} to id_prefix`,
        edits: new Map([[place.uri, [additionOf(runbook, field, entry.id.prefix)]]]),
        automatic: true,
      },
    ];
  },
});

/** Writes a prefix behind the last one: in a comma list, in `[…]`, in quotes or as a line of a block list. */
function additionOf(runbook: Runbook, { valueSpan }: FrontMatterField, prefix: string): Edit {
  const value = wordsAt(runbook, valueSpan);
  const last = /([A-Z][A-Z0-9-]*?)(-(?:X+|N+|#+|\d+|\*)?)?(["']?)[\]"'\s]*$/.exec(value);
  const form = last?.[2] ?? '';
  const end = valueSpan.start + (last?.index ?? value.length) + (last?.[1] ?? '').length + form.length;
  const quote = last?.[3] ?? '';
  const marker = /^[ \t]*-[ \t]+/.exec(runbook.lines.textOf(runbook.lines.lineAt(end)))?.[0];
  if (marker !== undefined) {
    const at = end + quote.length;
    const newText = `${lineEndingOf(runbook.text)}${marker}${quote}${prefix}${form}${quote}`;
    return { span: { start: at, end: at }, newText };
  }
  const inner = value.startsWith('[') && quote !== '' ? `${quote}, ${quote}` : ', ';
  return { span: { start: end, end }, newText: `${inner}${prefix}${form}` };
}
