/** An alert that leads to the runbook of another alert, although it has one of its own. */
import { definitionMeant, followAddress } from '../../../index/alert-target';
import type { ClaimSummary } from '../../../index/alert-summary';
import type { AlertAddress } from '../../../model/alert-document';
import { keyOf } from '../../../model/identifier';
import { shownPath } from '../../shared/alert-addresses';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface OthersRunbook extends Match {
  readonly name: string;
  readonly other: string;
  /** The file or entry that is about the alert. */
  readonly own: string;
}

const messages = new Messages({
  other: 'This is the runbook of {other}. Use {own}, which is about {name}.',
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
      const other = onlyAlertOf(claimsAt(address, context) ?? []);
      if (other === null || isSame(other, name) || context.workspace.alerts.named(other).length === 0)
        continue;
      const own = ownRunbook(name, context);
      if (own === null) continue;
      seen.add(span.start);
      yield { span, name, other, own };
    }
  },
  message: ({ name, other, own }) => messages.of('other', { name, other, own }),
});

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The alert that claims speak of; null where they speak of several or of none. */
function onlyAlertOf([first, ...others]: readonly ClaimSummary[]): string | null {
  return first === undefined || others.some(({ name }) => !isSame(name, first.name)) ? null : first.name;
}

/** What is said of alerts in the place to which an address leads; null where that cannot be told, or is there for several. */
function claimsAt({ target }: AlertAddress, context: RuleContext): readonly ClaimSummary[] | null {
  const { workspace } = context;
  if (target.kind === 'id') {
    const key = keyOf(target.id);
    const uri = workspace.definition(key)?.uri ?? '';
    return workspace.document(uri)?.claims.filter(({ entry }) => entry === key) ?? null;
  }
  if (target.kind !== 'file') return null;
  const found = followAddress(target, context);
  if (found.kind !== 'document') return null;
  const { claims } = found.summary;
  const { fragment } = target;
  // a page that speaks of several alerts is a runbook for all of them
  if (fragment === null) return onlyAlertOf(claims) === null ? null : claims.filter(({ ofPage }) => ofPage);
  const key = definitionMeant(fragment, workspace)?.key;
  return claims.filter(({ entry, slug }) =>
    key === undefined ? slug === fragment.toLowerCase() : entry === key,
  );
}

/** What is about an alert: an entry by its identifier, or a page by its path. */
function ownRunbook(name: string, { workspace }: RuleContext): string | null {
  for (const { uri, entry, ofPage, slug } of workspace.alerts.claimsOf(name)) {
    if (entry.startsWith('MON-')) continue;
    const summary = workspace.document(uri);
    if (summary === undefined || summary.quiet) continue;
    if (entry !== '') return workspace.definition(entry)?.id.text ?? entry;
    if (ofPage) return shownPath(summary.path);
    if (slug !== '') return `${shownPath(summary.path)}#${slug}`;
  }
  return null;
}
