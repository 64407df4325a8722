import { describe, expect, it } from 'vitest';
import { serveFixture } from '../../support/check-feature';
import { insertedEntry as inserted } from '../../support/inserted-entry';
import { today, uriOf } from '../../support/workspace';

const owner = `//- /SoT.OPERATIONS.md
---
id_prefix: RUN-XXX, MON-XXX
---

# Operations (SoT File)

## Navigation

**Runbooks** (RUN-001 to RUN-099):

- [RUN-001](#run-001-disk-is-full) - Disk is full

**Alerts** (MON-001 to MON-099):

- [MON-001](#mon-001-disk) - Disk

---

## RUN-001: Disk is full

**ID**: RUN-001
**Category**: Maintenance
**Status**: Active

---

## MON-001: Disk

**ID**: MON-001
**Status**: Active

---

## Change Log

| Date       | ID      | Change | Author |
| ---------- | ------- | ------ | ------ |
| 2026-01-01 | RUN-001 | Added  | Kim    |
`;

describe('the targets of a new entry', () => {
  it('are the owner of the prefix first, then the document at hand', () => {
    const { service } = serveFixture(
      `${owner}//- /SoT.OTHER.md\n---\nid_prefix: BR\n---\n\n## BR-001: Rule\n`,
    );
    expect(service.editor.entryTargets('RUN', uriOf('SoT.OTHER.md')).targets).toEqual([
      {
        uri: uriOf('SoT.OPERATIONS.md'),
        label: 'SoT.OPERATIONS.md',
        description: 'owns RUN (id_prefix)',
        nextId: 'RUN-002',
      },
      { uri: uriOf('SoT.OTHER.md'), label: 'SoT.OTHER.md', description: 'current file', nextId: 'RUN-002' },
    ]);
  });

  it.each([
    [
      'a navigation bullet',
      owner.replace('- Disk is full\n', '- Disk is full\n- [RUN-002](#run-002) - Gone\n'),
    ],
    ['another document', `${owner}//- /n.md\nSee RUN-002.\n`],
    [
      'a misspelled heading',
      owner.replace('## MON-001', '## run_002: Pool\n\n**ID**: run_002\n\n## MON-001'),
    ],
  ])('pass over a number that %s means', (_where, source) => {
    const { service } = serveFixture(source);
    const [target] = service.editor.entryTargets('RUN', uriOf('SoT.OPERATIONS.md')).targets;
    expect(target?.nextId).toBe('RUN-003');
  });

  it.each([
    ['a higher one', 'See RUN-050.\n'],
    ['one in a block of code', '```\nRUN-002\n```\n'],
    ['one in a template', 'See RUN-002.\n', 'templates/n.md'],
  ])('do not pass over %s', (_what, words, path = 'n.md') => {
    const { service } = serveFixture(`${owner}//- /${path}\n${words}`);
    const [target] = service.editor.entryTargets('RUN', uriOf('SoT.OPERATIONS.md')).targets;
    expect(target?.nextId).toBe('RUN-002');
  });

  it.each([
    ['a page', 'README.md', '# Notes\n'],
    ['a playbook', 'move.md', '# Playbook: Move\n\n### Phase 1: A\n\n### Phase 2: B\n'],
  ])('do not have %s among them, which is named apart', (_what, path, text) => {
    const { service, uri } = serveFixture(`//- /${path}\n${text}`);
    const { targets, here } = service.editor.entryTargets('RUN', uri);
    expect(targets).toEqual([]);
    expect(here).toMatchObject({ label: path, nextId: 'RUN-001' });
  });

  it('do not have a file of alert rules among them, nor apart', () => {
    const { service, uri } = serveFixture(
      '//- /SoT.OPS.md\n---\nid_prefix: RUN\n---\n\n# Ops (SoT File)\n//- /alerts.yaml\ngroups: [{ name: a, rules: [{ alert: Do<|>wn, expr: up == 0 }] }]\n',
    );
    const { targets, here } = service.editor.entryTargets('RUN', uri);
    expect(targets.map(({ label }) => label)).toEqual(['SoT.OPS.md']);
    expect(here).toBeNull();
  });

  it('have the document at hand among them where it holds such entries', () => {
    const { service, uri } = serveFixture(
      '//- /RUN-001-a.md\nRUN-001: A\nCategory: Incident\nTrigger: x\nOwner: y\n',
    );
    const { targets, here } = service.editor.entryTargets('RUN', uri);
    expect(targets.map(({ label }) => label)).toEqual(['RUN-001-a.md']);
    expect(here).toBeNull();
  });

  it('name the runbooks that an alert may lead to, those without an alert first', () => {
    const { service } = serveFixture(
      `${owner.replace('**ID**: MON-001', '**ID**: MON-001\n**Runbook**: RUN-001')}//- /r.md\nRUN-009: Slow\nCategory: Incident\nTrigger: x\nOwner: y\n`,
    );
    expect(service.editor.entryTargets('MON', undefined).runbooks).toEqual([
      { id: 'RUN-009', title: 'Slow' },
      { id: 'RUN-001', title: 'Disk is full' },
    ]);
    expect(service.editor.entryTargets('RUN', undefined).runbooks).toEqual([]);
  });

  it('know the categories of the prefix', () => {
    const { service, uri } = serveFixture(owner);
    expect(service.editor.entryTargets('RUN', uri).categories).toContain('Incident Response');
    expect(service.editor.entryTargets('MON', uri).categories).toContain('Availability');
  });
});

