import { describe, expect, it } from 'vitest';
import { checkAccepted, checkCompletion, inOrder, serveFixture } from '../../support/check-feature';

/** Labels of what is offered at the cursor, in the order of the list. */
function offered(
  source: string,
  trigger?: string,
  options?: { readonly links?: boolean; readonly snippets?: boolean },
): string[] {
  const { service, uri, position } = serveFixture(source);
  return inOrder(service.editor.complete(uri, position, trigger, options).items).map(({ label }) => label);
}

/** A Source-of-Truth file with an entry whose head and body are given. */
function entry(head: string, body = '', id = 'RUN-001'): string {
  return `
//- /SoT.OPERATIONS.md
---
id_prefix: RUN-XXX, MON-XXX, DEP-XXX
---

# Operations (SoT File)

## ${id}: Errors

${head}

${body}
`;
}

const playbook = `
//- /playbook.md
---
title: "Playbook: Move it"
risk_level: high
---

# Playbook: Move it

## Overview

**Goal:** Move.

### Phase 1: Prepare

Text.
`;

describe('completion of values', () => {
  it('offers the categories and statuses of the entry', () => {
    checkCompletion(
      entry('**ID**: RUN-001\n**Category**: <|>'),
      ['Incident', 'Incident Response', 'Deployment', 'Maintenance', 'Recovery', 'Escalation'],
      ' ',
    );
    checkCompletion(
      entry('**Status**: <|>', '', 'MON-001'),
      ['Active', 'Planned', 'Draft', 'Deprecated'],
      ' ',
    );
  });

  it.each([
    ['behind the blank', '**Status**: <|>', '**Status**: Active'],
    ['right behind the colon', '**Status**:<|>', '**Status**: Active'],
    ['with the colon inside the bold', '**Status:** <|>', '**Status:** Active'],
    ['in place of what is there', '**Status**: Pla<|>nned (soon)', '**Status**: Active (soon)'],
    ['in a list', '- **Status**: A<|>', '- **Status**: Active'],
    ['behind an emoji', '- **Status**: 🟢 A<|>', null],
    ['in a table of fields', '| Field | Value |\n| --- | --- |\n| Status | <|> |', '| Status | Active |'],
  ])('writes the value %s', (_place, head, line) => {
    if (line === null) expect(offered(entry(head))).not.toContain('RUN-001');
    else checkAccepted(entry(head), 'Active', line);
  });

  it('offers what the configuration adds', () => {
    const configured = `//- /.runbook.yaml\ncategories:\n  RUN: [Drill]\n${entry('**Category**: <|>').trimStart()}`;
    expect(offered(configured, ' ')).toContain('Drill');
  });

  it('offers today as a date', () => {
    checkCompletion(entry('**Last Tested**: <|>'), ['2026-11-20'], ' ');
    checkAccepted(entry('**Last Tested**: 2026-0<|>1-02'), '2026-11-20', '**Last Tested**: 2026-11-20');
  });

  it('offers risk levels and severities where they stand', () => {
    checkCompletion(
      playbook.replace('**Goal:** Move.', '**Risk Level:** <|>'),
      ['Low', 'Medium', 'High'],
      ' ',
    );
    const feature = `
//- /runbook.md
# Runbook

**Feature Name:** Search
**Status:** Draft

| Alert | Severity | Runbook Section |
| --- | --- | --- |
| Slow | <|> | 6.1 |
`;
    expect(offered(feature, ' ')).toEqual(['Critical', 'High', 'Medium', 'Low', 'Warning', 'Info']);
    expect(offered(feature.replace('<|>', 'High').replace('Draft', '<|>'), ' ')).toEqual([
      'Draft',
      'Review',
      'Approved',
      'Active',
    ]);
  });

  it('offers owners of the workspace, those named most first', () => {
    const others = `//- /SoT.MORE.md
---
id_prefix: GTM-XXX
---

## GTM-001: One

**ID**: GTM-001
**Owner**: Sales

## GTM-002: Two

**ID**: GTM-002
**Owner**: Sales

## GTM-003: Three

**ID**: GTM-003
**Owner**: {Team}

**Owner**: Data Team
`;
    expect(offered(entry('**Owner**: <|>') + others, ' ')).toEqual(['Sales', 'Data Team']);
  });

  it('offers contacts where somebody is to be called', () => {
    const body =
      '### Escalation Path\n\n- **Who to contact**: <|>\n\n| Level | Contact |\n| --- | --- |\n| L1 | @oncall |';
    expect(offered(entry('**Owner**: Web', body), ' ')).toEqual(['@oncall', 'Web']);
  });

  it('offers nothing in code, comments and documents that are no runbooks', () => {
    checkCompletion(entry('**ID**: RUN-001', '```\nStatus: <|>\n```'), [], ' ');
    checkCompletion(entry('**ID**: RUN-001', '<!--\nStatus: <|>\n-->'), [], ' ');
    checkCompletion('# Notes\n\nStatus: <|>\n', [], ' ');
  });
});

