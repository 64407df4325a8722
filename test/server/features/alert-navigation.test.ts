/** From alert rules to their runbooks and back. */
import { describe, it } from 'vitest';
import { checkDefinition } from '../../support/check-feature';

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
