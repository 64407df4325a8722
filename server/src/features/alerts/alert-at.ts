/** What of an alert rule stands at an offset of an alert file. Knows nothing of where addresses lead. */
import type { AlertAddress } from '../../model/alert-document';
import type { AlertRule } from '../../model/alert-rule';
import type { Runbook } from '../../model/runbook';
import { touches, type Span } from '../../text/span';

/** An address that an offset (UTF-16) is in, with the place of its value. */
export interface PlacedAddress {
  readonly address: AlertAddress;
  readonly span: Span;
}

/** The address that an offset is in, or right behind; null for none, and where it has no place. */
export function addressAt({ alerts }: Runbook, offset: number): PlacedAddress | null {
  for (const address of alerts?.addresses ?? []) {
    const { span } = address.field.value;
    if (span !== null && touches(span, offset)) return { address, span };
  }
  return null;
}

/** The rule whose name an offset is in. */
export function nameAt({ alerts }: Runbook, offset: number): { rule: AlertRule; span: Span } | null {
  for (const rule of alerts?.rules ?? []) {
    const { span } = rule.name;
    if (span !== null && touches(span, offset)) return { rule, span };
  }
  return null;
}

/** The innermost rule that an offset is in. */
export function ruleAt({ alerts }: Runbook, offset: number): AlertRule | null {
  let found: AlertRule | null = null;
  for (const rule of alerts?.rules ?? []) {
    if (rule.span === null || !touches(rule.span, offset)) continue;
    if (found?.span == null || rule.span.start >= found.span.start) found = rule;
  }
  return found;
}
