/** Alert rules in Terraform and Jsonnet. */
import { describe, expect, test } from 'vitest';
import { readAlerts } from '../../../server/src/alerts/read-alerts';
import { toldAlerts } from '../../support/told-alerts';

describe('In Jsonnet', () => {
  test('rules are objects, of which literal texts are known', () => {
    const text = `local config = import 'config.libsonnet';
{
  _config+:: { selector: 'job="x"' },  // { alert: 'No', expr: 'no' }
  prometheusAlerts+:: {
    groups+: [
      {
        name: 'shop',
        rules: [
          {
            alert: 'ShopDown',
            expr: |||
              up{%(selector)s} == 0
                and on() vector(1)
            ||| % $._config,
            'for': '5m',
            labels: { severity: 'critical', team: $._config.team },
            annotations+: {
              summary: 'It\\'s down',
              "runbook_url": 'https://docs.example/shop-down',
              description: 'a' + 'b',
            },
          },
          { alert: config.name, expr: 'b', labels: { ['x']: 'y', severity: if true then 'a' else 'b' } },
        ] + [ { alert: 'Slow%s' % s, expr: 'c', annotations: base + { runbook: 'r' } } for s in ['A'] ],
      },
    ],
  },
}
`;
    expect(toldAlerts(text, 'jsonnet')).toEqual([
      "ShopDown: ?() for 5m {severity=critical, team=?()} <summary=?(It\\'s down), runbook_url=https://docs.example/shop-down, description=?(), …>",
      '?(): b {=y, severity=?(), …} <…>',
      '?(): c {} <…>',
    ]);
    const [rule] = readAlerts(text, 'jsonnet').rules;
    const span = rule?.annotations[1]?.value.span;
    expect(text.slice(span?.start, span?.end)).toBe('https://docs.example/shop-down');
    expect(rule?.annotationsAt).toBeNull();
  });

  test('brackets that are left open cost what is in them', () => {
    expect(toldAlerts("{ a: [ { alert: 'A', expr: (b }, { alert: 'C', expr: 'd' } ] }", 'jsonnet')).toEqual([
      'A: ?() {} <…>',
      'C: d {} <…>',
    ]);
  });
});

test.each(['jsonnet', 'terraform'] as const)(
  'what stands in too many brackets of %s is passed',
  (language) => {
    const rule = (name: string): string => `{ alert: "${name}", expr: "b" }`;
    const deep = (count: number, words: string): string => `${'['.repeat(count)}${words}${']'.repeat(count)}`;
    const text = `{ a: [\n${deep(150, rule('Deep'))},\n${deep(100_000, rule('Lost'))},\n${rule('Last')} ] }`;
    expect(toldAlerts(text, language).map((told) => told.split(':')[0])).toEqual(['Deep', 'Last']);
  },
);

describe('In Terraform', () => {
  test('rule files stand in texts between marks', () => {
    const text = `resource "helm_release" "a" {
  values = [<<-EOT
    groups:
    - rules:
      - alert: A
        expr: up == 0
        annotations:
          runbook_url: docs/a.md
          other: \${var.url}
  EOT
  ]
}
locals {
  rules = yamlencode({ groups = [{ rules = [{ alert = "B", expr = "c", "for" = "1m", labels = { severity = var.x } }] }] })
}
`;
    expect(toldAlerts(text, 'terraform')).toEqual([
      'A: up == 0 {} <runbook_url=docs/a.md, other=?(${var.url})>',
      'B: c for 1m {severity=?()} <>',
    ]);
    const span = readAlerts(text, 'terraform').rules[0]?.annotations[0]?.value.span;
    expect(text.slice(span?.start, span?.end)).toBe('docs/a.md');
  });

  test('monitors have a message and tags', () => {
    expect(
      toldAlerts(
        `resource "datadog_monitor" "cpu" {
  name    = "CPU is high"
  type    = "metric alert"
  query   = "avg(last_5m):avg:cpu{\${var.filter["x"]}} > 90"
  message = <<-EOT
    CPU is high.
      Runbook: https://docs.example/cpu
  EOT
  tags = ["team:ops", "service:shop", var.tag]
  priority = 1
}
resource "datadog_monitor" "disk" {
  name = var.name
  type = "x"
  query = "y"
  message = coalesce(var.message, "z")
}
`,
        'terraform',
      ),
    ).toEqual([
      'CPU is high: ?(avg(last_5m):avg:cpu{${var.filter["x"]}} > 90) {priority=1, team=ops, service=shop, …} ' +
        '<message=CPU is high.\n  Runbook: https://docs.example/cpu>',
      '?(): y {} <message=?()>',
    ]);
  });

  test('groups of Grafana have rules', () => {
    expect(
      toldAlerts(
        `resource "grafana_rule_group" "g" {
  rule {
    name      = "Slow"
    condition = "C"
    for       = "5m"
    data {
      ref_id = "A"
      model  = jsonencode({ expr = "seconds > 1" })
    }
    labels = { severity = "page" }
    annotations = {
      "runbook_url" = "docs/slow.md"
    }
  }
}
`,
        'terraform',
      ),
    ).toEqual(['Slow: seconds > 1 for 5m {severity=page} <runbook_url=docs/slow.md>']);
  });
});
