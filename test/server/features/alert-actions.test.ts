/** What can be created for an alert rule that lacks its runbook, and how a rule of ours is silenced there. */
import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { applyEdits } from '../../../server/src/text/edit';
import { LineIndex } from '../../../server/src/text/line-index';
import { serveFixture, type ServedFixture } from '../../support/check-feature';
import { folder, uriOf } from '../../support/workspace';

const sot = `
//- /docs/SoT.RUNBOOKS.md
---
id_prefix: RUN
---

# Runbooks

## Navigation

- [RUN-001](#run-001-restart-the-shop) - Restart the shop

## RUN-001: Restart the shop

**ID**: RUN-001
**Category**: Incident Response
**Status**: Active
**Owner**: Ops
**Created**: 2026-01-01
**Last Tested**: 2026-11-01

### When to Use

Customers report that the shop answers nobody.

- **Handles**: All of the shop is down
- **Does NOT handle**: One page is down

### Prerequisites

- Access to the board

### Steps

1. **Assess**: Open https://grafana.example/d/shop

   Verify: the board shows the shop.

### Escalation Path

| Level | Contact | Trigger Condition |
| ----- | ------- | ----------------- |
| L1    | Anna    | At once           |

### Post-Incident

- Write the timeline.
`;

const alerts = `
//- /deploy/alerts.yaml
groups:
  - name: api
    rules:
      - alert: ShopDown
        expr: up{job="shop"} == 0
        labels:
          severity: page
        annotations:
          runbook_url: RUN-001
      - alert: Api<|>Down
        expr: sum(up{job="api"}) < 1
        for: 5m
        labels:
          severity: page
        annotations:
          summary: API is down
          dashboard_url: https://grafana.example/d/api
`;

const remote = `
//- /.git/config
[remote "origin"]
  url = git@github.com:acme/shop.git
`;

function offered({ service, uri, position }: ServedFixture, title: string): CodeAction | undefined {
  const range = { start: position, end: position };
  const options = { configuration: null, explains: false, baseline: null, createsFiles: true };
  return service.editor
    .codeActions(uri, range, [], undefined, options)
    .find((action) => action.title.startsWith(title));
}

/** The files after an action. */
function after({ files }: Pick<ServedFixture, 'files'>, action: CodeAction | undefined): Map<string, string> {
  if (action === undefined) throw new Error('it is not offered');
  const texts = new Map(files);
  for (const change of action.edit?.documentChanges ?? []) {
    if (!('textDocument' in change)) {
      if (change.kind === 'create') texts.set(change.uri.slice(folder.length + 1), '');
      continue;
    }
    const path = change.textDocument.uri.slice(folder.length + 1);
    const text = texts.get(path) ?? '';
    const lines = new LineIndex(text);
    const edits = change.edits.map((edit) => {
      if (!('newText' in edit)) throw new Error('a snippet');
      const { start, end } = edit.range;
      return { span: { start: lines.offsetAt(start), end: lines.offsetAt(end) }, newText: edit.newText };
    });
    texts.set(path, applyEdits(text, edits));
  }
  return texts;
}

/** Rules that say that something is to be filled in. */
const toFillIn: ReadonlySet<string> = new Set(['stub-entry', 'placeholder', 'placeholder-id']);

/** What the rules say of the files afterwards, besides of what is to be filled in. */
function findingsAfter(texts: ReadonlyMap<string, string>): string[] {
  const source = [...texts].map(([path, text]) => `//- /${path}\n${text}`).join('\n');
  const { service } = serveFixture(source);
  return [...service.uris()].flatMap((uri) =>
    service
      .findings(uri)
      .filter(({ rule }) => !toFillIn.has(rule.name))
      .map(({ rule, message }) => `${uri.slice(folder.length + 1)}: ${rule.name}: ${message}`),
  );
}

const create = 'Create a runbook for this alert';

