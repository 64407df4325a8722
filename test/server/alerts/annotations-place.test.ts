/** Where a new annotation is written, and that nothing else of the rule changes by it. */
import { describe, expect, test } from 'vitest';
import { readAlerts } from '../../../server/src/alerts/read-alerts';
import { toldAlerts } from '../../support/told-alerts';

/** The text with an annotation written where the reader says; null where it says nothing. */
function annotated(text: string, index = 0): string | null {
  const place = readAlerts(text, 'yaml').rules[index]?.annotationsAt;
  if (place == null) return null;
  const { offset, indent, hasMap } = place;
  const lines = hasMap ? [`${indent}new: x`] : [`${indent}annotations:`, `${indent}  new: x`];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return text.slice(0, offset) + lines.map((line) => eol + line).join('') + text.slice(offset);
}

describe('A new annotation', () => {
  test('follows the others', () => {
    const text =
      'rules:\n  - alert: A\n    expr: b\n    annotations:\n      a: |\n        x\n        y # no comment\n\n    for: 5m\n  - alert: B\n    expr: c\n';
    expect(annotated(text)).toBe(text.replace('y # no comment', 'y # no comment\n      new: x'));
    expect(annotated('alert: A\nexpr: b\nannotations:\n    a: x # why')).toBe(
      'alert: A\nexpr: b\nannotations:\n    a: x # why\n    new: x',
    );
  });

  test('comes with a map of its own where there is none', () => {
    const text = '- alert: A\r\n  expr: |\r\n    b\r\n\r\n  # next\r\n- alert: B\r\n  expr: c\r\n';
    expect(annotated(text)).toBe(text.replace('    b\r\n', '    b\r\n  annotations:\r\n    new: x\r\n'));
    expect(annotated(text, 1)).toBe(`${text.trimEnd()}\r\n  annotations:\r\n    new: x\r\n`);
  });

  test('fills a key without value', () => {
    expect(annotated('- alert: A\n  annotations:\n  expr: b\n')).toBe(
      '- alert: A\n  annotations:\n    new: x\n  expr: b\n',
    );
  });

  test('stands where no branch of a template has a say', () => {
    const text =
      '- alert: A\n  expr: b\n  annotations:\n    a: x\n    {{- if .y }}\n    b: y\n    {{- end }}\n';
    expect(annotated(text)).toBe(text.replace('annotations:', 'annotations:\n    new: x'));
    const none = '- alert: A\n  {{- if .y }}\n  expr: b\n  {{- else }}\n  expr: c\n  {{- end }}\n';
    expect(annotated(none)).toBe(none.replace('alert: A', 'alert: A\n  annotations:\n    new: x'));
  });

  test.each([
    ['a map in brackets', '- alert: A\n  expr: b\n  annotations: {a: b}\n'],
    ['a rule in brackets', '- {alert: A, expr: b}\n'],
    ['an alias', 'x: &x\n  a: b\n\n\nr:\n- alert: A\n  expr: b\n  annotations: *x\n'],
    ['merged annotations', 'x: &x\n  annotations:\n    a: b\nr:\n- alert: A\n  expr: b\n  <<: *x\n'],
    [
      'an include in the place of the map',
      '- alert: A\n  expr: b\n  annotations: {{ toYaml .x | nindent 4 }}\n',
    ],
    ['an include below the key', '- alert: A\n  expr: b\n  annotations:\n    {{- toYaml .x | nindent 4 }}\n'],
    ['an include beside the keys', '- alert: A\n  expr: b\n  {{- include "x" . | nindent 2 }}\n'],
    ['a text in quotes', JSON.stringify('- alert: A\n  expr: b\n  annotations:\n    a: b\n')],
  ])('has no place in %s', (_, text) => {
    expect(toldAlerts(text)).toHaveLength(1);
    expect(annotated(text)).toBeNull();
  });
});
