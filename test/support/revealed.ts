/**
 * What a fix may bring besides what its slots bring: what could not be judged before, because a wrong id or front matter
 * kept an entry or a document from being read as what it is. Leaving the mistake would only hide it, so that such a fix
 * may be applied unasked; but it reveals what is wrong with the document that it corrects and with what names the id, and
 * nothing else.
 */
import type { Finding } from '../../server/src/lint/rule';
import { keyOf, parseIdentifier } from '../../server/src/model/identifier';
import type { Runbook } from '../../server/src/model/runbook';
import type { Edit } from '../../server/src/text/edit';

/** A fix that is made: the rule whose finding it ends, and its edits by path. */
export interface Correction {
  readonly rule: string;
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
}

/** A finding after a fix, and the document that it is about. */
export interface PlacedFinding {
  readonly path: string;
  readonly runbook: Runbook;
  readonly finding: Finding;
}

/** Whether a finding is about what the fix made readable: the entry and the mentions of the id that it wrote, or the document. */
export function isRevealed({ rule, edits }: Correction, { path, runbook, finding }: PlacedFinding): boolean {
  // the fields of a front matter are read only where it stands
  if (rule === 'invalid-front-matter') return edits.has(path);
  // an id that an entry only claims leads nowhere: anchors and titles of what leads to it are judged once it is defined
  if (rule === 'id-field-mismatch')
    return (
      ['anchor-mismatch', 'nav-title-mismatch'].includes(finding.rule.name) &&
      names(runbook, finding, idsOf(edits))
    );
  // an entry that can be read may make its document one of ours, for all that it holds
  return rule === 'malformed-id' && (edits.has(path) || names(runbook, finding, idsOf(edits)));
}

function idsOf(edits: Correction['edits']): ReadonlySet<string> {
  const written = [...edits.values()].flat().map(({ newText }) => parseIdentifier(newText));
  return new Set(written.flatMap((id) => (id === null ? [] : [keyOf(id)])));
}

/**
 * Whether a finding stands in an entry of one of these ids, in the one before it, which was read as if the text of both
 * were its own, or on a line that mentions one.
 */
function names({ entries, lines, mentions }: Runbook, { span }: Finding, ids: ReadonlySet<string>): boolean {
  const line = lines.lineAt(span.start);
  return (
    entries.some(
      (entry, index) =>
        [entry, entries[index + 1]].some((one) => one !== undefined && ids.has(keyOf(one.id))) &&
        entry.span.start <= span.start &&
        span.start < entry.span.end,
    ) ||
    mentions.some(
      ({ id, span: { start } }) => id !== null && ids.has(keyOf(id)) && lines.lineAt(start) === line,
    )
  );
}
