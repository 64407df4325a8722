/** Texts of alert files for properties: made of the lines that people write, whole and torn. */
import fc from 'fast-check';

const words = fc.constantFrom(
  'up == 0',
  'critical',
  '{{ $labels.x }}',
  '{{ .Values.a }}/x.md',
  '{{ $a }}',
  'docs/a.md#b',
  '"a b"',
  '"a\\n"',
  "'it''s'",
  "'{{`{{ $value }}`}}'",
  '"open',
  '{a: b, c: "d"}',
  '[a, b',
  '|',
  '>-',
  '*x',
  '&x',
  '',
  'ü 漢 # no',
  'null',
);

const rest = fc.constantFrom(
  '{{- if .x }}',
  '{{- end }}',
  '{{ toYaml .y | nindent 8 }}',
  '{{- $a := "A" }}',
  '# note',
  '',
  '---',
  '<<: *x',
);

const keys = fc.constantFrom(
  'alert',
  'expr',
  'for',
  'labels',
  'annotations',
  'severity',
  'runbook_url',
  'rules',
  'data',
  '{{ .k }}',
);

const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(keys, words).map(([key, word]) => `${key}: ${word}`) },
  { weight: 2, arbitrary: fc.tuple(keys, words).map(([key, word]) => `- ${key}: ${word}`) },
  { weight: 2, arbitrary: rest },
  { weight: 1, arbitrary: words },
);

const places = fc
  .tuple(fc.constantFrom(0, 2, 4, 4, 6, 6, 8, 10), line)
  .map(([indent, words]) => ' '.repeat(indent) + words);

/** Lines in any order and at any indentation. */
export const tornAlertText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(places, { maxLength: 40 }),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.constantFrom('', '\uFEFF'),
  )
  .map(([lines, end, mark]) => `${mark}${lines.join(end)}${end}# alert: expr:`);

const value = fc.constantFrom(
  'docs/a.md',
  "'docs/b.md#c'",
  '"docs/ü.md"',
  '>-\n          docs/d.md',
  '{{ .Values.x }}/y.md',
  '|\n          docs/e.md\n\n          more',
);

const rule = fc
  .record({
    name: fc.stringMatching(/^[A-Z][a-z]{2,8}$/),
    url: value,
    severity: fc.constantFrom('critical', 'page', '{{ .Values.s }}'),
    more: fc.constantFrom('', '      {{- if .x }}\n', '      # why\n', '      for: 5m\n'),
  })
  .map(
    ({ name, url, severity, more }) =>
      `    - alert: ${name}\n      expr: |\n        up == 0\n${more}      labels:\n        severity: ${severity}\n${more.includes('if') ? '      {{- end }}\n' : ''}      annotations:\n        runbook_url: ${url}\n`,
  );

/** Files as people write them. */
export const alertFileText: fc.Arbitrary<string> = fc
  .array(rule, { minLength: 1, maxLength: 6 })
  .map((rules) => `groups:\n  - name: a\n    rules:\n${rules.join('')}  - name: b\n`);
