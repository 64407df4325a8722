/** Completion in the addresses of alert rules, in the spelling that the workspace has. */
import { describe, expect, it } from 'vitest';
import { checkAccepted, checkCompletion, serveFixture } from '../../support/check-feature';

const documents = `
//- /docs/SoT.RUNBOOKS.md
---
id_prefix: RUN, MON
---

# Runbooks

## RUN-001: Restart the API

**Status**: Active

## RUN-002: Free disk space

**Status**: Active

## MON-001: API availability
//- /docs/disk.md
# Disk is full

## Old logs
//- /.git/config
[remote "origin"]
  url = git@github.com:acme/shop.git
`;

function rule(runbook: string, { other = '', config = '' } = {}): string {
  const second =
    other === ''
      ? ''
      : `
      - alert: ApiSlow
        expr: latency > 1
        annotations:
          runbook_url: ${other}`;
  return `${documents}${config === '' ? '' : `//- /.runbook.yaml\n${config}\n`}//- /deploy/alerts.yaml
groups:
  - name: api
    rules:
      - alert: ApiDown
        expr: up{job="api"} == 0
        annotations:
          runbook_url:${runbook}${second}
`;
}

const everything = ['RUN-001', 'RUN-002', 'MON-001', 'docs/SoT.RUNBOOKS.md', 'docs/disk.md'];
const onForge = 'https://github.com/acme/shop/blob/main/docs/disk.md';

describe('completion in the address of an alert rule', () => {
  it('offers entries, runbooks first, and documents', () => {
    checkCompletion(rule(' <|>'), everything);
    checkCompletion(rule(' RU<|>'), everything);
    checkCompletion(rule(' "<|>"'), everything);
  });

  it('writes bare ids where nothing says otherwise', () => {
    checkAccepted(rule(' RU<|>'), 'RUN-001', '          runbook_url: RUN-001');
    checkAccepted(rule(' <|>'), 'docs/disk.md', '          runbook_url: docs/disk.md');
    checkAccepted(rule('<|>'), 'RUN-001', '          runbook_url: RUN-001');
    checkAccepted(rule(' "ol<|>d"'), 'RUN-001', '          runbook_url: "RUN-001"');
  });

  it('writes addresses on the forge where the others are such', () => {
    const other = onForge;
    checkAccepted(
      rule(' RU<|>', { other }),
      'RUN-001',
      '          runbook_url: https://github.com/acme/shop/blob/main/docs/SoT.RUNBOOKS.md#run-001-restart-the-api',
    );
    checkAccepted(rule(' d<|>', { other }), 'docs/disk.md', `          runbook_url: ${onForge}`);
  });

  it('writes paths where the others are such', () => {
    checkAccepted(
      rule(' RU<|>', { other: './docs/disk.md' }),
      'RUN-002',
      '          runbook_url: ./docs/SoT.RUNBOOKS.md#run-002-free-disk-space',
    );
  });

  it('writes mapped addresses where there is a mapping', () => {
    const config = 'addresses:\n  - from: https://docs.example/runbooks/{name}\n    to: docs/{name}.md';
    checkAccepted(
      rule(' di<|>', { config }),
      'docs/disk.md',
      '          runbook_url: https://docs.example/runbooks/disk',
    );
  });

  it('takes the habit of other files', () => {
    const source = rule(' RU<|>').replace(
      '//- /deploy/alerts.yaml',
      `//- /deploy/other.yaml
- alert: Other
  expr: x > 1
  annotations:
    runbook_url: ${onForge}
//- /deploy/alerts.yaml`,
    );
    checkAccepted(
      source,
      'RUN-002',
      '          runbook_url: https://github.com/acme/shop/blob/main/docs/SoT.RUNBOOKS.md#run-002-free-disk-space',
    );
  });

  it('offers headings behind a hash', () => {
    checkCompletion(rule(' docs/disk.md#<|>'), ['#disk-is-full', '#old-logs']);
    checkAccepted(rule(' docs/disk.md#o<|>'), '#old-logs', '          runbook_url: docs/disk.md#old-logs');
    checkAccepted(rule(` ${onForge}#<|>`), '#old-logs', `          runbook_url: ${onForge}#old-logs`);
  });

  it('offers nothing anywhere else', () => {
    checkCompletion(rule(' RUN-001').replace('alert: Api', 'alert: Api<|>'), []);
    checkCompletion(rule(' RUN-001').replace('expr: up', 'expr: u<|>p'), []);
    checkCompletion(rule(' RUN-001').replace('runbook_url:', 'runbook_<|>url:'), []);
    checkCompletion(rule(' RUN-001').replace('runbook_url:', 'summary:<|>'), []);
  });

  it('offers nothing in a file without alert rules', () => {
    const { service } = serveFixture(documents);
    const uri = 'file:///workspace/deploy/values.yaml';
    expect(service.editor.complete(uri, { line: 0, character: 0 }, undefined).items).toEqual([]);
    service.openDocument(uri, 1, 'runbook_url: R');
    expect(service.editor.complete(uri, { line: 0, character: 14 }, undefined).items).toEqual([]);
  });
});