describe('a runbook for an alert', () => {
  it('is an entry in the file that owns RUN, with what the rule says, and its id in the rule', () => {
    const served = serveFixture(sot + alerts);
    const action = offered(served, create);
    expect(action?.title).toBe('Create a runbook for this alert: RUN-002 in docs/SoT.RUNBOOKS.md');
    const texts = after(served, action);
    expect(texts.get('deploy/alerts.yaml')).toBe(
      served.files
        .get('deploy/alerts.yaml')
        ?.replace(
          'dashboard_url: https://grafana.example/d/api',
          'dashboard_url: https://grafana.example/d/api\n          runbook_url: RUN-002',
        ),
    );
    const text = texts.get('docs/SoT.RUNBOOKS.md') ?? '';
    expect(text).toContain('- [RUN-002](#run-002-apidown) - ApiDown');
    expect(text).toContain('## RUN-002: ApiDown\n');
    expect(text).toContain(
      '### When to Use\n\nThe alert `ApiDown` fires (page): `sum(up{job="api"}) < 1` for 5m.\n',
    );
    expect(findingsAfter(texts)).toEqual([]);
  });

  it('stands in place of a placeholder, whatever it is', () => {
    const annotations =
      '          summary: API is down\n          dashboard_url: https://grafana.example/d/api\n';
    for (const [before, then] of [
      ['runbook_url: TODO', 'runbook_url: RUN-002'],
      ['runbook_url: "TBD" # soon', 'runbook_url: "RUN-002" # soon'],
      ['runbook_url:', 'runbook_url: RUN-002'],
      ["runbook_url: ''", "runbook_url: 'RUN-002'"],
      ['runbook: null', 'runbook: RUN-002'],
      ['runbook_url: >-\n            TODO', 'runbook_url: >-\n            RUN-002'],
    ] as const) {
      const served = serveFixture(sot + alerts.replace(annotations, `          ${before}\n`));
      const texts = after(served, offered(served, create));
      expect(texts.get('deploy/alerts.yaml')).toContain(`        annotations:\n          ${then}\n`);
    }
  });

  it('gets an address as the others have it', () => {
    const source =
      sot +
      alerts.replace(
        'runbook_url: RUN-001',
        'runbook_url: https://github.com/acme/shop/blob/main/docs/SoT.RUNBOOKS.md#run-001-restart-the-shop',
      );
    const served = serveFixture(source + remote);
    const texts = after(served, offered(served, create));
    expect(texts.get('deploy/alerts.yaml')).toContain(
      'runbook_url: https://github.com/acme/shop/blob/main/docs/SoT.RUNBOOKS.md#run-002-apidown\n',
    );
    expect(findingsAfter(texts)).toEqual([]);
  });

  it('names the MON entry that covers the alert, and is named by it', () => {
    const served = serveFixture(`${sot}//- /docs/SoT.MONITORING.md
---
id_prefix: MON
---

# Monitoring

## MON-001: ApiDown

**ID**: MON-001

### Related

- RUN-001 - Restart the shop
${alerts}`);
    const texts = after(served, offered(served, create));
    expect(texts.get('docs/SoT.RUNBOOKS.md')).toContain('### Related\n\n- MON-001 - ApiDown');
    expect(texts.get('docs/SoT.MONITORING.md')).toContain(
      '- RUN-001 - Restart the shop\n- RUN-002 - ApiDown\n',
    );
  });

  it('comes with annotations where the rule has none, in the line endings of the file', () => {
    const served = serveFixture(sot);
    const uri = uriOf('deploy/alerts.yaml');
    const yaml = ['- alert: ApiDown', '  expr: up == 0', '- alert: B', '  expr: b', ''].join('\r\n');
    served.service.putFile(uri, yaml);
    const files = new Map([...served.files, ['deploy/alerts.yaml', yaml]]);
    const action = offered({ ...served, files, uri, position: { line: 0, character: 4 } }, create);
    expect(after({ files }, action).get('deploy/alerts.yaml')).toBe(
      [
        '- alert: ApiDown',
        '  expr: up == 0',
        '  annotations:',
        '    runbook_url: RUN-002',
        '- alert: B',
        '  expr: b',
        '',
      ].join('\r\n'),
    );
  });

  it('is tied to the findings that it ends', () => {
    const { service, uri, position } = serveFixture(sot + alerts.replace(/ *dashboard_url.*\n/, ''));
    const range = { start: position, end: position };
    const [finding] = service.findings(uri);
    const diagnostic = { code: finding?.rule.name ?? '', range, message: finding?.message ?? '' };
    expect(diagnostic.code).toBe('paging-alert-without-runbook');
    const options = { configuration: null, explains: false, baseline: null };
    const [action] = service.editor.codeActions(uri, range, [diagnostic], ['quickfix'], options);
    expect(action?.title).toMatch(create);
    expect(action?.diagnostics).toEqual([diagnostic]);
  });

  it('is worked out for an editor that asks by itself only where a finding is shown', () => {
    const { service, uri, position } = serveFixture(sot + alerts.replace(/ *dashboard_url.*\n/, ''));
    const range = { start: position, end: position };
    const options = { configuration: null, explains: false, baseline: null, unasked: true };
    const titles = (diagnostics: Diagnostic[]): string[] =>
      service.editor
        .codeActions(uri, range, diagnostics, undefined, options)
        .map(({ title }) => title)
        .filter((title) => title.startsWith('Create'));
    expect(titles([])).toEqual([]);
    const shown = { code: 'paging-alert-without-runbook', range, message: '' };
    expect(titles([shown])).toEqual([`${create}: RUN-002 in docs/SoT.RUNBOOKS.md`]);
  });

  it('is a page of the house style where no file owns RUN', () => {
    const served = serveFixture(`
//- /.runbook.yaml
kinds:
  - name: alert page
    files: runbooks/*.md
    sections:
      - name: Meaning
      - name: Trigger
      - name: Mitigation
    fields:
      - name: Severity
        required: true
      - name: Dashboard
        required: true
//- /runbooks/shop-down.md
# ShopDown

**Severity**: page
**Dashboard**: https://grafana.example/d/shop

## Meaning

The shop is down.

## Trigger

The shop answers nobody.

## Mitigation

Restart it.
${alerts.replace('runbook_url: RUN-001', 'runbook_url: runbooks/shop-down.md')}`);
    const action = offered(served, create);
    expect(action?.title).toBe('Create a runbook for this alert: runbooks/api-down.md');
    const texts = after(served, action);
    expect(texts.get('runbooks/api-down.md')).toBe(`# ApiDown

**Severity**: page
**Dashboard**: https://grafana.example/d/api

## Meaning

[Describe here]

## Trigger

The alert \`ApiDown\` fires (page): \`sum(up{job="api"}) < 1\` for 5m.

## Mitigation

[Describe here]
`);
    expect(texts.get('deploy/alerts.yaml')).toContain('runbook_url: runbooks/api-down.md\n');
    expect(findingsAfter(texts)).toEqual([]);
  });

  it('is a file of its own where other entries are', () => {
    const served = serveFixture(`
//- /runbooks/RUN-001-restart.md
RUN-001: Restart the shop
Category: Incident
Trigger: Customers report that the shop is down
Owner: Ops
Last Tested: 2026-11-01
${alerts}`);
    const action = offered(served, create);
    expect(action?.title).toBe('Create a runbook for this alert: RUN-002 in runbooks/RUN-002-api-down.md');
    const texts = after(served, action);
    expect(texts.get('runbooks/RUN-002-api-down.md')).toContain(
      'RUN-002: ApiDown\nCategory: Incident\nTrigger: The alert `ApiDown` fires (page): `sum(up{job="api"}) < 1` for 5m.\n',
    );
    expect(texts.get('deploy/alerts.yaml')).toContain('runbook_url: RUN-002\n');
  });

  it('is not offered where the rule has one, where nobody can tell, and where nothing could hold it', () => {
    const named = serveFixture(
      sot + alerts.replace('Api<|>Down', 'ApiDown').replace('ShopDown', 'Shop<|>Down'),
    );
    expect(offered(named, create)).toBeUndefined();
    const flow = `
//- /alerts.yaml
- { alert: Api<|>Down, expr: up == 0 }
`;
    expect(offered(serveFixture(sot + flow), create)).toBeUndefined();
    const shared = `
//- /alerts.yaml
- alert: Api<|>Down
  expr: up == 0
  annotations: &common
    summary: Down
- alert: ApiSlow
  expr: latency > 1
  annotations: *common
`;
    expect(offered(serveFixture(sot + shared), create)).toBeUndefined();
    expect(offered(serveFixture(sot + shared.replace('*common', '{}')), create)).toBeDefined();
    expect(offered(serveFixture(alerts), create)).toBeUndefined();
    expect(offered(serveFixture(sot.replace('## RUN-001', '## RUN<|>-001')), create)).toBeUndefined();
  });
});

