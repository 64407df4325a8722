/** What holds for any text: reading never fails, places are true, and memory shows in no answer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { anyString } from '../../support/any-string';
import { AlertMemory } from '../../../server/src/alerts/alert-memory';
import type { AlertSource } from '../../../server/src/alerts/look';
import { readAlerts } from '../../../server/src/alerts/read-alerts';
import { alertFileText, tornAlertText } from '../../support/alert-texts';
import { runs } from '../../support/runs';
import { expectTruePlaces } from '../../support/told-alerts';

const sources = fc.constantFrom<AlertSource>('yaml', 'terraform', 'jsonnet', 'go');
const anyText = fc.oneof(tornAlertText, alertFileText, anyString({ maxLength: 200 }));

/** Edits by parts of the text, as fractions of it, and what comes in their place. */
const edits = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(0, 0, 1, 5, 30),
    fc.constantFrom(
      '',
      'x',
      '\n',
      ' ',
      '"',
      ': ',
      '\n        a: b',
      '{{ .x }}',
      '{{',
      '#',
      '\n    - alert: N\n      expr: m',
      '- ',
      '{{- end }}',
    ),
  ),
  { minLength: 1, maxLength: 8 },
);

function edited(text: string, at: number, length: number, inserted: string): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + inserted + text.slice(start + length);
}

describe('Any text', () => {
  test('is read, and each place holds what is said of it', () => {
    fc.assert(
      fc.property(anyText, sources, (text, source) => {
        expectTruePlaces(readAlerts(text, source));
      }),
      { numRuns: runs(3000) },
    );
  });

  test('is read as if nothing had been read before', () => {
    fc.assert(
      fc.property(anyText, edits, (first, all) => {
        const memory = new AlertMemory();
        let text = first;
        readAlerts(text, 'yaml', memory);
        for (const [at, length, inserted] of all) {
          text = edited(text, at, length, inserted);
          const fresh = readAlerts(text, 'yaml');
          const { rules, templated } = readAlerts(text, 'yaml', memory);
          expect({ rules, templated }).toEqual({ rules: fresh.rules, templated: fresh.templated });
        }
      }),
      { numRuns: runs(2000) },
    );
  });
});

/** Texts of any characters that a person can type, without brackets of templates. */
const said = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.stringMatching(/^[ \n"'#:&*!|>%@\\,[\]?a-z-]{1,30}$/),
    fc.lorem({ maxCount: 30 }),
  )
  .map((text) => text.replace(/[^\n\P{C}]|[{}\u2028\u2029]/gu, '').trim())
  .filter((text) => text !== '' && !/^\s|\[\[|^(?:true|false)$/u.test(text));
const named = fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), said, { maxKeys: 4 });
const ruleValue = fc.record({ alert: said, expr: said, for: said, labels: named, annotations: named });
const style = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 40, 80),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
    'BLOCK_LITERAL' as const,
    'BLOCK_FOLDED' as const,
  ),
  defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const),
  collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
});

describe('What the YAML library writes', () => {
  test('is read as it was meant', () => {
    fc.assert(
      fc.property(fc.array(ruleValue, { minLength: 1, maxLength: 3 }), style, (values, options) => {
        const groups = { groups: [{ name: 'a', rules: values }] };
        const text = stringify(groups, { ...options, aliasDuplicateObjects: false });
        // it does not always write what it would read
        const document = parseDocument(text, { schema: 'failsafe' });
        fc.pre(document.errors.length === 0 && JSON.stringify(document.toJS()) === JSON.stringify(groups));
        const file = readAlerts(text, 'yaml');
        expectTruePlaces(file);
        const read = file.rules.map(({ name, expr, duration, labels, annotations }) => ({
          alert: name.raw,
          expr: expr.raw,
          for: duration?.raw,
          labels: Object.fromEntries(labels.map((label) => [label.name, label.value.raw])),
          annotations: Object.fromEntries(annotations.map((one) => [one.name, one.value.raw])),
        }));
        expect(read).toEqual(values);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('A file of rules', () => {
  test('has all of them', () => {
    fc.assert(
      fc.property(alertFileText, (text) => {
        const { rules } = readAlerts(text, 'yaml');
        const names = [...text.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
        expect(rules.map(({ name }) => name.value)).toEqual(names);
        for (const { labelsKnown, annotations, annotationsAt } of rules) {
          expect([labelsKnown, annotations.map(({ name }) => name)]).toEqual([true, ['runbook_url']]);
          expect(annotationsAt).not.toBeNull();
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test('is read anew by the rule that changed', () => {
    const item = (index: number): string =>
      `  - alert: A${String(index)}\n    expr: up\n    annotations:\n      runbook_url: docs/a.md\n`;
    const rules = Array.from({ length: 50 }, (_, index) => item(index));
    const memory = new AlertMemory();
    const before = readAlerts(`rules:\n${rules.join('')}`, 'yaml', memory);
    rules[20] = item(20).replace('a.md', 'longer.md');
    const text = `rules:\n${rules.join('')}`;
    const after = readAlerts(text, 'yaml', memory);
    // what is in front of it is the same object
    expect(after.rules[19]).toBe(before.rules[19]);
    expect(after.rules[20]).not.toBe(before.rules[20]);
    expect(after.rules).toEqual(readAlerts(text, 'yaml').rules);
  });
});