describe('the prefixes of a new entry', () => {
  it('are those of the workspace by number of entries, then the others that have a template', () => {
    const { service } = serveFixture(
      `${owner}//- /docs/SoT.RULES.md\n---\nid_prefix: BR, KPI\n---\n\n## BR-001: Rule\n\n## BR-002: Rule\n`,
    );
    expect(service.editor.entryPrefixes(undefined).prefixes).toEqual([
      { prefix: 'BR', meaning: 'Business Rules', owners: ['SoT.RULES.md'] },
      { prefix: 'MON', meaning: 'Monitoring & Alerting', owners: ['SoT.OPERATIONS.md'] },
      { prefix: 'RUN', meaning: 'Operational Runbooks', owners: ['SoT.OPERATIONS.md'] },
      { prefix: 'KPI', meaning: 'Key Figures', owners: ['SoT.RULES.md'] },
      { prefix: 'DEP', meaning: 'Deployment Procedures', owners: [] },
      { prefix: 'GTM', meaning: 'Go-to-Market Activities', owners: [] },
    ]);
  });
});

describe('a new entry', () => {
  it('of another prefix is like its neighbours, with a tab stop for each of their fields', () => {
    const { service, uri } = serveFixture(`//- /SoT.RULES.md
---
id_prefix: BR
---

## BR-001: Orders are kept {#kept}

- **ID**: BR-001
- **Owner**: Shop $team
- **Category**: Data

### Rationale

Because of the law.
`);
    const [edit] = service.editor.newEntry(uri, 'BR', 'Costs ${1:x}', 'Payment')?.edits ?? [];
    expect(edit).toMatchObject({
      snippet: true,
      newText: `

## BR-002: Costs \\\${1:x\\}

- **ID**: BR-002
- **Owner**: \${1:{Owner\\}}
- **Category**: Payment

### Rationale

\${2:{Rationale\\}}`,
    });
  });

  it('of another prefix has the sections of its neighbours, and none of their steps and phases', () => {
    const entry =
      '## TEST-001: Restore\n\n**ID**: TEST-001\n\n### Steps\n\n#### Step 1: Stop the shop\n\n**Verification**: it is stopped\n\n### Phase 2: Switch\n\n**Owner**: us\n\n### Result\n\nAll is there.\n';
    const { service, uri } = serveFixture(`//- /SoT.TESTS.md\n---\nid_prefix: TEST\n---\n\n${entry}`);
    const [edit] = service.editor.newEntry(uri, 'TEST', 'Failover', null)?.edits ?? [];
    expect(edit?.newText).toBe(
      '\n\n## TEST-002: Failover\n\n**ID**: TEST-002\n\n### Steps\n\n${1:{Steps\\}}\n\n### Result\n\n${2:{Result\\}}',
    );
  });

  it('leads to the runbook that was chosen', () => {
    const { service, uri } = serveFixture(
      `${owner}//- /runbooks/r.md\n# RUN-009: Slow\n\nCategory: x\nOwner: y\nTrigger: z\n`,
    );
    const textOf = (runbook?: string): string =>
      service.editor
        .newEntry(uri, 'MON', 'Load', null, runbook === undefined ? {} : { answeredBy: runbook })
        ?.edits.at(-1)?.newText ?? '';
    expect(textOf('RUN-009')).toContain('\n- [RUN-009](runbooks/r.md#run-009-slow) - Slow');
    expect(textOf('RUN-001')).toContain('\n- [RUN-001](#run-001-disk-is-full) - Disk is full');
    expect(textOf('RUN-077')).toBe(textOf());
  });

  it('stands behind its last sibling and is registered in navigation and change log', () => {
    const after = inserted(owner, 'SoT.OPERATIONS.md', 'Certificate | expires', 'Maintenance');
    const order = [
      '- [RUN-001](#run-001-disk-is-full) - Disk is full\n- [RUN-002](#run-002-certificate--expires) - Certificate | expires\n',
      '## RUN-001:',
      '\n---\n\n## RUN-002: Certificate | expires\n\n**ID**: RUN-002\n**Category**: Maintenance\n',
      '\n---\n\n## MON-001:',
      `| ${today} | RUN-002 | Added Certificate \\| expires |`,
    ].map((part) => after.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('does not come between a bullet and the words below it', () => {
    const source = owner.replace('- Disk is full\n', '- Disk is full\n  for the night shift\n');
    expect(inserted(source, 'SoT.OPERATIONS.md', 'Title', null)).toContain(
      '- Disk is full\n  for the night shift\n- [RUN-002](#run-002-title) - Title\n',
    );
  });

  it('leaves nothing to find but what is still to fill in', () => {
    const after = inserted(owner, 'SoT.OPERATIONS.md', 'Certificate expires', 'Maintenance');
    const rulesOf = (text: string): string[] => {
      const { service, uri } = serveFixture(`//- /SoT.OPERATIONS.md\n${text}`);
      return service.findings(uri).map(({ rule }) => rule.name);
    };
    const before = rulesOf(owner.slice(owner.indexOf('\n') + 1));
    const added = rulesOf(after).filter((rule) => !before.includes(rule));
    expect(added).toEqual(['stub-entry']);
  });

  it('keeps the line endings of the file', () => {
    const { service, uri } = serveFixture(owner.replaceAll('\n', '\r\n').replace('\r\n', '\n'));
    const edits = service.editor.newEntry(uri, 'RUN', 'Title', null)?.edits ?? [];
    expect(edits).not.toEqual([]);
    for (const { newText } of edits) expect(newText).not.toMatch(/(?<!\r)\n/);
  });

  it('takes a number that is free in the whole workspace, inside the band of its file', () => {
    const { service, uri } = serveFixture(
      `${owner.replace('RUN-001 to RUN-099', 'RUN-100 to RUN-199')}//- /more.md\n# RUN-120: Other\n\nCategory: Recovery\nTrigger: x\nOwner: y\n`,
    );
    expect(service.editor.newEntry(uri, 'RUN', 'Title', null)?.id).toBe('RUN-121');
  });

  it('is refused for a document that is not there', () => {
    const { service } = serveFixture(owner);
    expect(service.editor.newEntry(uriOf('gone.md'), 'RUN', 'Title', null)).toBeNull();
  });
});