describe('a MON entry for an alert', () => {
  const monitoring = `
//- /docs/SoT.MONITORING.md
---
id_prefix: MON
---

# Monitoring
`;
  const title = 'Create a MON entry for this alert';

  it('says what the rule says, and leads to its runbook', () => {
    const rule = / {6}- alert: Api[^]*/;
    const served = serveFixture(
      sot + monitoring + alerts.replace(rule, '').replace('ShopDown', 'Shop<|>Down'),
    );
    const action = offered(served, title);
    expect(action?.title).toBe(`${title}: MON-001 in docs/SoT.MONITORING.md`);
    const texts = after(served, action);
    const text = texts.get('docs/SoT.MONITORING.md') ?? '';
    expect(text).toContain('## MON-001: ShopDown\n');
    expect(text).toContain('**What**: `up{job="shop"} == 0`\n');
    expect(text).toContain('| Critical | == 0 ');
    expect(text).toContain('- [RUN-001](SoT.RUNBOOKS.md#run-001-restart-the-shop) - Restart the shop');
    expect(texts.get('deploy/alerts.yaml')).toBe(served.files.get('deploy/alerts.yaml'));
    expect(findingsAfter(texts)).toEqual([]);
  });

  it('is not offered for an alert that has one', () => {
    const covered = `${monitoring}
## MON-001: ApiDown

**Status**: Active
`;
    expect(offered(serveFixture(sot + covered + alerts), title)).toBeUndefined();
  });
});

