/** Rule files inside of strings, as ConfigMaps and other objects have them. */
import { describe, expect, test } from 'vitest';
import { readAlerts } from '../../../server/src/alerts/read-alerts';
import { toldAlerts } from '../../support/told-alerts';

const inner = `groups:
- name: a
  rules:
  - alert: A
    expr: |
      up
        == 0
    annotations:
      runbook_url: >-
        docs/a.md
`;

/** A text moved to the right. */
function indented(text: string, columns: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(columns));
}

describe('Rules inside of strings', () => {
  test('have their places in a block scalar', () => {
    const text = `kind: ConfigMap\ndata:\n  # the rules\n  alerts.yaml: |-\n${indented(inner, 4)}  other: |\n    alert: x\n`;
    expect(toldAlerts(text)).toEqual(['A: up\n  == 0 {} <runbook_url=docs/a.md>']);
    const [rule] = readAlerts(text, 'yaml').rules;
    const span = rule?.annotations[0]?.value.span;
    expect(text.slice(span?.start, span?.end)).toBe('docs/a.md');
    expect(rule?.annotationsAt).toEqual({
      offset: text.indexOf('docs/a.md') + 9,
      indent: ' '.repeat(10),
      hasMap: true,
    });
  });

  test('may lie in strings within strings, and in several documents', () => {
    const twice = `kind: List\nitems:\n- data: |\n${indented(`kind: ConfigMap\ndata:\n  a: |\n${indented(inner, 4)}`, 4)}`;
    expect(toldAlerts(twice)).toEqual(['A: up\n  == 0 {} <runbook_url=docs/a.md>']);
    const two = `a: |\n${indented(`---\n${inner}---\n${inner}`, 2)}`;
    expect(toldAlerts(two)).toHaveLength(2);
  });

  test('have no place in quotes and in folded text', () => {
    const quoted = `data:\n  alerts.yaml: ${JSON.stringify(inner)}\n  b: 'groups:\n\n    - alert: B\n\n    \n      expr: c'\n`;
    const { rules } = readAlerts(quoted, 'yaml');
    expect(toldAlerts(quoted)[0]).toBe('A: up\n  == 0 {} <runbook_url=docs/a.md>');
    expect(rules[0]).toMatchObject({ span: null, annotationsAt: null, name: { span: null, exact: false } });
  });

  test('are read in templates', () => {
    const text = `data:\n  alerts.yaml: |\n    {{- if .Values.x }}\n${indented(inner, 4)}    {{- end }}\n{{ .Files.Get "more.yaml" | indent 4 }}\n`;
    expect(toldAlerts(text)).toEqual(['A: up\n  == 0 {} <runbook_url=docs/a.md>']);
  });

  test('are not in force in the notes of an object, which hold samples and copies of it', () => {
    const notes = `kind: ClusterServiceVersion\nmetadata:\n  annotations:\n    alm-examples: |-\n${indented(inner, 6)}`;
    expect(toldAlerts(notes)).toEqual([]);
    expect(toldAlerts(`${notes}spec:\n  rules: |\n${indented(inner, 4)}`)).toHaveLength(1);
  });
});
