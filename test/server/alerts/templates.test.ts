/** Alert rules in templates of Helm and Go, and what of them is certain. */
import { describe, expect, test } from 'vitest';
import { readAlerts } from '../../../server/src/alerts/read-alerts';
import { toldAlerts } from '../../support/told-alerts';

describe('In templates', () => {
  test('values may begin with an expression', () => {
    expect(
      toldAlerts(`apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: {{ include "x.fullname" . }}-rules
  namespace: {{ .Release.Namespace }}
  labels: {{- include "x.labels" . | nindent 4 }}
    extra: a
spec:
  groups:
    - name: a
      rules:
        - alert: A
          expr: up{namespace="{{ .Release.Namespace }}"} == 0
          for: {{ .Values.for | default "5m" }}
          labels:
            severity: {{ .Values.severity }}
            team: ops
          annotations:
            runbook_url: {{ .Values.base }}/a.md
            summary: {{ $value | quote }} of 5
`),
    ).toEqual([
      'A: ?(up{namespace="{{ .Release.Namespace }}"} == 0) for ?({{ .Values.for | default "5m" }}) ' +
        '{severity=?({{ .Values.severity }}), team=ops} <runbook_url=?({{ .Values.base }}/a.md), summary=?({{ $value | quote }} of 5)>',
    ]);
  });

  test('directives stand on lines of their own, at any indentation', () => {
    expect(
      toldAlerts(`{{- if .Values.enabled }}
{{/* generated,
     over lines: {{ not an end */}}
groups:
  - rules:
{{- if not (.Values.off | has "A") }}
      - alert: A
        expr: |
          up == 0
          {{- if .Values.more }}
          and more
          {{- end }}
{{- else }}
        for: 5m
{{- end }}
        labels:
          {{- with .Values.x }}
          severity: critical
          {{- end }}
{{- end }}
      {{- range $name, $rule := .Values.rules }}
      - alert: {{ $name }}
        expr: {{ $rule.expr | quote }}
      {{- end }}
      - alert: C
        expr: |-
          c > 1
        {{- end }}
{{- end }}
`),
    ).toEqual([
      'A: ?(up == 0\n{{- if .Values.more }}\nand more\n{{- end }}) for 5m {severity=critical} <>',
      '?({{ $name }}): ?({{ $rule.expr | quote }}) {} <>',
      'C: c > 1 {} <>',
    ]);
  });

  test('what an include writes is not known', () => {
    expect(
      toldAlerts(`
- alert: A
  expr: a
  labels:
    severity: page
    {{- include "labels" . | nindent 4 }}
  annotations:
    x: y
- alert: B
  expr: b
  {{- toYaml .Values.rest | nindent 2 }}
- alert: C
  expr: c
  labels:
{{ toYaml .Values.labels | indent 4 }}
    team: a
  annotations: {{ toYaml .Values.annotations | nindent 4 }}
- alert: D
  expr: d
  labels:
    {{ .Values.key }}: v
  annotations:
    x: y
    {{- with .Values.extra }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
- alert: E
  expr: e
{{- include "more" . | nindent 0 }}
`),
    ).toEqual([
      'A: a {severity=page, …} <x=y>',
      'B: b {…} <…>',
      'C: c {team=a, …} <…>',
      'D: d {=v, …} <x=y, …>',
      'E: e {} <>',
    ]);
  });

  test('one rule may be a file, its name a literal of the same file', () => {
    const text = `{{- $alert := "PodGone" -}}
{{- if not (has $alert .Values.without) -}}
alert: {{ $alert }}
annotations:
  runbook_url: https://github.com/o/r/blob/main/docs/{{ $alert }}.md
  summary: '{{ $alert }} on {{ .Values.name }}'
expr: |
  gone > 1
labels:
  severity: critical
  {{- end }}
`;
    expect(toldAlerts(text)).toEqual([
      'PodGone: gone > 1 {severity=critical} ' +
        '<runbook_url=https://github.com/o/r/blob/main/docs/PodGone.md, summary=?(PodGone on {{ .Values.name }})>',
    ]);
    const [rule] = readAlerts(text, 'yaml').rules;
    expect([rule?.name.exact, rule?.name.span]).toEqual([
      false,
      { start: text.indexOf('{{ $alert }}'), end: text.indexOf('{{ $alert }}') + 12 },
    ]);
    expect(readAlerts(text, 'yaml').templated).toBe(true);
  });

  test.each([
    ['the last literal in front', '{{ $a := "A" }}\n{{ $a = "B" }}\n', 'B'],
    ['a literal in quotes', '{{- $a := `A` }}\n', 'A'],
    ['nothing where a branch has set it', '{{ $a := "A" }}\n{{ if .x }}\n{{ $a = "B" }}\n{{ end }}\n', null],
    ['nothing where a branch has made it', '{{ if .x }}\n{{ $a := "A" }}\n{{ end }}\n', null],
    [
      'the outer one behind a branch',
      '{{ $a := "A" }}\n{{ if .x }}\n{{ $a := "B" }}\n{{ else }}\n{{ end }}\n',
      'A',
    ],
    ['nothing where a call makes it', '{{ $a := printf "A" }}\n', null],
    ['nothing where a loop makes it', '{{ $a := "A" }}\n{{ range $a, $b := .x }}\n', null],
  ])('a variable is %s', (_, before, name) => {
    expect(readAlerts(`${before}alert: {{ $a }}\nexpr: b\n`, 'yaml').rules[0]?.name.value).toBe(name);
  });

  test('backticks and quotes are for what the alert itself fills in', () => {
    expect(
      toldAlerts(
        [
          '- alert: {{ "A" | quote }}',
          '  expr: a',
          '  annotations:',
          "    description: '{{`{{ $labels.pod }}`}} is gone'",
          '    summary: "{{ "{{" }} $value {{ "}}" }} of them"',
          '    other: {{ `{{ $value | printf "%.2f" }}` }}',
        ].join('\n'),
      ),
    ).toEqual([
      'A: a {} <description=?({{ $labels.pod }} is gone), summary=?({{ $value }} of them), other=?({{ $value | printf "%.2f" }})>',
    ]);
  });

  test('several expressions share a line', () => {
    expect(
      toldAlerts(`- alert: A
  expr: a
  for: {{ dig "A" "for" "5m" .Values.y }}{{ end }}
  {{- if .x }}
  labels: {severity: {{ .Values.s }}, team: "{{ .Values.t }}"}{{ end }}
  {{ if .b }}annotations: {{ else }}annotations: {{ end }}
    runbook_url: docs/a.md{{ end }}
- {{ if .c }}alert: B{{ end }}
  expr: {{ if .d }}x{{ else }}y{{ end }}
`),
    ).toEqual([
      'A: a for ?({{ dig "A" "for" "5m" .Values.y }}) {severity=?({{ .Values.s }}), team=?({{ .Values.t }})} <…>',
      'B: ?({{ if .d }}x{{ else }}y{{ end }}) {} <>',
    ]);
  });

  test('branches may give a key twice', () => {
    expect(
      toldAlerts(`- alert: A
  expr: a
  {{- if .x }}
  for: 5m
  {{- else }}
  for: 10m
  {{- end }}
  labels:
    {{- if .x }}
    severity: {{ .y }}
    {{- else }}
    severity: critical
    {{- end }}
`),
    ).toEqual(['A: a for ?(10m) {severity=?({{ .y }}), severity=critical} <>']);
  });

  test('a variable in a text is for that text alone', () => {
    expect(
      toldAlerts(`- alert: A
  expr: a
  annotations:
    summary: '{{ $a := "x" }}{{ $a }} is down'
- alert: B{{ $a }}
  expr: b
`),
    ).toEqual(['A: a {} <summary=?({{ $a := "x" }}{{ $a }} is down)>', '?(B{{ $a }}): b {} <>']);
  });

  test('of Jinja statements stand alone', () => {
    expect(
      toldAlerts(`{% if x %}
- alert: A
  expr: a
  annotations:
    summary: {% raw %}{{ $labels.instance }}{% endraw %} is down
    runbook_url: docs/{{ name }}.md
{% endif %}
`),
    ).toEqual([
      'A: a {} <summary=?({% raw %}{{ $labels.instance }}{% endraw %} is down), runbook_url=?(docs/{{ name }}.md)>',
    ]);
  });

  test('rules of Prometheus alone are no template', () => {
    const text = `- alert: A
  expr: a
  annotations:
    summary: "{{ $labels.x | humanize }} {{ if gt $value 1.0 }}many{{ end }}"
    description: |
      {{ range query "up" }}
      {{ .Labels.instance }}
      {{ end }}
      is down
`;
    expect(readAlerts(text, 'yaml').templated).toBe(false);
    expect(toldAlerts(text)).toEqual([
      'A: a {} <summary=?({{ $labels.x | humanize }} {{ if gt $value 1.0 }}many{{ end }}), ' +
        'description=?({{ range query "up" }}\n{{ .Labels.instance }}\n{{ end }}\nis down)>',
    ]);
    expect(readAlerts('{{ if .x }}\nalert: A\nexpr: b\n{{ end }}', 'yaml').templated).toBe(true);
  });
});
