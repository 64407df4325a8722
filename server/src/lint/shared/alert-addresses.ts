/** What several rules about alerts ask of an alert file. */
import type { AddressOptions } from '../../alerts/addresses';
import type { AlertAddress, FileTarget, IdTarget } from '../../model/alert-document';
import type { AlertField, AlertRule } from '../../model/alert-rule';
import { groupBy } from '../../text/group-by';
import { rememberOf } from '../../text/remember';
import type { Span } from '../../text/span';
import type { RuleContext } from '../rule';

/** The addresses of an alert rule. */
export function addressesOf({ runbook }: RuleContext, rule: AlertRule): readonly AlertAddress[] {
  return addressesByRule(runbook).get(rule) ?? [];
}

const addressesByRule = rememberOf(
  ({ alerts }: RuleContext['runbook']): ReadonlyMap<AlertRule, readonly AlertAddress[]> =>
    groupBy(alerts?.addresses ?? [], ({ rule }) => rule),
);

/** Whether an alert rule names a runbook, and not a placeholder for one. */
export function namesRunbook(context: RuleContext, rule: AlertRule): boolean {
  return addressesOf(context, rule).some(({ target }) => target.kind !== 'unset');
}

/** An address that can be followed, with the place that a finding about it has. */
export interface FollowedAddress {
  readonly address: AlertAddress;
  readonly target: FileTarget | IdTarget;
  readonly span: Span;
}

/** The addresses that can be followed and have a place, each place once: aliases repeat what they stand for. */
export function* followedAddresses({ runbook }: RuleContext): Iterable<FollowedAddress> {
  const seen = new Set<number>();
  for (const address of runbook.alerts?.addresses ?? []) {
    const { target, field } = address;
    if (target.kind !== 'file' && target.kind !== 'id') continue;
    const span = (target.kind === 'file' ? target.pathSpan : target.span) ?? field.value.span;
    if (span === null || seen.has(span.start)) continue;
    seen.add(span.start);
    yield { address, target, span };
  }
}

/** Where a finding about what an annotation or a label says is shown: there, or at its name where it says nothing. */
export function saidAt({ nameSpan, value: { span } }: AlertField): Span | null {
  return span === null || span.start === span.end ? nameSpan : span;
}

/** What decides where addresses lead. */
export function addressOptions({ configuration, remotes }: RuleContext): AddressOptions {
  return { addresses: configuration.addresses, remotes };
}

/** Severities that page somebody wherever nothing else is said. */
const alwaysPaging: ReadonlySet<string> = new Set([
  'page',
  'pager',
  'p0',
  'p1',
  'sev0',
  'sev1',
  'emergency',
  'disaster',
]);

/** Whether an alert of a severity (lower case) pages somebody. */
export function pages(severity: string, { configuration, workspace }: RuleContext): boolean {
  const paging = configuration.alerts?.paging ?? null;
  if (paging !== null) return paging.some((one) => one.toLowerCase() === severity);
  return alwaysPaging.has(severity) || (severity === 'critical' && !workspace.alerts.facts.usesPage);
}

/** How an alert is called in messages. */
export function nameOf({ name }: AlertRule): string {
  return name.value ?? name.raw;
}

/** Longest path that messages show as it is, in UTF-16 units. */
const longestShown = 32;

/** A path by its last parts, where it is long: those say what it is to be. */
export function shownPath(path: string): string {
  const at = path.indexOf('/', Math.min(path.length - longestShown + 1, path.lastIndexOf('/')));
  return path.length > longestShown && at > 0 ? `…${path.slice(at)}` : path;
}
