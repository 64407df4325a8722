/** All entries of a workspace with what a list says of each: title, owner, age of the last test, findings. */
import type { EntriesResult, WorkspaceEntry } from '../../../../protocol/src/overview';
import { daysBetween, readDate } from '../../document/fields/dates';
import type { Definition } from '../../index/summary';
import type { PlainFinding } from '../../lint/plain-finding';
import { hasBody } from '../../model/entry';
import { compareIdentifiers } from '../../model/identifier';
import { groupBy } from '../../text/group-by';
import { firstFrom } from '../../text/span';
import { scoreAt, type FeatureContext } from '../shared/feature-context';
import { linesOf, runLines } from '../shared/run-words';
import { listedEntries } from './listed-entries';

type Severity = NonNullable<WorkspaceEntry['severity']>;
type Counts = Pick<WorkspaceEntry, 'findings' | 'severity'>;

const none: Counts = { findings: 0, severity: null };
const gravestFirst: readonly Severity[] = ['error', 'warning', 'information'];

/** The entries of these folders by prefix and number; one document a slice. */
export function* workspaceEntries(contexts: readonly FeatureContext[]): Generator<undefined, EntriesResult> {
  const documents: { readonly uri: string; readonly label: string }[] = [];
  const found: { readonly definition: Definition; readonly entry: WorkspaceEntry }[] = [];
  for (const context of contexts) {
    const byDocument = groupBy(listedEntries(context), ({ uri }) => uri);
    for (const { uri } of context.workspace.documents()) {
      const own = (byDocument.get(uri) ?? []).sort((a, b) => a.idRange.start.line - b.idRange.start.line);
      if (own.length > 0) {
        const document = documents.push({ uri, label: context.labelOf(uri) }) - 1;
        const counts = countsOf(own, context.plainFindings(uri));
        own.forEach((definition, at) => {
          const entry = toEntry(context, definition, document, counts[at] ?? none);
          found.push({ definition, entry });
        });
      }
      yield;
    }
  }
  found.sort((a, b) => compareIdentifiers(a.definition.id, b.definition.id));
  return { documents, entries: found.map(({ entry }) => entry) };
}

/** What is found in each of the entries of a document, which are in the order of their lines. */
function countsOf(entries: readonly Definition[], findings: readonly PlainFinding[]): readonly Counts[] {
  const counts = entries.map((): { findings: number; severity: Severity | null } => ({ ...none }));
  for (const { range, severity } of findings) {
    const { line } = range.start;
    // entries may hold others: the last one that begins before the finding and does not end before it
    let at = firstFrom(entries, line + 1, ({ idRange }) => idRange.start.line) - 1;
    while (at >= 0 && (entries[at]?.range.end.line ?? 0) < line) at--;
    const own = counts[at];
    if (own === undefined || severity === 'hint') continue;
    own.findings++;
    own.severity = gravestFirst.find((one) => one === severity || one === own.severity) ?? null;
  }
  return counts;
}

function toEntry(
  context: FeatureContext,
  definition: Definition,
  document: number,
  counts: Counts,
): WorkspaceEntry {
  const { id, uri, title, idRange, stub, deprecated, status } = definition;
  // what the report says of a runbook; it alone knows the fields of a whole document
  const scored =
    id.prefix === 'RUN' && hasBody(definition)
      ? scoreAt(context, uri, id.text, idRange.start.line)
      : undefined;
  const { iso } = readDate(definition.lastTested);
  const runs = stub || !hasBody(definition) ? null : runLines(context, uri, id.text);
  return {
    id: id.text,
    prefix: id.prefix,
    title,
    document,
    range: idRange,
    status: stub ? '' : status,
    owner: stub ? '' : (scored?.owner ?? definition.owner),
    days: scored === undefined ? (iso === '' ? null : daysBetween(iso, context.today())) : scored.test.days,
    deprecated,
    stub,
    hasBody: hasBody(definition),
    ...counts,
    runs: runs === null ? [] : linesOf(runs),
  };
}
