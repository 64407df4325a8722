/** Alert rules in all forms of YAML that people write them in. */
import { describe, expect, test } from 'vitest';
import { readAlerts } from '../../../server/src/alerts/read-alerts';
import { toldAlerts } from '../../support/told-alerts';

/** The first rule of a text and what stands at its places. */
function placesOf(text: string): { name: string | null; values: (string | null)[] } {
  const [rule] = readAlerts(text, 'yaml').rules;
  const at = (span: { start: number; end: number } | null): string | null =>
    span === null ? null : text.slice(span.start, span.end);
  return {
    name: at(rule?.name.span ?? null),
    values: rule?.annotations.map(({ value }) => at(value.span)) ?? [],
  };
}

describe('Alert rules', () => {
  test('stand in groups of a rule file', () => {
    expect(
      toldAlerts(`
groups:
  - name: nodes
    interval: 30s
    rules:
      - record: node:up:sum
        expr: sum(up)
      - alert: NodeDown
        expr: up{job="node"} == 0
        for: 5m
        labels:
          severity: critical
          team: platform   # who is called
        annotations:
          summary: "Node {{ $labels.instance }} is down"
          runbook_url: https://docs.example/runbooks/node-down#first-look
      - alert: NodeSlow
        expr: |
          rate(x[5m])
            > 3

        annotations: {}
`),
    ).toEqual([
      'NodeDown: up{job="node"} == 0 for 5m {severity=critical, team=platform} ' +
        '<summary=?(Node {{ $labels.instance }} is down), runbook_url=https://docs.example/runbooks/node-down#first-look>',
      'NodeSlow: rate(x[5m])\n  > 3 {} <>',
    ]);
  });

  test('stand in objects of Kubernetes, several documents in a file', () => {
    expect(
      toldAlerts(`apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
spec:
  groups:
  - name: a
    rules:
    - alert: First
      expr: a
---
apiVersion: v1
kind: Service
--- # the third
kind: AlertingRule
spec:
  groups:
  - rules:
    - {alert: Second, expr: 'b > 1', for: 1m, labels: {severity: page}, annotations: {runbook_url: "docs/x.md#y"}}
`),
    ).toEqual(['First: a {} <>', 'Second: b > 1 for 1m {severity=page} <runbook_url=docs/x.md#y>']);
  });

  test('stand in values of charts at any depth, and alone in a file', () => {
    const values =
      'monitor:\n  enabled: true\n  extra:\n    rules:\n      gone: {alert: A, expr: b}\n      late:\n        expr: c\n        alert: D\n';
    expect(toldAlerts(values)).toEqual(['A: b {} <>', 'D: c {} <>']);
    expect(toldAlerts('alert: Alone\nexpr: up == 0\n')).toEqual(['Alone: up == 0 {} <>']);
  });

  test.each([
    ['a switch of a chart', 'rules:\n  alert: true\n  expr: x\n'],
    ['a schema', 'properties:\n  alert:\n    type: string\n  expr:\n    type: string\n'],
    ['a test of rules', 'alert_rule_test:\n  - alertname: X\n    exp_alerts: []\nexpr: y\n'],
    ['a recording rule', 'groups:\n- rules:\n  - record: alert:expr\n    expr: up\n'],
    ['keys of two maps', 'a:\n  alert: X\nb:\n  expr: y\n'],
  ])('are not %s', (_, text) => {
    expect(toldAlerts(text)).toEqual([]);
  });

  test('have quoted keys and JSON, as tools write them', () => {
    expect(
      toldAlerts('"groups":\n- "rules":\n  - "alert": "A"\n    "expr": |\n      b\n    "for": "5m"\n'),
    ).toEqual(['A: b for 5m {} <>']);
    expect(
      toldAlerts(
        '{\n  "groups": [\n    { "rules": [ { "alert": "A",\n      "expr": "b{x=\\"y\\"}" } ] }\n  ]\n}\n',
      ),
    ).toEqual(['A: b{x="y"} {} <>']);
  });

  test('have values on the lines below', () => {
    const text = `- alert: Folded
  expr: >-
    a
    and b

    or c
  annotations:
    runbook_url: >-
      https://docs.example/x.md
    other: |
      docs/y.md
    quoted: "two
      lines"
    plain: one
      and two
`;
    expect(toldAlerts(text)).toEqual([
      'Folded: a and b\nor c {} <runbook_url=https://docs.example/x.md, other=docs/y.md, quoted=two lines, plain=one and two>',
    ]);
    expect(placesOf(text).values.slice(0, 2)).toEqual(['https://docs.example/x.md', 'docs/y.md']);
    const [first, , third] = readAlerts(text, 'yaml').rules[0]?.annotations ?? [];
    expect([first?.value.exact, third?.value.exact]).toEqual([true, false]);
  });

  test('have no place where quotes hold escapes', () => {
    const text = `- alert: "A\\u0042"\n  expr: 'it''s'\n  annotations:\n    runbook_url: 'https://x/y'\n`;
    expect(toldAlerts(text)).toEqual(["AB: it's {} <runbook_url=https://x/y>"]);
    expect(placesOf(text)).toEqual({ name: null, values: ['https://x/y'] });
  });

  test('have anchors, aliases and merge keys', () => {
    expect(
      toldAlerts(`x-labels: &page
  severity: page
  team: a
groups:
  - rules: &rules
      - &base
        alert: A
        expr: b
        labels:
          <<: *page
          team: c
        annotations: &where { runbook_url: &url docs/a.md }
      - <<: *base
        alert: D
        annotations:
          runbook_url: *url
      - alert: E
        expr: f
        labels: *page
        annotations: *unknown
  - rules: *rules
`),
    ).toEqual([
      'A: b {severity=page, team=c} <runbook_url=docs/a.md>',
      'D: b {severity=page, team=c} <runbook_url=docs/a.md>',
      'E: f {severity=page, team=a} <…>',
    ]);
  });

  test('may say a key twice', () => {
    expect(
      toldAlerts('- alert: A\n  expr: b\n  labels:\n    severity: a\n    severity: b\n  expr: b\n'),
    ).toEqual(['A: b {severity=a, severity=b} <>']);
    expect(toldAlerts('- alert: A\n  expr: b\n  expr: c\n')).toEqual(['A: ?(c) {} <>']);
  });

  test('keep their places with CRLF, a mark at the beginning and other scripts', () => {
    const text =
      '\uFEFF# ── 警告 ──\r\n- alert: 磁盘\r\n  expr: up\r\n  annotations:\r\n    runbook: "文档/磁盘.md#步骤"  # ↑\r\n    url: |-\r\n      docs/x.md\r\n';
    expect(toldAlerts(text)).toEqual(['磁盘: up {} <runbook=文档/磁盘.md#步骤, url=docs/x.md>']);
    expect(placesOf(text)).toEqual({ name: '磁盘', values: ['文档/磁盘.md#步骤', 'docs/x.md'] });
    expect(toldAlerts('\uFEFFalert: A\r\nexpr: b')).toEqual(['A: b {} <>']);
  });

  test('do not say what a variable says', () => {
    expect(
      toldAlerts(`- alert: A\${suffix}
  expr: label_replace(up, "a", "$1", "b", "[[:alpha:]]+")
  labels:
    severity: '[[ .Severity ]]'
    team: "%(team)s"
    "[[ .Key ]]": x
  annotations:
    runbook_url: \${base}/a.md
`),
    ).toEqual([
      'A${suffix}: x'.replace('A${suffix}: x', '?(A${suffix}):') +
        ' label_replace(up, "a", "$1", "b", "[[:alpha:]]+") {severity=?([[ .Severity ]]), team=?(%(team)s), =x, …} <runbook_url=?(${base}/a.md)>',
    ]);
  });

  test('may be empty where somebody types', () => {
    const text = '- alert:\n  expr: \n  annotations:\n    runbook_url:\n    other: ""\n';
    expect(toldAlerts(text)).toEqual([':  {} <runbook_url=, other=>']);
    const [url, other] = readAlerts(text, 'yaml').rules[0]?.annotations ?? [];
    expect([url?.value.span, other?.value.span]).toEqual([
      { start: text.indexOf('url:') + 4, end: text.indexOf('url:') + 4 },
      { start: text.indexOf('""') + 1, end: text.indexOf('""') + 1 },
    ]);
  });

  test('are read around what is broken', () => {
    expect(
      toldAlerts(`groups:
  - name: a
    rules:
      - alert: A
        expr: "not closed
        for: 5m
        labels: {severity: page
        annotations:
          runbook_url: 'docs/a.md
          other: [x, y
      - alert: B
          expr: too far in
         for: 1m
        what is this
       labels:
          severity: page
      - alert: C
        expr: c
    stray
\t- alert: D
\t  expr: d
`),
    ).toEqual([
      'A: ?(not closed) for 5m {…} <runbook_url=?(docs/a.md), other=?()>',
      'B: too far in for 1m {severity=page} <>',
      'C: c {} <>',
      'D: d {} <>',
    ]);
  });
});

