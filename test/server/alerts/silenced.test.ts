import { describe, expect, test } from 'vitest';
import { readAlerts } from '../../../server/src/alerts/read-alerts';

/** The names that are switched off for each rule. */
function off(text: string): (readonly string[] | 'all')[] {
  return readAlerts(text, 'yaml').rules.map(({ disabled }) => disabled);
}

const rule = (name: string, inside = ''): string => `- alert: ${name}\n  expr: up\n${inside}  for: 5m\n`;

describe('Comments that silence', () => {
  test('stand above a rule or in it, and speak of that one', () => {
    expect(off(`# runbook-disable a, b -- the drill\n${rule('A')}${rule('B')}`)).toEqual([['a', 'b'], []]);
    expect(off(rule('A') + rule('B', '  # runbook-disable a\n') + rule('C'))).toEqual([[], ['a'], []]);
    expect(
      off(`- alert: A # runbook-disable a\n  expr: up # runbook-disable-next-line b\n${rule('B')}`),
    ).toEqual([['a', 'b'], []]);
  });

  test('may be apart from the rule by other comments, blank lines and directives', () => {
    expect(off(`# runbook-disable a\n\n# why\n{{- if .x }}\n${rule('A')}`)).toEqual([['a']]);
    expect(off(`# runbook-disable a\nname: x\nrules:\n${rule('A')}`)).toEqual([[]]);
  });

  test('name nothing and mean all', () => {
    expect(off(`# runbook-disable\n${rule('A')}`)).toEqual(['all']);
    expect(off(`# runbook-disable -- noise\n${rule('A')}`)).toEqual(['all']);
  });

  test('speak of a stretch where it has an end, and of a file', () => {
    expect(
      off(`${rule('A')}# runbook-disable a\n${rule('B')}${rule('C')}# runbook-enable a\n${rule('D')}`),
    ).toEqual([[], ['a'], ['a'], []]);
    expect(off(`# runbook-disable-file a\nx:\n${rule('A')}${rule('B')}`)).toEqual([['a'], ['a']]);
  });

  test('are no other words', () => {
    expect(off(`# runbook-disabled a\n# not runbook-disable a\n${rule('A')}`)).toEqual([[]]);
  });
});
