/** From alert rules to their runbooks and back. */
import { describe, expect, it } from 'vitest';
import { checkDefinition, checkReferences, serveFixture, showPlace } from '../../support/check-feature';

const sot = `
//- /docs/SoT.RUNBOOKS.md
---
id_prefix: RUN
---

# Runbooks

## RUN-001: Restart the API

**Status**: Active

### Steps

1. Restart it.
//- /docs/disk.md
# Disk is full

Free some space.

## Old logs

Remove them.
//- /.runbook.yaml
addresses:
  - from: https://docs.example/runbooks/{name}
    to: docs/{name}.md
//- /.git/config
[remote "origin"]
  url = git@github.com:acme/shop.git
[remote "upstream"]
  url = https://github.com/shop/shop.git
`;

function alert(annotation: string): string {
  return `${sot}//- /deploy/alerts.yaml
groups:
  - name: api
    rules:
      - alert: ApiDown
        expr: up{job="api"} == 0
        labels:
          severity: page
        annotations:
          ${annotation}
`;
}

describe('definition from the address of an alert rule', () => {
  it.each([
    ['a bare id', 'runbook: RU<|>N-001', 'docs/SoT.RUNBOOKS.md:7 «RUN-001»'],
    ['a path', 'runbook: docs<|>/disk.md', 'docs/disk.md:1 «»'],
    ['a path with the anchor of a heading', 'runbook: docs/disk.md#old-<|>logs', 'docs/disk.md:5 «Old logs»'],
    ['an anchor in another case', 'runbook: docs/disk.md#Old-<|>Logs', 'docs/disk.md:5 «Old logs»'],
    [
      'the anchor of an entry',
      'runbook: docs/SoT.RUNBOOKS.md#run-001-re<|>start-the-api',
      'docs/SoT.RUNBOOKS.md:7 «RUN-001»',
    ],
    [
      'the path in front of the anchor of an entry',
      'runbook: docs/SoT.<|>RUNBOOKS.md#run-001-restart-the-api',
      'docs/SoT.RUNBOOKS.md:7 «RUN-001»',
    ],
    [
      'an address on a forge',
      'runbook_url: https://github.com/acme/shop/blob/ma<|>in/docs/disk.md',
      'docs/disk.md:1 «»',
    ],
    [
      'one by another remote, in quotes',
      'runbook_url: "https://github.com/shop/shop/blob/main/docs/disk.md#old-logs<|>"',
      'docs/disk.md:5 «Old logs»',
    ],
    [
      'a mapped address with a query',
      'runbook_url: https://docs.example/runbooks/disk/?host={{ $labels.ho<|>st }}',
      'docs/disk.md:1 «»',
    ],
    [
      'a folded value',
      'runbook_url: >-\n            https://docs.example/run<|>books/disk',
      'docs/disk.md:1 «»',
    ],
  ])('leads from %s to what it names', (_what, annotation, place) => {
    checkDefinition(alert(annotation), place);
  });

  it('leads nowhere from addresses of nothing and of somebody else', () => {
    checkDefinition(alert('runbook: docs/go<|>ne.md'));
    checkDefinition(alert('runbook: https://wiki.exa<|>mple/disk'));
    checkDefinition(alert('runbook: TO<|>DO'));
    checkDefinition(alert('summary: docs/di<|>sk.md'));
  });

  it('leads nowhere from the name of an alert', () => {
    checkDefinition(alert('runbook: RUN-001').replace('ApiDown', 'Api<|>Down'));
  });
});

const twoAlerts = `${sot}//- /deploy/alerts.yaml
groups:
  - name: api
    rules:
      - alert: ApiDown
        expr: up{job="api"} == 0
        labels:
          severity: page
        annotations:
          runbook: RUN-001
      - alert: ApiSlow
        expr: latency > 1
        annotations:
          runbook_url: https://github.com/acme/shop/blob/main/docs/SoT.RUNBOOKS.md#run-001-restart-the-api
      - alert: DiskFull
        expr: free < 1
        annotations:
          runbook: docs/disk.md
//- /docs/SoT.MONITORING.md
---
id_prefix: MON
---

# Monitoring

## MON-001: API availability

See RUN-001.
`;

describe('references to an entry', () => {
  it('list the alert rules that name it', () => {
    checkReferences(
      twoAlerts.replace('## RUN-001:', '## RUN-<|>001:'),
      'deploy/alerts.yaml:9 «RUN-001»',
      'deploy/alerts.yaml:13 «run-001»',
      'docs/SoT.MONITORING.md:9 «RUN-001»',
    );
  });

  it('are found from the rule', () => {
    checkReferences(
      twoAlerts.replace('runbook: RUN-001', 'runbook: RUN-0<|>01'),
      'deploy/alerts.yaml:9 «RUN-001»',
      'deploy/alerts.yaml:13 «run-001»',
      'docs/SoT.MONITORING.md:9 «RUN-001»',
    );
  });
});

describe('the call hierarchy of an entry', () => {
  function incoming(source: string): string[] {
    const { service, files, uri, position } = serveFixture(source);
    const [item] = service.editor.prepareCallHierarchy(uri, position);
    if (item === undefined) return [];
    return service.editor
      .incomingCalls(item)
      .map(({ from, fromRanges }) =>
        [from.name, from.detail, ...fromRanges.map((range) => showPlace(files, from.uri, range))].join(' | '),
      );
  }

  it('names the alerts that lead to it', () => {
    expect(incoming(twoAlerts.replace('## RUN-001:', '## RUN-<|>001:'))).toEqual([
      'ApiDown | page · deploy/alerts.yaml | deploy/alerts.yaml:9 «RUN-001»',
      'ApiSlow | deploy/alerts.yaml | deploy/alerts.yaml:13 «run-001»',
      'MON-001: API availability | docs/SoT.MONITORING.md | docs/SoT.MONITORING.md:9 «RUN-001»',
    ]);
  });

  it('begins in an alert rule, anywhere in the address', () => {
    expect(incoming(twoAlerts.replace('blob/main/docs', 'blob/ma<|>in/docs'))).toHaveLength(3);
  });

  it('names an alert that leads to the file of an entry', () => {
    expect(
      incoming(`
//- /runbooks/restart.md
RUN-0<|>02: Restart the shop
Category: Incident
Trigger: The shop is down
Owner: Ops
Last Tested: 2026-11-01

## Procedure

### Step 1: Restart it
//- /deploy/alerts.yaml
- alert: ShopDown
  expr: up == 0
  annotations:
    runbook: runbooks/restart.md
`),
    ).toEqual(['ShopDown | deploy/alerts.yaml | deploy/alerts.yaml:1 «ShopDown»']);
  });
});
