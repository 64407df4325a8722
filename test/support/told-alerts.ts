/** What the reader of alert rules says of a text, in one line for each rule, and whether the places that it tells of are true. */
import { expect } from 'vitest';
import type { AlertSource } from '../../server/src/alerts/look';
import { readAlerts } from '../../server/src/alerts/read-alerts';
import type { AlertField, AlertFile, AlertRule, AlertText } from '../../server/src/model/alert-rule';

/**
 * One line a rule: `Name: expr for 5m {severity=page} <runbook_url=https://…>`. What is not known is `?` with its raw text in
 * brackets; `…` stands where there may be more.
 */
export function toldAlerts(text: string, source: AlertSource = 'yaml'): string[] {
  const file = readAlerts(text, source);
  expectTruePlaces(file);
  return file.rules.map(toldRule);
}

function toldRule({ name, expr, duration, ...rule }: AlertRule): string {
  const parts = [`${told(name)}:`, told(expr)];
  if (duration !== null) parts.push('for', told(duration));
  parts.push(
    `{${fields(rule.labels, rule.labelsKnown)}}`,
    `<${fields(rule.annotations, rule.annotationsKnown)}>`,
  );
  if (rule.disabled === 'all' || rule.disabled.length > 0) parts.push(`off: ${String(rule.disabled)}`);
  return parts.join(' ');
}

function fields(all: readonly AlertField[], known: boolean): string {
  return [...all.map(({ name, value }) => `${name}=${told(value)}`), ...(known ? [] : ['…'])].join(', ');
}

function told({ value, raw }: AlertText): string {
  return value ?? `?(${raw})`;
}

/** Whether each exact place holds what is said of it, and all places lie in the text and in their rule. */
export function expectTruePlaces({ text, rules }: AlertFile): void {
  for (const rule of rules) {
    const texts = [
      rule.name,
      rule.expr,
      rule.duration,
      ...[...rule.labels, ...rule.annotations].map(({ value }) => value),
    ];
    for (const one of texts) {
      if (one?.span == null) continue;
      const { start, end } = one.span;
      expect([start <= end, start >= 0, end <= text.length]).toEqual([true, true, true]);
      if (one.exact) expect(text.slice(start, end)).toBe(one.raw);
    }
    if (rule.span !== null) expect(rule.span.end).toBeLessThanOrEqual(text.length);
  }
}