describe('completion of field names', () => {
  it('offers those that the entry lacks, in the order of the template', () => {
    const labels = offered(entry('**ID**: RUN-001\n**Status**: Active\n<|>'));
    expect(labels.slice(0, 4)).toEqual(['Category', 'Owner', 'Created', 'Last Tested']);
    expect(offered(entry('**ID**: DEP-001\n<|>', '', 'DEP-001')).slice(0, 2)).toEqual(['Category', 'Status']);
  });

  it('writes them in the style of the others', () => {
    checkAccepted(entry('**ID**: RUN-001\n<|>'), 'Owner', '**Owner**: ');
    checkAccepted(entry('**ID:** RUN-001\nOw<|>'), 'Owner', '**Owner:** ');
    checkAccepted(entry('**ID**: RUN-001\n**<|>**'), 'Owner', '**Owner**: ', '*');
    checkAccepted(entry('**Status**: Active\n<|>'), 'ID', '**ID**: RUN-001');
  });

  it('offers them in the head only', () => {
    expect(offered(entry('**ID**: RUN-001', '### Steps\n\n<|>'))).not.toContain('Owner');
    expect(offered(entry('**ID**: RUN-001\nsome words <|>'))).not.toContain('Owner');
  });

  it('knows the fields of an entry in a file of its own', () => {
    const source = '//- /errors.md\nRUN-004: Errors\nCategory: Incident\nTrigger: A page\n<|>\n';
    expect(offered(source).slice(0, 2)).toEqual(['Owner', 'Last Tested']);
    checkAccepted(source, 'Owner', 'Owner: ');
    checkAccepted(source.replace('<|>', 'Ow<|>'), 'Owner', 'Owner: ');
  });
});

describe('completion of headings', () => {
  it('offers the sections that the entry lacks', () => {
    checkCompletion(
      entry('**ID**: RUN-001', '### Steps\n\n1. Look.\n\n### <|>'),
      ['When to Use', 'Scope', 'Prerequisites', 'Escalation Path', 'Post-Incident', 'Related IDs'],
      ' ',
    );
    checkCompletion(
      entry('**ID**: MON-001', '### Metric Definition\n\nText.\n\n### <|>', 'MON-001'),
      ['Thresholds', 'Dashboard', 'Related'],
      ' ',
    );
  });

  it('offers the sections that the kind of document lacks', () => {
    const labels = offered(`${playbook}\n## <|>\n`, ' ');
    expect(labels.slice(0, 3)).toEqual(['Prerequisites', 'Phases', 'Decision Framework']);
    expect(labels).not.toContain('Overview');
    checkAccepted(`${playbook}\n## Roll<|>\n`, 'Rollback Plan', '## Rollback Plan');
  });

  it('offers the sections below the one that is open', () => {
    checkCompletion(
      `${playbook}\n## Rollback Plan\n\n### Data Preservation\n\nText.\n\n### <|>\n`,
      ['Complete Rollback Procedure', 'Communication During Rollback'],
      ' ',
    );
  });

  it('numbers them where the document does', () => {
    const release = (words: string): string =>
      `//- /release.md\n# Release Runbook: Shop v1.2.3\n\n**Rollback Deadline:** noon\n\n${words}\n\nText.\n\n## <|>\n`;
    expect(offered(release('## 1. Release Information'), ' ')).toContain('5. Smoke Tests');
    expect(offered(release('## Release Information'), ' ')).toContain('Smoke Tests');
  });

  it('offers none in code and in documents that are no runbooks', () => {
    checkCompletion(`${playbook}\n\`\`\`\n## <|>\n\`\`\`\n`, [], ' ');
    checkCompletion('# Notes\n\n## <|>\n', [], ' ');
  });
});

