/** What several rules about alerts ask of an alert file. */
import type { AddressOptions } from '../../alerts/addresses';
import type { AlertAddress, FileTarget } from '../../model/alert-document';
import type { AlertRule } from '../../model/alert-rule';
import type { Identifier } from '../../model/identifier';
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

/** An address that is followed, with the place that a finding about it has. */
export interface FollowedAddress<Target> {
  readonly rule: AlertRule;
  readonly address: AlertAddress;
  readonly target: Target;
  readonly span: Span;
}

/** The addresses of files with an exact place, each place once: aliases repeat what they stand for. */
export function* fileAddresses({ runbook }: RuleContext): Iterable<FollowedAddress<FileTarget>> {
  const seen = new Set<number>();
  for (const address of runbook.alerts?.addresses ?? []) {
    const { rule, target, field } = address;
    if (target.kind !== 'file') continue;
    const span = target.pathSpan ?? field.value.span;
    if (span === null || seen.has(span.start)) continue;
    seen.add(span.start);
    yield { rule, address, target, span };
  }
}

/** The identifiers that stand for addresses, with an exact place, each place once. */
export function* idAddresses({ runbook }: RuleContext): Iterable<FollowedAddress<Identifier>> {
  const seen = new Set<number>();
  for (const address of runbook.alerts?.addresses ?? []) {
    const { rule, target } = address;
    if (target.kind !== 'id' || target.span === null || seen.has(target.span.start)) continue;
    seen.add(target.span.start);
    yield { rule, address, target: target.id, span: target.span };
  }
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
