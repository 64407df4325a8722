/** An alert that leads to the runbook of another alert, although it has one of its own. */
import { definitionMeant, followAddress } from '../../../index/alert-target';
import type { ClaimSummary } from '../../../index/alert-summary';
import type { Summary } from '../../../index/summary';
import type { AlertAddress } from '../../../model/alert-document';
import { keyOf } from '../../../model/identifier';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface OthersRunbook extends Match {
  readonly name: string;
  readonly other: string;
  /** The file or entry that is about the alert. */
  readonly own: string;
}

const messages = new Messages({
  other: '{name} leads to the runbook of {other}, and {own} is about {name}. Correct the address.',
});

export const alertRunbookMismatch = defineRule<OthersRunbook>({
  meta: {
    name: 'alert-runbook-mismatch',
    summary: 'An alert rule that leads to the runbook of another alert',
    severity: 'warning',
    scope: 'alerts',
    since: '0.1.0',
    group: 'alerts',
  },
  *find(context) {
    const seen = new Set<number>();
    for (const address of context.runbook.alerts?.addresses ?? []) {
      const name = address.rule.name.value;
      const { span } = address.field.value;
      if (name === null || span === null || seen.has(span.start)) continue;
      seen.add(span.start);
      const [claimed, ...more] = claimedAt(address, context);
      if (claimed === undefined || more.length > 0 || sameName(claimed, name)) continue;
      const own = ownRunbook(name, context);
      if (own === null || context.workspace.alerts.named(claimed).length === 0) continue;
      yield { span, name, other: claimed, own };
    }
  },
  message: ({ name, other, own }) => messages.of('other', { name, other, own }),
});

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The names of the alerts that the place says it is about to which an address leads, each once. */
function claimedAt({ target }: AlertAddress, context: RuleContext): readonly string[] {
  const { workspace } = context;
  if (target.kind === 'id') {
    const definition = workspace.definition(keyOf(target.id));
    const summary = definition === undefined ? undefined : workspace.document(definition.uri);
    return summary === undefined ? [] : namesOf(summary, ({ entry }) => entry === keyOf(target.id));
  }
  if (target.kind !== 'file') return [];
  const found = followAddress(target, context);
  if (found.kind !== 'document') return [];
  const { summary } = found;
  const { fragment } = target;
  // a page that speaks of several alerts is a runbook for all of them
  if (fragment === null)
    return namesOf(summary, () => true).length > 1 ? [] : namesOf(summary, ({ ofPage }) => ofPage);
  const key = definitionMeant(fragment, workspace)?.key ?? '';
  return namesOf(summary, ({ entry, slug }) =>
    key === '' ? slug === fragment.toLowerCase() : entry === key,
  );
}

function namesOf({ claims }: Summary, test: (claim: ClaimSummary) => boolean): readonly string[] {
  return [...new Map(claims.filter(test).map(({ name }) => [name.toLowerCase(), name])).values()];
}

/** What is about an alert: an entry by its identifier, or a page by its path. */
function ownRunbook(name: string, { workspace }: RuleContext): string | null {
  for (const { uri, entry, ofPage, slug } of workspace.alerts.claimsOf(name)) {
    if (entry.startsWith('MON-')) continue;
    const summary = workspace.document(uri);
    if (summary === undefined || summary.quiet) continue;
    if (entry !== '') return workspace.definition(entry)?.id.text ?? entry;
    if (ofPage) return summary.path;
    if (slug !== '') return `${summary.path}#${slug}`;
  }
  return null;
}