describe('a finding in an alert file', () => {
  it('is silenced by a comment above the rule', () => {
    const served = serveFixture(sot + alerts.replace(/ *dashboard_url.*\n/, ''));
    const texts = after(served, offered(served, 'Silence paging-alert-without-runbook here'));
    expect(texts.get('deploy/alerts.yaml')).toContain(
      '          runbook_url: RUN-001\n      # runbook-disable paging-alert-without-runbook\n      - alert: ApiDown\n',
    );
    expect(findingsAfter(texts)).toEqual([]);
  });
});

describe('a mapping for addresses that lead elsewhere', () => {
  const pages = ['down', 'slow', 'gone'].map((name) => `//- /docs/runbooks/${name}.md\n# ${name}\n`).join('');
  const rule = (name: string): string =>
    `      - alert: ${name}\n        expr: up == 0\n        annotations:\n          runbook_url: https://ops.example/runbooks/${name}\n`;
  const rules = `//- /deploy/alerts.yaml\ngroups:\n  - name: a\n    rules:\n      - alert: o<|>ther\n        expr: up == 0\n        annotations:\n          runbook_url: https://ops.example/runbooks/other\n${['down', 'slow', 'gone'].map(rule).join('')}`;

  function mapped(text: string | null): CodeAction | undefined {
    const { service, uri, position } = serveFixture(`${sot}${pages}${rules}`);
    const options = {
      configuration: null,
      explains: false,
      baseline: null,
      folderConfiguration: { uri: uriOf('.runbook.yaml'), path: '.runbook.yaml', text, version: null },
    };
    return service.editor
      .codeActions(uri, { start: position, end: position }, [], undefined, options)
      .find((action) => action.title.startsWith('Map '));
  }

  function written(text: string | null): string | undefined {
    const action = mapped(text);
    return action && after({ files: new Map([['.runbook.yaml', text ?? '']]) }, action).get('.runbook.yaml');
  }

  const item = '{ from: "https://ops.example/runbooks/", to: "docs/runbooks/" }';

  it('says how many addresses it is good for', () => {
    expect(mapped('')?.title).toBe(
      'Map https://ops.example/runbooks/ to docs/runbooks/ in .runbook.yaml: 3 of 4 addresses lead to a document',
    );
  });

  it('is put into a new file, behind other keys, and behind other mappings', () => {
    expect(written(null)).toBe(`addresses:\n  - ${item}\n`);
    expect(written('staleAfterDays: 30 # days')).toBe(`staleAfterDays: 30 # days\naddresses:\n  - ${item}\n`);
    const others = 'addresses:\n- { from: "https://a.example/", to: a }\n\n# the rest\nprofile: draft\n';
    expect(written(others)).toBe(others.replace('to: a }\n', `to: a }\n- ${item}\n`));
  });

  it('is not offered where the file has mistakes, or a list in one line', () => {
    expect(written('a: [')).toBeUndefined();
    expect(written('addresses: [{ from: "https://a.example/", to: a }]\n')).toBeUndefined();
  });
});