describe('completion in front matter', () => {
  it('offers the keys that are missing', () => {
    expect(offered(playbook.replace('risk_level: high', '<|>'))).toEqual([
      'type',
      'estimated_duration',
      'risk_level',
      'runbook',
    ]);
    checkAccepted(playbook.replace('risk_level: high', 'ri<|>'), 'risk_level', 'risk_level: ');
  });

  it('offers keys in a file that is still empty, and none in foreign ones', () => {
    expect(offered('---\n<|>\n---\n')).toEqual(expect.arrayContaining(['title', 'id_prefix', 'runbook']));
    checkCompletion('---\n<|>\n---\n\n# Notes\n', []);
  });

  it('offers values', () => {
    checkCompletion(playbook.replace('high', '<|>'), ['low', 'medium', 'high'], ' ');
    checkAccepted(playbook.replace('high', '"me<|>"'), 'medium', 'risk_level: "medium"');
    expect(offered(playbook.replace('risk_level: high', 'risk_level: high\ntype: <|>'), ' ')).toContain(
      'migration',
    );
    expect(offered(playbook.replace('risk_level: high', 'risk_level: high\nlast_updated: <|>'))).toEqual([
      '2026-11-20',
    ]);
    expect(offered(playbook.replace('risk_level: high', 'risk_level: high\nrunbook: <|>'))).toContain(
      'playbook',
    );
  });
});

describe('completion in comments', () => {
  it('offers the rules', () => {
    const source = entry('**ID**: RUN-001', '<!-- runbook-disable-next-line <|> -->\nSee RUN-099.');
    const labels = offered(source, ' ');
    expect(labels).toEqual(expect.arrayContaining(['dangling-id', 'missing-rollback']));
    checkAccepted(source, 'dangling-id', '<!-- runbook-disable-next-line dangling-id -->', ' ');
  });

  it('leaves out those that are named, and knows where the reason begins', () => {
    const labels = offered(entry('<!-- runbook-disable dangling-id, missing-<|>'));
    expect(labels).not.toContain('dangling-id');
    expect(labels).toContain('missing-rollback');
    checkCompletion(entry('<!-- runbook-disable dangling-id -- see <|> -->'), [], ' ');
  });

  it('offers the directives', () => {
    checkAccepted(entry('<!-- <|> -->'), 'runbook-disable-file', '<!-- runbook-disable-file -->', ' ');
    checkCompletion('# Notes\n\n<!-- <|> -->\n', [], ' ');
  });
});

describe('completion of link targets', () => {
  const other = '//- /docs/Other.md\n# Other\n\n## A heading\n';

  it('offers files and headings', () => {
    expect(offered(entry('[x](<|>)') + other, '(')).toContain('docs/Other.md');
    checkCompletion(entry('[x](docs/Other.md#<|>)') + other, ['#other', '#a-heading'], '#');
    checkAccepted(entry('[x](docs/Other.md#a<|>)') + other, '#a-heading', '[x](docs/Other.md#a-heading)');
    expect(offered(entry('[x](#<|>)'), '#')).toEqual(['RUN-001', '#operations-sot-file']);
  });

  it('offers the entries of a file behind its path', () => {
    const source = `//- /playbook.md\n# Playbook: Move it\n\n## Overview\n\n[x](SoT.OPERATIONS.md#<|>)\n${entry('').trimStart()}`;
    checkAccepted(source, 'RUN-001', '[x](SoT.OPERATIONS.md#run-001-errors)', '#');
  });

  it('leaves files and headings to editors that offer them by themselves, and knows entries of other files', () => {
    expect(offered(entry('[x](<|>)') + other, '(', { links: false })).toEqual([]);
    expect(offered(entry('[x](#<|>)'), '#', { links: false })).toEqual([]);
    const elsewhere = `//- /playbook.md\n# Playbook: Move it\n\n## Overview\n\n[x](<|>)\n${entry('').trimStart()}`;
    expect(offered(elsewhere, '(', { links: false })).toEqual(['RUN-001']);
  });
});

describe('completion of snippets', () => {
  it('offers parts in runbooks and whole documents in empty files, with today and the next id', () => {
    const snippets = { snippets: true };
    expect(offered(`${playbook}\n<|>\n`, undefined, snippets)).toContain('phase');
    expect(offered(`${playbook}\n<|>\n`, undefined, snippets)).not.toContain('runbook-playbook');
    expect(offered('//- /new.md\n<|>\n', undefined, snippets)).toContain('runbook-playbook');
    const { service, uri, position } = serveFixture(entry('', '### Steps\n\nText.\n\nrun-e<|>'));
    const item = service.editor
      .complete(uri, position, undefined, snippets)
      .items.find(({ label }) => label === 'run-entry');
    expect(item?.insertTextFormat).toBe(2);
    expect(JSON.stringify(item?.textEdit)).toContain('## RUN-002: ${2:');
    expect(JSON.stringify(item?.textEdit)).toContain('**Created**: 2026-11-20');
  });

  it('offers none in foreign documents, nor to editors that have their own', () => {
    checkCompletion('# Notes\n\n<|>\n', []);
    expect(offered('# Notes\n\n<|>\n', undefined, { snippets: true })).toEqual([]);
    expect(offered(`${playbook}\n<|>\n`)).not.toContain('phase');
  });
});