describe('Other systems', () => {
  test('Grafana calls the name a title and has the expression in a query', () => {
    expect(
      toldAlerts(`apiVersion: 1
groups:
  - orgId: 1
    folder: shop
    rules:
      - uid: abc
        title: Checkout is slow
        condition: C
        data:
          - refId: A
            model:
              expr: checkout_seconds
          - refId: C
            model: {type: threshold}
        for: 10m
        labels: { severity: page }
        annotations:
          runbook_url: docs/checkout.md
`),
    ).toEqual(['Checkout is slow: checkout_seconds for 10m {severity=page} <runbook_url=docs/checkout.md>']);
  });

  test('sloth makes two alerts of an objective', () => {
    const alerting = `
    objective: 99.9
    alerting:
      name: ShopErrors
      labels: { team: shop }
      annotations:
        runbook: docs/shop.md
      page_alert:
        labels:
          severity: critical
      ticket_alert:
        annotations: { runbook: docs/tickets.md }
`;
    expect(toldAlerts(`version: prometheus/v1\nslos:\n  - name: x${alerting}`)).toEqual([
      'ShopErrors: ?() {team=shop, severity=critical, sloth_severity=page} <runbook=docs/shop.md>',
      'ShopErrors: ?() {team=shop, sloth_severity=ticket} <runbook=docs/tickets.md>',
    ]);
    const object = `kind: PrometheusServiceLevel\nspec:\n  slos:\n  - name: x${alerting}`;
    expect(
      toldAlerts(
        object
          .replace('page_alert', 'pageAlert')
          .replace(/ticket_alert:\n.*\n/, 'ticketAlert:\n        disable: true\n'),
      ),
    ).toEqual(['ShopErrors: ?() {team=shop, severity=critical, sloth_severity=page} <runbook=docs/shop.md>']);
  });

  test('OpenSLO has policies', () => {
    expect(
      toldAlerts(`apiVersion: openslo/v1
kind: AlertPolicy
metadata:
  name: checkout-burn
  annotations:
    runbook: docs/checkout.md
spec:
  conditions:
    - kind: AlertCondition
      spec:
        severity: page
`),
    ).toEqual(['checkout-burn: ?() {severity=page} <runbook=docs/checkout.md>']);
  });
});
